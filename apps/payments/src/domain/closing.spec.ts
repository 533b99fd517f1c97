import { describe, expect, it } from '@jest/globals';
import { orderClosed, orderStates } from '@admissions/contracts/payments';
import { openAttempt } from './attempts.ts';
import { answerClosing } from './closing.ts';
import { balance, held } from './ledger.ts';
import * as example from './order.examples.ts';
import { deposits, paidSession, refund, unpaidSession } from './order.examples.ts';
import { settle } from './settle.ts';
import { refundsDue } from './surplus.ts';

const answer = (state: keyof typeof deposits) => {
  const order = deposits[state]();
  const ended = state === 'open' ? example.after(settle(order, unpaidSession('expired'))) : order;
  return answerClosing(ended, 'LAPSED', example.now) as Extract<
    ReturnType<typeof answerClosing>,
    { state: unknown }
  >;
};

describe('closing an order: every state × the answer', () => {
  it.each([
    ['open', 'closed', 'CLOSED_UNPAID'],
    ['closed', 'closed', 'CLOSED_UNPAID'],
    ['in-flight', 'in-flight', 'IN_FLIGHT'],
    ['paid', 'paid', 'PAID'],
    ['disputed', 'disputed', 'PAID'],
  ] as const)('%s becomes %s and is answered %s', (state, after, outcome) => {
    const { state: order, messages } = answer(state);
    expect(order.state).toBe(after);
    expect(messages).toEqual([
      {
        name: orderClosed.name,
        data: { orderId: 'order-1', applicationId: 'application-1', product: 'DEPOSIT', outcome },
      },
    ]);
  });

  it('knows every state', () => {
    expect(Object.keys(deposits).sort()).toEqual([...orderStates].sort());
  });

  it('waits while somebody may pay by an open session', () => {
    expect(answerClosing(deposits.open(), 'LAPSED', example.now)).toEqual({ ignored: 'session-still-open' });
  });

  it('says the same again, with the date of the first time', () => {
    const { state } = answer('open');
    const again = answerClosing(state, 'WITHDRAWN', example.later(1_000));
    expect(again).toMatchObject({ state, messages: [{ data: { outcome: 'CLOSED_UNPAID' } }] });
  });

  it('leaves nothing to pay and nothing to owe', () => {
    const { state } = answer('open');
    expect(balance(state.ledger)).toBe(0);
    expect(openAttempt(state)).toBeUndefined();
  });
});

describe('money that comes for a closed order', () => {
  it('goes back in full: the order stays closed and nothing is kept (R134)', () => {
    const late = example.after(settle(answer('open').state, paidSession()));
    expect(late.state).toBe('closed');
    expect(refundsDue(late)).toMatchObject([{ intentId: 'pi_1', amount: { amount: 8000 } }]);
    const returned = example.after(settle(late, paidSession(1, { refunds: [refund('succeeded')] })));
    expect(refundsDue(returned)).toHaveLength(0);
    expect(held(returned.ledger)).toBe(0);
  });

  it('is seen although its session had ended', () => {
    const paid = paidSession();
    const late = { ...paid, session: { ...paid.session, status: 'expired' as const, isPaid: false } };
    expect(refundsDue(example.after(settle(answer('open').state, late)))).toHaveLength(1);
    expect(example.after(settle(deposits.open(), late, 'A-2026-000001')).state).toBe('paid');
  });
});
