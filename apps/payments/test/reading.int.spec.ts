import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getOrder, listOrders, openCheckout, reportClock } from '@admissions/contracts/payments';
import type { Subject } from '@admissions/contracts/subject';
import { subjects, waitFor } from '@admissions/runtime/testing';
import { CARDS, payWith } from '../../../tools/stripe-emulator/test/browser.ts';
import { Bench, fee } from './bench.ts';

type Order = Awaited<ReturnType<Bench['order']>>;
let bench: Bench;
let unpaid: Order;
let paid: Order;
beforeAll(async () => {
  bench = await Bench.start();
  const payer = { candidateId: `candidate-${randomUUID()}` };
  [unpaid, paid] = await Promise.all([bench.order(payer), bench.order(payer)]);
  await payWith((await bench.checkout(paid)).url, CARDS.good, { email: 'c@example.org' });
  await bench.until('payment', paid.id, ({ state }) => state === 'paid');
});
afterAll(async () => bench?.stop());

const code = async (answer: Promise<unknown>) => {
  try {
    await answer;
    return 'ok';
  } catch (error) {
    return (error as { problem: { code: string } }).problem.code;
  }
};

const none = 'not-found';
const barred = 'permission-missing';
const finance = subjects.financeOfficer;
/** Who reads an order before and after it is paid (R15), and who pays it; another person’s object is no object at all. */
const rows: [string, () => Subject, string, string, string][] = [
  ['the candidate', () => subjects.candidate(unpaid.candidateId), 'ok', 'ok', 'ok'],
  ['another candidate', () => subjects.candidate('candidate-2'), none, none, none],
  ['a finance officer of all programmes', () => finance(), none, 'ok', barred],
  ['a finance officer of the programme', () => finance(['data-science']), none, 'ok', barred],
  ['a finance officer of another programme', () => finance(['energy']), none, none, barred],
  ['an admissions officer', () => subjects.officer(), barred, barred, barred],
  ['an administrator', () => subjects.administrator, barred, barred, barred],
  ['a visitor', () => subjects.visitor as Subject, barred, barred, barred],
];

describe.each(rows)('%s', (_who, who, before, after, pay) => {
  it(`reads: ${before} before payment, ${after} after it; pays: ${pay}`, async () => {
    const read = async ({ id: orderId, applicationId }: Order) => [
      await code(bench.service.call(getOrder, { orderId }, who())),
      await code(bench.service.call(listOrders, { applicationId }, who())),
    ];
    expect(await read(unpaid)).toEqual([before, before]);
    expect(await read(paid)).toEqual([after, after]);
    expect(await code(bench.service.call(openCheckout, { orderId: unpaid.id }, who()))).toBe(pay);
  });
});

describe('an application whose fee was not asked for yet', () => {
  const whose = { candidateId: 'candidate-of-a-draft', programmeId: fee.programmeId };
  const list = (applicationId: string, who: Subject) =>
    bench.service.call(listOrders, { applicationId }, who).then(
      ({ items }) => items,
      (error: { problem: { code: string } }) => error.problem.code,
    );

  it('has no orders for its candidate, and does not exist for anybody else', async () => {
    const applicationId = `application-${randomUUID()}`;
    const owner = subjects.candidate(whose.candidateId);
    expect(await list(applicationId, owner)).toBe('not-found');
    await bench.told({ ...whose, applicationId });
    await waitFor('the application', async () => (await list(applicationId, owner)) !== 'not-found');
    expect(await list(applicationId, owner)).toEqual([]);
    expect(await list(applicationId, subjects.candidate('candidate-2'))).toBe('not-found');
    expect(await list(applicationId, finance())).toBe('not-found');
  });

  it('answers a stranger as one that nobody has ever heard of', async () => {
    const stranger = subjects.candidate('candidate-2');
    expect(await list('application-unknown', stranger)).toBe('not-found');
    expect(await list(unpaid.applicationId, stranger)).toBe('not-found');
  });

  it('keeps what the newest snapshot says, whatever comes after it', async () => {
    const applicationId = `application-${randomUUID()}`;
    const owner = subjects.candidate(whose.candidateId);
    await bench.told({ ...whose, applicationId }, 5);
    await waitFor('the application', async () => (await list(applicationId, owner)) !== 'not-found');
    await bench.told({ ...whose, applicationId, candidateId: 'somebody-else' }, 4);
    // One more message through the same queue: the late one was followed before it.
    await bench.order();
    expect(await list(applicationId, owner)).toEqual([]);
    expect(await list(applicationId, subjects.candidate('somebody-else'))).toBe('not-found');
  });
});

it('does not take a forged subject', async () => {
  const forged = { token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.' };
  const call = bench.service.call(
    getOrder,
    { orderId: unpaid.id },
    subjects.candidate(unpaid.candidateId),
    forged,
  );
  expect(await code(call)).toBe('not-signed-in');
});

it('reports its clock', async () => {
  expect(await bench.service.call(reportClock, {}, subjects.administrator)).toMatchObject({ offsetMs: 0 });
});
