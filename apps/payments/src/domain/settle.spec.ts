import { describe, expect, it } from '@jest/globals';
import { orderPaid, orderStates } from '@admissions/contracts/payments';
import { openAttempt } from './attempts.ts';
import { balance } from './ledger.ts';
import type { Order } from './order.ts';
import * as example from './order.examples.ts';
import { dispute, orders, paidSession, refund, session, unpaidSession } from './order.examples.ts';
import type { SeenPayment } from './seen-payment.ts';
import { needsReceipt, settle } from './settle.ts';
import { recordRefundRefused, refundDemand, refundsDue, refundsForPeople } from './surplus.ts';

const receipt = 'R-2026-000001';
const known = paidSession();
const further = paidSession(2);

function twoAttempts(order: Order): Order {
  const key = 'order-1:2';
  const attempt = { key, startedAt: example.now.toISOString(), expiresAt: example.now.toISOString() };
  return { ...order, attempts: [...order.attempts, attempt] };
}

const seen: Record<string, SeenPayment> = {
  waiting: unpaidSession('open'),
  expired: unpaidSession('expired'),
  processing: unpaidSession('complete'),
  failed: unpaidSession('complete', 1, true),
  paid: known,
  further,
};

/** What becomes of the state; `=` means that nothing at all changes. */
const table = {
  open: {
    waiting: '=',
    expired: 'open',
    processing: 'in-flight',
    failed: 'open',
    paid: 'paid',
    further: 'paid',
  },
  'in-flight': {
    waiting: '=',
    expired: 'in-flight',
    processing: '=',
    failed: 'open',
    paid: 'paid',
    further: 'paid',
  },
  paid: { waiting: '=', expired: '=', processing: '=', failed: '=', paid: '=', further: 'paid' },
  closed: { waiting: '=', expired: '=', processing: '=', failed: '=', paid: 'closed', further: 'closed' },
  disputed: { waiting: '=', expired: '=', processing: '=', failed: '=', paid: 'paid', further: 'disputed' },
} as const;

describe('every state × every word of the provider (R131)', () => {
  for (const state of orderStates) {
    it.each(Object.entries(table[state]))(`${state}: %s gives %s`, (what, expected) => {
      // The provider goes on to tell of the dispute that it told of before.
      const told =
        state === 'disputed' && what === 'paid' ? paidSession(1, { dispute: dispute('won') }) : seen[what]!;
      const before = twoAttempts(orders[state]());
      const decision = settle(before, told, receipt);
      expect('state' in decision ? decision.state.state : '=').toBe(expected);
      if (!('state' in decision)) return;
      expect(settle(decision.state, told, receipt)).toHaveProperty('ignored');
      expect(decision.state.ledger.slice(0, before.ledger.length)).toEqual(before.ledger);
    });
  }
});

describe('becoming paid', () => {
  it('says so once, with what the receipt prints', () => {
    const decision = settle(orders.open(), known, receipt);
    const { messages = [] } = decision as { messages?: { name: string; data: unknown }[] };
    expect(messages).toHaveLength(1);
    expect(messages[0]!.name).toBe(orderPaid.name);
    expect(messages[0]!.data).toMatchObject({
      orderId: 'order-1',
      receiptNumber: receipt,
      means: 'Visa •••• 4242',
      paidAt: '2026-11-24T09:05:00.000Z',
      amount: { amount: 8000, currency: 'EUR' },
    });
    const paid = example.after(decision);
    expect(balance(paid.ledger)).toBe(0);
    expect(openAttempt(paid)).toBeUndefined();
  });

  it('needs a receipt number, and only then', () => {
    expect(needsReceipt(orders.open(), known)).toBe(true);
    expect(needsReceipt(orders['in-flight'](), known)).toBe(true);
    expect(needsReceipt(orders.paid(), known)).toBe(false);
    expect(needsReceipt(orders.open(), unpaidSession('complete'))).toBe(false);
    expect(() => settle(orders.open(), known)).toThrow('receipt number');
  });

  it.each<[string, SeenPayment]>([
    ['a session of another amount', { ...known, session: { ...known.session, amountTotal: 100 } }],
    ['a charge of another amount', { ...known, charge: { ...known.charge!, amount: 7999 } }],
    ['another currency', { ...known, charge: { ...known.charge!, currency: 'usd' } }],
    ['no amount', { ...known, session: { ...known.session, amountTotal: null } }],
  ])('never follows from %s: recorded once, state unchanged', (_what, wrong) => {
    const decision = settle(orders.open(), wrong, receipt);
    const order = example.after(decision);
    expect(order).toMatchObject({ state: 'open', anomalies: [{ kind: 'amount-mismatch', ref: 'cs_1' }] });
    expect(balance(order.ledger)).toBe(8000);
    expect((decision as { messages?: unknown[] }).messages).toBeUndefined();
    expect(needsReceipt(orders.open(), wrong)).toBe(false);
    expect(settle(order, wrong, receipt)).toEqual({ ignored: 'amount-mismatch-known' });
  });

  it.each<[string, Partial<SeenPayment['session']>]>([
    ['names another order', { orderId: 'order-2' }],
    ['names no order', { orderId: undefined }],
    ['is of an attempt that we did not start', { attemptKey: 'order-1:7' }],
    ['names no attempt', { attemptKey: undefined }],
  ])('never follows from a session that %s', (_what, change) => {
    const strange = { ...known, session: { ...known.session, ...change } };
    expect(example.after(settle(orders.open(), strange, receipt))).toMatchObject({
      state: 'open',
      anomalies: [{ kind: 'unknown-attempt' }],
    });
    const unpaid = { ...unpaidSession('open'), session: session(1, change) };
    expect(settle(orders.open(), unpaid)).toEqual({ ignored: 'attempt-unknown' });
  });
});

