import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InputOf } from '@admissions/contracts/call';
import {
  approveRefund,
  fundingJudged,
  judgeFunding,
  listFundings,
  listRefunds,
  registerFunding,
} from '@admissions/contracts/payments';
import { staffRoles } from '@admissions/contracts/roles';
import type { Subject } from '@admissions/contracts/subject';
import { subjects, waitFor } from '@admissions/runtime/testing';
import { FundingStore } from '../src/store/funding.store.ts';
import { admitted, Bench, fee, tuition } from './bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(async () => bench?.stop());

const finance = subjects.financeOfficer([fee.programmeId]);
const foreign = subjects.financeOfficer(['another-programme']);
const refused = (code: string) => ({ problem: { code } });
const verdictOf = {
  yes: { outcome: 'CONFIRMED' as const },
  no: { outcome: 'REFUSED' as const, reason: 'Autre bénéficiaire' },
};

/** An application of an admitted candidate, as this service knows it. */
async function application(told: object = {}): Promise<{ applicationId: string; candidateId: string }> {
  const whose = { applicationId: `application-${randomUUID()}`, candidateId: `candidate-${randomUUID()}` };
  await bench.told({ ...admitted, ...whose, programmeId: fee.programmeId, ...told });
  await waitFor('the access copy', () =>
    bench.service
      .call(listFundings, { applicationId: whose.applicationId }, subjects.candidate(whose.candidateId))
      .catch(() => undefined),
  );
  return whose;
}

const input = (applicationId: string): InputOf<typeof registerFunding> => ({
  applicationId,
  kind: 'OPCO',
  funder: 'Atlas',
  reference: 'DPC-2027-1',
  amount: tuition,
  receivedOn: '2026-11-20',
});
const register = (applicationId: string, who: Subject = finance, more: object = {}, key?: string) =>
  bench.service.call(registerFunding, { ...input(applicationId), ...more }, who, key ? { key } : {});
const judge = (fundingId: string, verdict: keyof typeof verdictOf, who: Subject = finance, key?: string) =>
  bench.service.call(judgeFunding, { fundingId, verdict: verdictOf[verdict] }, who, key ? { key } : {});
const list = (applicationId: string, who: Subject) =>
  bench.service.call(listFundings, { applicationId }, who);

describe('a funding agreement (R99, R100)', () => {
  it('is registered, confirmed, told once and listed', async () => {
    const { applicationId, candidateId } = await application();
    const funding = await register(applicationId);
    expect(funding).toMatchObject({ state: 'received', reference: 'DPC-2027-1', amount: tuition });
    expect(await judge(funding.id, 'yes')).toMatchObject({ state: 'confirmed', confirmedBy: finance.id });
    const told = await waitFor('the message', () =>
      bench.service.seen(fundingJudged).find(({ data }) => data.fundingId === funding.id),
    );
    expect(told.data).toMatchObject({ candidateId, outcome: 'CONFIRMED', reference: fee.reference });
    const own = await waitFor('the list', async () => {
      const { items } = await list(applicationId, subjects.candidate(candidateId));
      return items[0]?.state === 'confirmed' ? items : undefined;
    });
    expect(own).toHaveLength(1);
    expect(own[0]).not.toHaveProperty('confirmedBy');
    expect((await list(applicationId, finance)).items).toMatchObject([{ confirmedBy: finance.id }]);
  });

  it('registered twice under one key is one, and under one key with another body is refused', async () => {
    const { applicationId } = await application();
    const [first, second] = await Promise.all([
      register(applicationId, finance, {}, 'k'),
      register(applicationId, finance, {}, 'k'),
    ]);
    expect(second).toEqual(first);
    const other = register(applicationId, finance, { funder: 'AKTO' }, 'k');
    await expect(other).rejects.toMatchObject(refused('idempotency-key-reused'));
  });

  it('judged by two at once has one verdict; a repeat of a request has its answer', async () => {
    const { applicationId } = await application();
    const { id } = await register(applicationId);
    const outcomes = await Promise.allSettled([
      judge(id, 'yes', finance, 'a'),
      judge(id, 'no', finance, 'b'),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).toMatchObject(refused('wrong-state'));
    const won = outcomes[0]!.status === 'fulfilled' ? (['yes', 'a'] as const) : (['no', 'b'] as const);
    const first = outcomes.find(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<unknown>;
    expect(await judge(id, won[0], finance, won[1])).toEqual(first.value);
    const history = await bench.service.app.get(FundingStore).streams.history(id);
    expect(history.map(({ act }) => act)).toEqual(['payments.register-funding', 'payments.judge-funding']);
  });

  it.each([
    [
      'below the tuition without a word on the rest',
      { amount: { amount: 1, currency: 'EUR' } },
      'funding-too-low',
    ],
    ['from tomorrow', { receivedOn: '2099-01-01' }, 'invalid-input'],
    ['without a funder', { funder: ' ' }, 'invalid-input'],
    ['of a negative amount', { amount: { amount: -1, currency: 'EUR' } }, 'invalid-input'],
    ['of another currency', { amount: { amount: 1_500_000, currency: 'USD' } }, 'invalid-input'],
  ])('%s is refused', async (_what, change, code) => {
    const { applicationId } = await application();
    await expect(register(applicationId, finance, change)).rejects.toMatchObject(refused(code));
  });

  it('of a candidate who left is refused', async () => {
    const { applicationId } = await application({ state: 'withdrawn' });
    await expect(register(applicationId)).rejects.toMatchObject(refused('wrong-state'));
  });
});

describe('who may', () => {
  const everybodyElse = staffRoles.filter((role) => role !== 'finance-officer');

  it.each([...everybodyElse, 'candidate', 'visitor'] as const)('not: %s', async (role) => {
    const who: Subject = { id: 'somebody', grants: [{ role, programmes: ['*'] }] };
    const { applicationId } = await application();
    const { id } = await register(applicationId);
    for (const attempt of [register(applicationId, who), judge(id, 'yes', who)])
      await expect(attempt).rejects.toMatchObject(refused('permission-missing'));
    for (const call of [
      bench.service.call(listRefunds, { limit: 20 }, who),
      bench.service.call(approveRefund, { refundId: 'refund-x' }, who),
    ])
      await expect(call).rejects.toMatchObject(refused('permission-missing'));
    const code = role === 'candidate' ? 'not-found' : 'permission-missing';
    await expect(list(applicationId, who)).rejects.toMatchObject(refused(code));
  });

  it('not a finance officer of another programme: for them there is nothing', async () => {
    const { applicationId } = await application();
    const { id } = await register(applicationId);
    for (const attempt of [
      register(applicationId, foreign),
      judge(id, 'yes', foreign),
      list(applicationId, foreign),
    ])
      await expect(attempt).rejects.toMatchObject(refused('not-found'));
    await expect(register('application-unknown')).rejects.toMatchObject(refused('not-found'));
    await expect(judge('funding-unknown', 'yes')).rejects.toMatchObject(refused('not-found'));
  });

  it('not before the fee is paid (R15)', async () => {
    const { applicationId } = await application({ isExaminable: false, state: 'fee-pending' });
    await expect(register(applicationId)).rejects.toMatchObject(refused('not-found'));
    await expect(list(applicationId, finance)).rejects.toMatchObject(refused('not-found'));
  });
});
