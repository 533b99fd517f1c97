import { describe, expect, it } from '@jest/globals';
import { followedBy } from '@admissions/contracts/catalogue';
import { contactChanged } from '@admissions/contracts/gateway';
import { lettersByMessage, masked, planLetter } from './messages-to-send.ts';
import { templateNames } from './template-names.ts';

const when = new Date('2026-11-24T09:00:00.000Z');
const person = { accountId: 'account-1', email: 'a@example.org', name: 'A', language: 'fr' };
const link = { sealedLink: 'sealed', expiresAt: '2026-11-25T09:00:00.000Z' };

describe('the table of letters', () => {
  it('has a letter for every message that this service follows slowly, and for no other', () => {
    const followed = followedBy('notifications', true).map(({ name }) => name);
    expect(lettersByMessage.map(({ message }) => message.name).sort()).toEqual(followed.sort());
    expect(followedBy('notifications', false)).toEqual([contactChanged]);
  });

  it('uses every template', () => {
    const example = {
      ...person,
      ...link,
      newEmail: 'b@example.org',
      candidateId: 'account-1',
      applicationId: 'application-1',
    };
    const used = lettersByMessage.map(({ message }) => planLetter(message.name, example, when)?.template);
    expect(new Set(used)).toEqual(new Set(templateNames));
  });

  it('keeps no secret in the data of a letter', () => {
    for (const { message } of lettersByMessage) {
      const plan = planLetter(message.name, { ...person, ...link, newEmail: 'b@example.org' }, when);
      if (plan?.link) expect(JSON.stringify(plan.data)).not.toContain('sealed');
    }
  });

  it('sends to the address of the message, or to the confirmed one of the account', () => {
    const direct = planLetter('gateway.password-changed.v1', person, when);
    expect(direct).toMatchObject({ to: { email: 'a@example.org' }, data: { changedAt: when.toISOString() } });
    const paid = planLetter(
      'payments.order-paid.v1',
      { candidateId: 'account-1', applicationId: 'application-1' },
      when,
    );
    expect(paid).toMatchObject({ accountId: 'account-1', applicationId: 'application-1' });
    expect(paid?.to).toBeUndefined();
  });

  it('tells the former address of a change without giving the new one away', () => {
    const plan = planLetter(
      'gateway.email-changed.v1',
      { ...person, newEmail: 'nouvelle@example.org' },
      when,
    );
    expect(JSON.stringify(plan)).not.toContain('nouvelle');
    expect(masked('éa@x.example')).toBe('é•••@x.example');
  });

  it('has nothing for a message that it does not know', () => {
    expect(planLetter('x.y.v1', {}, when)).toBeUndefined();
  });
});
