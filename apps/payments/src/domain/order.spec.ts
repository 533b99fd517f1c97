import { describe, expect, it } from '@jest/globals';
import { orderStates, type OrderState } from '@admissions/contracts/payments';
import * as attempts from './attempts.ts';
import { balance } from './ledger.ts';
import {
  allows,
  closeOrder,
  moves,
  openOrder,
  stateLabels,
  viewOf,
  type Decision,
  type Order,
} from './order.ts';
import * as example from './order.examples.ts';

const inWords = (decision: Decision) =>
  'refused' in decision
    ? decision.refused.code
    : 'ignored' in decision
      ? decision.ignored
      : decision.state.state;

describe('the table of moves', () => {
  it('leads to every state from the first one', () => {
    const reached = new Set<OrderState>(['open']);
    for (let i = 0; i < orderStates.length; i += 1) {
      for (const { from, to } of Object.values(moves))
        if (from.some((state) => reached.has(state))) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...orderStates].sort());
  });

  it('has words for every state', () => {
    for (const state of orderStates) expect(stateLabels[state]).toMatch(/^\p{Lu}/u);
  });
});

describe('opening the order of a fee (R78, R79)', () => {
  it('asks for the amount of the request', () => {
    const order = example.fresh();
    expect(order).toMatchObject({
      state: 'open',
      product: 'APPLICATION_FEE',
      amount: { amount: 8000, currency: 'EUR' },
    });
    expect(balance(order.ledger)).toBe(8000);
  });

  it('happens once, and tells when the second request has another amount', () => {
    const order = example.fresh();
    expect(inWords(openOrder(order, 'order-1', example.fee))).toBe('order-exists');
    const dearer = { ...example.fee, amount: { amount: 9000, currency: 'EUR' as const } };
    expect(inWords(openOrder(order, 'order-1', dearer))).toBe('order-exists-with-another-amount');
  });
});

const acts: Record<string, (order: Order) => Decision> = {
  'start-attempt': (order) => attempts.startAttempt({ ...order, attempts: [] }, example.now),
  close: (order) => closeOrder({ ...order, attempts: [] }, 'withdrawn', example.now),
};

describe('every state × act', () => {
  it.each([
    ['open', 'open', 'closed'],
    ['in-flight', 'order-not-payable', 'order-in-flight'],
    ['paid', 'order-already-paid', 'order-paid'],
    ['closed', 'order-closed', 'order-closed'],
    ['disputed', 'order-already-paid', 'order-disputed'],
  ] as const)('%s: starting an attempt gives %s, closing gives %s', (state, started, closed) => {
    const order = example.orders[state]();
    expect(order.state).toBe(state);
    expect(inWords(acts['start-attempt']!(order))).toBe(started);
    expect(inWords(acts['close']!(order))).toBe(closed);
  });

  it('does what the table of moves says', () => {
    for (const state of orderStates) {
      const order = example.orders[state]();
      expect('state' in acts['start-attempt']!(order)).toBe(allows('start-attempt', state));
      expect('state' in acts['close']!(order)).toBe(allows('close', state));
    }
  });
});

describe('attempts (R129, R130)', () => {
  it('have a key of their own, and there is one at a time', () => {
    const first = example.after(attempts.startAttempt(example.fresh(), example.now));
    expect(first.attempts).toEqual([
      { key: 'order-1:1', startedAt: '2026-11-24T09:00:00.000Z', expiresAt: '2026-11-25T08:50:00.000Z' },
    ]);
    expect(inWords(attempts.startAttempt(first, example.now))).toBe('attempt-open');
    const second = attempts.startAttempt(
      example.after(attempts.endAttempt(first, 'order-1:1', 'expired')),
      example.now,
    );
    expect(example.after(second).attempts.map(({ key }) => key)).toEqual(['order-1:1', 'order-1:2']);
  });

  it('end less than 24 h and more than 30 min after any moment at which they may be sent', () => {
    const life = attempts.sessionLifeMs;
    expect(life).toBeLessThan(24 * 3_600_000);
    expect(life - attempts.blindRetryMs).toBeGreaterThan(30 * 60_000);
  });

  it.each([
    ['no attempt', (order: Order) => order, 0, 'start'],
    ['an unanswered one', start, 60_000, 'send'],
    ['an unanswered one of 22 h 59', start, 23 * 3_600_000 - 60_000, 'send'],
    ['an unanswered one of 23 h', start, 23 * 3_600_000, 'look-up'],
    ['one with a session', example.withSession, 0, 'check'],
    ['one with an old session', example.withSession, 30 * 3_600_000, 'check'],
  ])('with %s the next step is right', (_what, made, age, step) => {
    expect(attempts.nextStep(made(example.fresh()), example.later(age)).step).toBe(step);
  });

  it('are refused after money came that does not fit', () => {
    const order = {
      ...example.fresh(),
      anomalies: [{ kind: 'amount-mismatch' as const, ref: 'cs_1', detail: '' }],
    };
    expect(inWords(attempts.startAttempt(order, example.now))).toBe('order-not-payable');
  });

  it('keep their first session and their first end', () => {
    const order = example.withSession(example.fresh());
    expect(inWords(attempts.recordSession(order, 'order-1:1', { id: 'cs_9', url: '' }))).toBe(
      'session-known',
    );
    expect(inWords(attempts.recordSession(order, 'order-1:9', { id: 'cs_9', url: '' }))).toBe(
      'attempt-unknown',
    );
    const ended = example.after(attempts.endAttempt(order, 'order-1:1', 'expired'));
    expect(inWords(attempts.endAttempt(ended, 'order-1:1', 'used'))).toBe('attempt-ended');
    expect(inWords(attempts.endAttempt(ended, 'order-1:9', 'used'))).toBe('attempt-unknown');
  });

  it('keep an order from being closed while somebody may pay by one', () => {
    expect(inWords(closeOrder(example.orders.open(), 'withdrawn', example.now))).toBe('session-still-open');
  });
});

it('shows payment and receipt only of what is paid', () => {
  expect(viewOf(example.orders.open())).not.toHaveProperty('paidAt');
  expect(viewOf(example.orders.paid())).toMatchObject({
    state: 'paid',
    stateLabel: 'Payé',
    paidAt: '2026-11-24T09:05:00.000Z',
    receiptNumber: 'R-2026-000001',
  });
});

function start(order: Order): Order {
  return example.after(attempts.startAttempt(order, example.now));
}
