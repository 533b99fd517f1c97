import { describe, expect, it } from '@jest/globals';
import { followedBy } from '@admissions/contracts/catalogue';
import { contactChanged } from '@admissions/contracts/gateway';
import { promiseKeptBy } from '@admissions/contracts/notifications';
import { lettersByMessage, masked, planLetter } from './messages-to-send.ts';
import { templateNames } from './template-names.ts';

const when = new Date('2026-11-24T09:00:00.000Z');
const person = { accountId: 'account-1', email: 'a@example.org', name: 'A', language: 'fr' };
const link = { sealedLink: 'sealed', expiresAt: '2026-11-25T09:00:00.000Z' };

/** What a message may say, as far as it chooses the letter. */
function variants(message: string): object[] {
  const example = {
    ...person,
    ...link,
    newEmail: 'b@example.org',
    candidateId: 'account-1',
    applicationId: 'application-1',
  };
  const choices: Record<string, object[]> = {
    'payments.order-paid.v1': [{ product: 'APPLICATION_FEE' }, { product: 'DEPOSIT' }],
    'payments.funding-judged.v1': [{ outcome: 'CONFIRMED' }, { outcome: 'REFUSED' }],
    'applications.admissibility-decided.v1': [{ outcome: 'ADMISSIBLE' }, { outcome: 'NOT_ADMISSIBLE' }],
    'applications.decision-announced.v1': ['ADMITTED', 'NOT_ADMITTED', 'DEFERRED'].map((outcome) => ({
      outcome,
    })),
    'evaluation.interview-booked.v1': [{ moved: false }, { moved: true }],
  };
  return (choices[message] ?? [{}]).map((choice) => ({ ...example, ...choice }));
}

describe('the table of letters', () => {
  it('has a letter for every message that this service follows slowly, and for no other', () => {
    const followed = followedBy('notifications', true).map(({ name }) => name);
    expect(lettersByMessage.map(({ message }) => message.name).sort()).toEqual(followed.sort());
    expect(followedBy('notifications', false)).toEqual([contactChanged]);
  });

  it('uses every template', () => {
    const used = lettersByMessage.flatMap(({ message }) =>
      variants(message.name).map((data) => planLetter(message.name, data, when)?.template),
    );
    expect(new Set(used)).toEqual(new Set(templateNames));
  });

  it('names the templates by which a promise is kept (R28, R35)', () => {
    for (const name of Object.keys(promiseKeptBy)) expect(templateNames).toContain(name);
    const kept = [{ outcome: 'ADMISSIBLE' }, { outcome: 'NOT_ADMISSIBLE' }].map(
      (data) => planLetter('applications.admissibility-decided.v1', data, when)?.template,
    );
    expect(kept.map((name) => promiseKeptBy[name as keyof typeof promiseKeptBy])).toEqual([
      'ADMISSIBILITY',
      'ADMISSIBILITY',
    ]);
  });

  it('says who decided, and keeps the grounds of a refusal out of the letter (R68, R71)', () => {
    const decision = { ...person, candidateId: 'account-1', signedBy: 'account-9', grounds: ['un motif'] };
    for (const outcome of ['ADMITTED', 'NOT_ADMITTED']) {
      const plan = planLetter('applications.decision-announced.v1', { ...decision, outcome }, when);
      expect(plan).toMatchObject({ signedBy: 'account-9' });
      expect(JSON.stringify(plan)).not.toContain('un motif');
    }
    const putOff = planLetter(
      'applications.decision-announced.v1',
      { ...decision, outcome: 'DEFERRED' },
      when,
    );
    expect(putOff?.data).toMatchObject({ grounds: ['un motif'] });
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
      { candidateId: 'account-1', applicationId: 'application-1', product: 'APPLICATION_FEE' },
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
