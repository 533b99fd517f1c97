import { describe, expect, it } from '@jest/globals';
import { letterSent } from '@admissions/contracts/notifications';
import { keepContact } from './contact.ts';
import { markFailed, markSent, moves, writeLetter, type Letter, type LetterState } from './letter.ts';

const now = new Date('2026-11-24T09:00:00.000Z');
const facts = {
  id: 'letter-1',
  template: 'password-changed' as const,
  templateVersion: 1,
  subject: 'Votre mot de passe a été changé',
  accountId: 'account-1',
  email: 'a@example.org',
  name: 'A',
  hasLink: false,
  data: {},
  createdAt: now.toISOString(),
};
const handed = { files: [], causedBy: 'account/account-1/2/0' };
const state = (decision: object) => ('state' in decision ? (decision.state as Letter) : undefined);
const due = state(writeLetter(undefined, facts)) as Letter;
const letters: Record<LetterState, Letter> = {
  due,
  sent: state(markSent(due, handed, now)) as Letter,
  failed: state(markFailed(due, 'smtp-550', now)) as Letter,
};

describe('a letter: every state × act', () => {
  it.each([
    ['due', 'letter-due', 'sent', 'failed'],
    ['sent', 'letter-sent', 'letter-sent', 'letter-sent'],
    ['failed', 'letter-failed', 'letter-failed', 'letter-failed'],
  ] as const)('%s: written again %s, marked sent %s, marked failed %s', (name, written, sent, failed) => {
    const letter = letters[name];
    const word = (decision: object) => ('ignored' in decision ? decision.ignored : state(decision)?.state);
    expect(letter.state).toBe(name);
    expect(word(writeLetter(letter, facts))).toBe(written);
    expect(word(markSent(letter, handed, now))).toBe(sent);
    expect(word(markFailed(letter, 'x', now))).toBe(failed);
    expect('state' in markSent(letter, handed, now)).toBe(
      (moves['mark-sent'].from as readonly string[]).includes(name),
    );
  });
});

describe('a letter that was sent (R28, R35)', () => {
  it('tells it when it is about an application, with its moment and its cause', () => {
    const letter = { ...due, applicationId: 'application-1', template: 'admissible' as const };
    const causedBy = 'application/application-1/7/0';
    expect(markSent(letter, { files: [], causedBy }, now)).toMatchObject({
      state: { state: 'sent', sentAt: now.toISOString() },
      messages: [
        {
          name: letterSent.name,
          data: {
            letterId: 'letter-1',
            applicationId: 'application-1',
            template: 'admissible',
            causedBy,
            sentAt: now.toISOString(),
          },
        },
      ],
    });
  });

  it('tells nothing when it is about an account, when it failed, or a second time', () => {
    const about = { ...due, applicationId: 'application-1' };
    const sent = state(markSent(about, handed, now)) as Letter;
    for (const decision of [
      markSent(due, handed, now),
      markFailed(about, 'x', now),
      markSent(sent, handed, now),
    ])
      expect('messages' in decision).toBe(false);
  });
});

describe('a contact', () => {
  const told = { accountId: 'account-1', email: 'a@example.org', name: 'A', language: 'fr' as const };
  const first = keepContact(undefined, told, 'account/account-1/3/0');

  it('is replaced by a newer snapshot only', () => {
    const known = (first as { state: never }).state;
    const newer = { ...told, email: 'b@example.org' };
    expect(keepContact(known, newer, 'account/account-1/4/0')).toMatchObject({
      state: { email: 'b@example.org', told: 4 },
    });
    expect(keepContact(known, newer, 'account/account-1/3/0')).toEqual({ ignored: 'older-snapshot' });
    expect(keepContact(known, newer, 'account/account-1/2/0')).toEqual({ ignored: 'older-snapshot' });
    expect(keepContact(known, newer, 'of another form')).toEqual({ ignored: 'older-snapshot' });
  });
});
