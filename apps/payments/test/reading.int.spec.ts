import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getOrder, listOrders, openCheckout, reportClock } from '@admissions/contracts/payments';
import type { Subject } from '@admissions/contracts/subject';
import { subjects } from '@admissions/runtime/testing';
import { Bench } from './bench.ts';

let bench: Bench;
let order: Awaited<ReturnType<Bench['order']>>;
beforeAll(async () => {
  bench = await Bench.start();
  order = await bench.order();
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

/** Who may read and pay what; another person’s object is no object at all. */
const rows: [string, () => Subject, string, string][] = [
  ['the candidate', () => subjects.candidate(order.candidateId), 'ok', 'ok'],
  ['another candidate', () => subjects.candidate('candidate-2'), 'not-found', 'not-found'],
  ['a finance officer of all programmes', () => subjects.financeOfficer(), 'ok', 'permission-missing'],
  [
    'a finance officer of the programme',
    () => subjects.financeOfficer(['data-science']),
    'ok',
    'permission-missing',
  ],
  [
    'a finance officer of another programme',
    () => subjects.financeOfficer(['energy']),
    'not-found',
    'permission-missing',
  ],
  ['an admissions officer', () => subjects.officer(), 'permission-missing', 'permission-missing'],
  ['an administrator', () => subjects.administrator, 'permission-missing', 'permission-missing'],
  ['a visitor', () => subjects.visitor as Subject, 'permission-missing', 'permission-missing'],
];

describe.each(rows)('%s', (_who, who, read, pay) => {
  it(`reads: ${read}, pays: ${pay}`, async () => {
    const { id: orderId, applicationId } = order;
    expect(await code(bench.service.call(getOrder, { orderId }, who()))).toBe(read);
    expect(await code(bench.service.call(listOrders, { applicationId }, who()))).toBe(read);
    expect(await code(bench.service.call(openCheckout, { orderId }, who()))).toBe(pay);
  });
});

it('lists nothing for an application that has no order yet', async () => {
  const { items } = await bench.service.call(
    listOrders,
    { applicationId: 'application-9' },
    subjects.candidate('c'),
  );
  expect(items).toEqual([]);
});

it('does not take a forged subject', async () => {
  const forged = { token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.' };
  const call = bench.service.call(
    getOrder,
    { orderId: order.id },
    subjects.candidate(order.candidateId),
    forged,
  );
  expect(await code(call)).toBe('not-signed-in');
});

it('reports its clock', async () => {
  expect(await bench.service.call(reportClock, {}, subjects.administrator)).toMatchObject({ offsetMs: 0 });
});