describe('a further payment (R134)', () => {
  const twice = () => example.after(settle(twoAttempts(orders.paid()), further));

  it('is flagged and due to go back in full', () => {
    expect(balance(twice().ledger)).toBe(-8000);
    expect(refundsDue(twice())).toMatchObject([{ intentId: 'pi_2', amount: { amount: 8000 } }]);
  });

  it.each<[string, Partial<SeenPayment>, number, number, number]>([
    ['is refunded', { refunds: [refund('succeeded')] }, 0, 0, 0],
    ['is being refunded', { refunds: [refund('pending')] }, 0, 0, 0],
    ['was refunded in part', { refunds: [refund('succeeded', 3000)] }, -5000, 1, 0],
    ['could not be refunded (R132)', { refunds: [refund('failed')] }, -8000, 0, 1],
    ['is disputed: not while the bank holds the money (R133)', { dispute: dispute('open') }, 0, 0, 0],
    ['was lost to the bank', { dispute: dispute('lost') }, 0, 0, 0],
    ['was won back', { dispute: dispute('won') }, -8000, 1, 0],
    ['is asked about', { dispute: dispute('inquiry') }, -8000, 1, 0],
  ])('that %s is booked and due as it should', (_what, change, owed, due, forPeople) => {
    const order = example.after(settle(twice(), paidSession(2, change)));
    expect(balance(order.ledger)).toBe(owed);
    expect(refundsDue(order)).toHaveLength(due);
    expect(refundsForPeople(order)).toHaveLength(forPeople);
    expect(order.state).toBe('paid');
  });

  it('is asked back under one key, and under another once a dispute was won', () => {
    const keyOf = (change: Partial<SeenPayment>) => {
      const order = example.after(settle(twice(), paidSession(2, change)));
      return refundsDue(order).map((surplus) => refundDemand(order.id, surplus));
    };
    const [first] = refundsDue(twice()).map((surplus) => refundDemand(twice().id, surplus));
    expect(keyOf({ refunds: [refund('succeeded', 3000)] })).toEqual([first]);
    const [later] = keyOf({ dispute: dispute('won') });
    expect(later).toEqual(expect.any(String));
    expect(later).not.toBe(first);
  });

  it('that the provider will not refund goes to a person', () => {
    const order = example.after(recordRefundRefused(twice(), 'pi_2', 'charge_expired'));
    expect(refundsDue(order)).toHaveLength(0);
    expect(refundsForPeople(order)).toHaveLength(1);
    expect(recordRefundRefused(order, 'pi_2', 'again')).toEqual({ ignored: 'refusal-known' });
    expect(recordRefundRefused(order, 'pi_9', 'again')).toEqual({ ignored: 'payment-unknown' });
  });

  it('of a closed order goes back too', () => {
    const order = example.after(settle(orders.closed(), known));
    expect(order.state).toBe('closed');
    expect(refundsDue(order)).toHaveLength(1);
  });
});

describe('a dispute (R133)', () => {
  it.each([
    ['open', 'disputed', 8000],
    ['lost', 'disputed', 8000],
    ['inquiry', 'paid', 0],
  ] as const)('that is %s makes the order %s', (status, state, owed) => {
    const order = example.after(settle(orders.paid(), paidSession(1, { dispute: dispute(status) })));
    expect(order.state).toBe(state);
    expect(balance(order.ledger)).toBe(owed);
  });

  it('that is won makes it paid again', () => {
    const order = example.after(settle(orders.disputed(), paidSession(1, { dispute: dispute('won') })));
    expect(order.state).toBe('paid');
    expect(balance(order.ledger)).toBe(0);
  });

  it('that we hear of before the payment counts with it', () => {
    const order = example.after(settle(orders.open(), paidSession(1, { dispute: dispute('open') }), receipt));
    expect(order).toMatchObject({ state: 'disputed', receiptNumber: receipt });
  });
});

it('tells people of a refund that the platform did not ask for (R80)', () => {
  const order = example.after(settle(orders.paid(), paidSession(1, { refunds: [refund('succeeded')] })));
  expect(order).toMatchObject({ state: 'paid', anomalies: [{ kind: 'refund-not-ours', ref: 're_1' }] });
  expect(balance(order.ledger)).toBe(8000);
});
