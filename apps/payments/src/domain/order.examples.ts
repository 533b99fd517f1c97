import type { OrderState } from '@admissions/contracts/payments';
import { recordSession, startAttempt } from './attempts.ts';
import {
  closeOrder,
  openOrder,
  type Decision,
  type DisputedOrder,
  type Order,
  type PaidOrder,
} from './order.ts';
import type { SeenPayment } from './seen-payment.ts';
import { settle } from './settle.ts';

/** Orders and provider answers for the rule tests; made by the acts themselves, so that no impossible order is tested. */
export const now = new Date('2026-11-24T09:00:00.000Z');
export const later = (ms: number) => new Date(now.getTime() + ms);

export const fee = {
  product: 'APPLICATION_FEE' as const,
  applicationId: 'application-1',
  candidateId: 'candidate-1',
  programmeId: 'data-science',
  reference: 'MS-2026-0001',
  programmeTitle: 'Mastère Spécialisé® Data',
  intakeLabel: 'Rentrée 2027',
  amount: { amount: 8000, currency: 'EUR' as const },
  requestedAt: now.toISOString(),
};

/** The state that a decision gives; fails when it gives none. */
export function after(decision: Decision): Order {
  if (!('state' in decision)) throw new Error(`no new state: ${JSON.stringify(decision)}`);
  return decision.state;
}

export const fresh = () => after(openOrder(undefined, 'order-1', fee));

export function withSession(order: Order, n = order.attempts.length + 1): Order {
  const started = after(startAttempt(order, now));
  return after(recordSession(started, `order-1:${n}`, { id: `cs_${n}`, url: `https://pay/${n}` }));
}

/** A paid session of attempt `n`, with its own charge. */
export function paidSession(n = 1, change: Partial<SeenPayment> = {}): SeenPayment {
  return {
    session: session(n, { status: 'complete', isPaid: true }),
    hasFailed: false,
    charge: {
      id: `ch_${n}`,
      intentId: `pi_${n}`,
      amount: 8000,
      currency: 'eur',
      brand: 'visa',
      last4: '4242',
      at: '2026-11-24T09:05:00.000Z',
    },
    refunds: [],
    ...change,
  };
}

export function session(n = 1, change: Partial<SeenPayment['session']> = {}): SeenPayment['session'] {
  return {
    id: `cs_${n}`,
    orderId: 'order-1',
    attemptKey: `order-1:${n}`,
    status: 'open',
    isPaid: false,
    amountTotal: 8000,
    currency: 'eur',
    ...change,
  };
}

/** A session of attempt `n` without money. */
export function unpaidSession(
  status: 'open' | 'complete' | 'expired',
  n = 1,
  hasFailed = false,
): SeenPayment {
  return { session: session(n, { status }), hasFailed, refunds: [] };
}

export const dispute = (status: 'inquiry' | 'open' | 'won' | 'lost') => ({
  id: 'dp_1',
  amount: 8000,
  status,
  reason: 'fraudulent',
  at: '2026-12-01T00:00:00.000Z',
});

export const refund = (status: 'pending' | 'succeeded' | 'failed', amount = 8000, id = 're_1') => ({
  id,
  amount,
  status,
  at: '2026-11-25T00:00:00.000Z',
});

/** One order in each state, with one attempt whose session is known (ended where the order is closed). */
export const orders: Record<OrderState, () => Order> = {
  open: () => withSession(fresh()),
  'in-flight': () => after(settle(withSession(fresh()), unpaidSession('complete'))),
  paid: () => after(settle(withSession(fresh()), paidSession(), 'R-2026-000001')),
  closed: () =>
    after(closeOrder(after(settle(withSession(fresh()), unpaidSession('expired'))), 'withdrawn', now)),
  disputed: () => after(settle(orders.paid(), paidSession(1, { dispute: dispute('open') }))),
};

/** The deposit of the same candidate, to be paid within ten days (R64). */
export const depositDueAt = '2026-12-04T22:59:59.999Z';
export const depositRequest = {
  ...fee,
  product: 'DEPOSIT' as const,
  amount: { amount: 8000, currency: 'EUR' as const },
  dueAt: depositDueAt,
};
export const freshDeposit = () => after(openOrder(undefined, 'order-1', depositRequest));

export const deposits = {
  open: () => withSession(freshDeposit()),
  'in-flight': () => after(settle(deposits.open(), unpaidSession('complete'))),
  paid: () => after(settle(deposits.open(), paidSession(), 'A-2026-000001')) as PaidOrder,
  closed: () => after(closeOrder(after(settle(deposits.open(), unpaidSession('expired'))), 'LAPSED', now)),
  disputed: () =>
    after(settle(deposits.paid(), paidSession(1, { dispute: dispute('open') }))) as DisputedOrder,
};
