import { describe, expect, it } from '@jest/globals';
import * as attempts from './attempts.ts';
import { depositStanding, expectRefund } from './deposit.ts';
import { balance, held } from './ledger.ts';
import * as example from './order.examples.ts';
import { deposits, dispute, paidSession, refund } from './order.examples.ts';
import { openOrder, viewOf, type Order } from './order.ts';
import { settle } from './settle.ts';

const minute = 60_000;
const due = new Date(example.depositDueAt);
const before = (ms: number) => new Date(due.getTime() - ms);
const start = (now: Date) => attempts.startAttempt(example.freshDeposit(), now);
const ours = (status: 'pending' | 'succeeded' | 'failed') => ({ ...refund(status), refundId: 'refund-1' });
const seen = (order: Order, refunds: ReturnType<typeof ours>[]) =>
  example.after(settle(order, paidSession(1, { refunds })));

describe('the order of a deposit (R64, R87)', () => {
  it('asks for the deposit until its date', () => {
    const order = example.freshDeposit();
    expect(order).toMatchObject({ product: 'DEPOSIT', label: 'Acompte de confirmation d’inscription' });
    expect(order.ledger.map(({ kind }) => kind)).toEqual(['deposit']);
    expect(viewOf(order)).toMatchObject({ dueAt: example.depositDueAt, balance: { amount: 0 } });
    expect(viewOf(deposits.paid())).toMatchObject({ balance: { amount: 8000 } });
  });

  it.each([
    ['ten days before', before(10 * 24 * 60 * minute), attempts.sessionLifeMs],
    ['an hour before', before(60 * minute), 60 * minute],
    ['31 minutes before', before(31 * minute), 31 * minute],
    ['a minute before: the shortest that the provider takes', before(minute), 31 * minute],
    ['at its very end', due, 31 * minute],
  ])('%s has a session of the right length', (_when, now, life) => {
    const { attempts: made } = example.after(start(now));
    const ends = Date.parse(made[0]!.expiresAt);
    expect(ends).toBe(Math.floor((now.getTime() + life) / 1000) * 1000);
    if (life > attempts.shortestLifeMs) expect(ends).toBeLessThanOrEqual(due.getTime());
    expect(ends - now.getTime()).toBeGreaterThanOrEqual(attempts.providerLeastMs);
  });

  it('is refused until the cooling-off is over, to the millisecond (R89, R90)', () => {
    const payableFrom = before(60 * minute);
    const request = { ...example.depositRequest, payableFrom: payableFrom.toISOString() };
    const order = example.after(openOrder(undefined, 'order-1', request));
    const early = new Date(payableFrom.getTime() - 1);
    expect(attempts.startAttempt(order, early)).toMatchObject({
      refused: { code: 'deposit-not-due', data: { payableFrom: payableFrom.toISOString() } },
    });
    expect(attempts.startAttempt(order, payableFrom)).toHaveProperty('state');
    expect(viewOf(order)).toMatchObject({ payableFrom: payableFrom.toISOString() });
  });

  it('is refused after its date, and the fee never is', () => {
    expect(start(new Date(due.getTime() + 1))).toMatchObject({ refused: { code: 'order-closed' } });
    expect(attempts.startAttempt(example.fresh(), new Date('2030-01-01'))).toHaveProperty('state');
  });

  it('gives its last page to the last moment, and an ordinary one not in its last minutes', () => {
    const last = example.after(start(before(60 * minute)));
    expect(attempts.isUsable(last, last.attempts[0]!, before(2_000))).toBe(true);
    expect(attempts.isUsable(last, last.attempts[0]!, due)).toBe(false);
    const early = example.after(start(example.now));
    const end = Date.parse(early.attempts[0]!.expiresAt);
    expect(attempts.isUsable(early, early.attempts[0]!, new Date(end - 2_000))).toBe(false);
  });

  it('looks an unanswered attempt up as soon as the provider would refuse to make it', () => {
    const order = example.after(start(before(60 * minute)));
    expect(attempts.nextStep(order, before(50 * minute)).step).toBe('send');
    expect(attempts.nextStep(order, before(29 * minute)).step).toBe('look-up');
  });
});

describe('where a deposit stands', () => {
  it.each<[string, Order | undefined, string]>([
    ['not asked for', undefined, 'unpaid'],
    ['open', deposits.open(), 'unpaid'],
    ['in flight', deposits['in-flight'](), 'unpaid'],
    ['closed', deposits.closed(), 'closed'],
    ['paid', deposits.paid(), 'paid'],
    ['disputed', deposits.disputed(), 'disputed'],
    ['lost', example.after(settle(deposits.paid(), paidSession(1, { dispute: dispute('lost') }))), 'lost'],
    ['won', example.after(settle(deposits.disputed(), paidSession(1, { dispute: dispute('won') }))), 'paid'],
    ['given back at the provider', seen(deposits.paid(), [refund('succeeded') as never]), 'returned'],
    ['so, but returned', seen(deposits.paid(), [refund('failed') as never]), 'paid'],
  ])('%s', (_what, order, standing) => {
    expect(depositStanding(order)).toBe(standing);
  });
});

describe('the refund of a deposit in its order', () => {
  const expecting = () => example.after(expectRefund(deposits.paid(), 'refund-1'));

  it('is expected once, and only while the money is ours to give', () => {
    expect(expectRefund(expecting(), 'refund-1')).toEqual({ ignored: 'refund-expected' });
    expect(expectRefund(deposits.disputed(), 'refund-1')).toEqual({ ignored: 'deposit-disputed' });
    expect(expectRefund(deposits.open(), 'refund-1')).toEqual({ ignored: 'deposit-unpaid' });
  });

  it('takes the charge back with the money: nobody owes anything', () => {
    const order = seen(expecting(), [ours('succeeded')]);
    expect(order.anomalies).toEqual([]);
    expect(order.ledger.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['deposit', 8000],
      ['payment', -8000],
      ['refund', 8000],
      ['credit-note', -8000],
    ]);
    expect([balance(order.ledger), held(order.ledger)]).toEqual([0, 0]);
    expect(settle(order, paidSession(1, { refunds: [ours('succeeded')] }))).toHaveProperty('ignored');
  });

  it('that the bank returns leaves us owing the money (R132)', () => {
    const order = seen(seen(expecting(), [ours('succeeded')]), [ours('failed')]);
    expect([balance(order.ledger), held(order.ledger)]).toEqual([-8000, 8000]);
  });

  it('of another’s making is told to people, and credits nothing', () => {
    const order = seen(deposits.paid(), [ours('succeeded')]);
    expect(order.anomalies).toMatchObject([{ kind: 'refund-not-ours' }]);
    expect(balance(order.ledger)).toBe(8000);
  });
});
