import { expect, it, jest } from '@jest/globals';
import { answerOf, until } from '../tools/client/api.ts';
import type { Candidate } from '../tools/client/candidate.ts';
import { School } from '../tools/client/school.ts';
import { addresses, aPlace, aSignedInCandidate, inbox } from './support.ts';

jest.setTimeout(240_000);

async function tuitionOf(candidate: Candidate, programmeId: string) {
  const { items } = await answerOf(candidate.api.GET('/v1/programmes'));
  return items.find(({ id }) => id === programmeId)!.tuition;
}

async function heldFor(candidate: Candidate, applicationId: string): Promise<number | undefined> {
  return (await candidate.order(applicationId, 'DEPOSIT')).balance?.amount;
}

async function refundsOf(school: School, applicationId: string) {
  const { items } = await answerOf(
    school.finance[0].GET('/v1/refunds', { params: { query: { limit: 100 } } }),
  );
  return items.filter((refund) => refund.applicationId === applicationId);
}

it('the funder refuses: the candidate is told, and no refund becomes due (R94)', async () => {
  const school = await School.open(addresses);
  const candidate = await aSignedInCandidate();
  const { applicationId, programmeId } = await aPlace(school, candidate);
  const amount = await tuitionOf(candidate, programmeId);
  await school.judgeFunding(applicationId, { kind: 'OPCO', outcome: 'REFUSED', amount });
  await inbox.waitFor(candidate.email, /financement|prise en charge/i);
  expect(await refundsOf(school, applicationId)).toEqual([]);
  expect(await heldFor(candidate, applicationId)).toBe(45_000);
  expect((await candidate.application(applicationId)).state).toBe('confirmed');
});

it('the candidate leaves after the funder agreed: the refund is stopped, and nobody can approve it (R94)', async () => {
  const school = await School.open(addresses);
  const candidate = await aSignedInCandidate();
  const { applicationId, programmeId } = await aPlace(school, candidate);
  const amount = await tuitionOf(candidate, programmeId);
  await school.judgeFunding(applicationId, { kind: 'EMPLOYER', outcome: 'CONFIRMED', amount });
  await until('a refund that waits for the start', async () =>
    (await refundsOf(school, applicationId)).find(({ state }) => state === 'waiting'),
  );
  await candidate.withdraw(applicationId);
  await candidate.waitForState(applicationId, 'withdrawn');
  const stopped = await until('a stopped refund', async () =>
    (await refundsOf(school, applicationId)).find(({ state }) => state === 'stopped'),
  );
  const params = { path: { refundId: stopped.id } };
  const approve = school.finance[1].POST('/v1/refunds/{refundId}/approval', { params });
  await expect(answerOf(approve)).rejects.toMatchObject({ code: 'refund-not-due' });
  expect(await heldFor(candidate, applicationId)).toBe(45_000);
});

it('the candidate renounces the contract within fourteen days of the payment: the deposit comes back by right, and nobody approves it (R86)', async () => {
  const school = await School.open(addresses);
  const candidate = await aSignedInCandidate();
  const { applicationId, programmeId } = await aPlace(school, candidate);
  const amount = await tuitionOf(candidate, programmeId);
  await school.judgeFunding(applicationId, { kind: 'EMPLOYER', outcome: 'CONFIRMED', amount });
  const waiting = await until('a refund that waits for the start', async () =>
    (await refundsOf(school, applicationId)).find(({ state }) => state === 'waiting'),
  );
  await candidate.withdraw(applicationId, 'STATUTORY_WITHDRAWAL');
  await candidate.waitForState(applicationId, 'withdrawn');
  await until('the refund', async () =>
    (await refundsOf(school, applicationId)).find(
      ({ state, reason }) => state === 'succeeded' && reason === 'WITHDRAWAL_PERIOD',
    ),
  );
  const params = { path: { refundId: waiting.id } };
  const approve = school.finance[1].POST('/v1/refunds/{refundId}/approval', { params });
  await expect(answerOf(approve)).rejects.toMatchObject({ code: 'refund-not-due' });
  expect(await heldFor(candidate, applicationId)).toBe(0);
  await inbox.waitFor(candidate.email, /remboursement/i);
});
