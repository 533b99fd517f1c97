import { describe, expect, it } from '@jest/globals';
import { orderPaid } from '@admissions/contracts/payments';
import * as fc from 'fast-check';
import { nextAttemptKey, startAttempt } from './attempts.ts';
import { expectRefund } from './deposit.ts';
import { append, balance, held, line, lineKinds, type LineKind } from './ledger.ts';
import type { Decision, Order } from './order.ts';
import { answerClosing } from './closing.ts';
import { dispute, fresh, freshDeposit, now, refund } from './order.examples.ts';
import type { SeenPayment } from './seen-payment.ts';
import { settle } from './settle.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' as const });
const kinds = Object.keys(lineKinds) as LineKind[];
const anyLine = fc
  .record({ kind: fc.constantFrom(...kinds), ref: fc.constantFrom('a', 'b', 'c'), cents: fc.nat(100_000) })
  .map(({ kind, ref, cents }) => line(kind, ref, eur(cents), now.toISOString()));

describe('the ledger', () => {
  it('only grows, and books each cause once', () => {
    fc.assert(
      fc.property(fc.array(anyLine), fc.array(anyLine), (first, second) => {
        const before = append([], first);
        const after = append(before, second);
        expect(after.slice(0, before.length)).toEqual(before);
        expect(append(after, [...first, ...second])).toBe(after);
        const keys = after.map(({ kind, ref }) => `${kind}/${ref}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('has a balance that is the sum of its lines, in whole cents', () => {
    fc.assert(
      fc.property(fc.array(anyLine), (lines) => {
        const ledger = append([], lines);
        expect(balance(ledger)).toBe(ledger.map(({ amount }) => amount).reduce((a, b) => a + b, 0));
        expect(Number.isSafeInteger(balance(ledger))).toBe(true);
      }),
    );
  });
});

/** A provider with two sessions of one order; each act moves its world on, as far as the provider allows it. */
interface World {
  readonly sessions: SeenPayment[];
}
type Act = (world: World, order: Order) => Decision | undefined;

const look =
  (n: number, change: (seen: SeenPayment) => SeenPayment): Act =>
  (world, order) => {
    const before = world.sessions[n];
    if (!before) return undefined;
    world.sessions[n] = change(before);
    return settle(order, world.sessions[n], 'R-2026-000001');
  };
const ifPaid = (seen: SeenPayment, change: Partial<SeenPayment>) =>
  seen.charge ? { ...seen, ...change } : seen;
const pay = (seen: SeenPayment, n: number): SeenPayment =>
  seen.session.status !== 'open'
    ? seen
    : {
        ...seen,
        session: { ...seen.session, status: 'complete', isPaid: true },
        charge: {
          id: `ch_${n}`,
          intentId: `pi_${n}`,
          amount: 8000,
          currency: 'eur',
          brand: 'visa',
          last4: '4242',
          at: now.toISOString(),
        },
      };
const expire = (seen: SeenPayment): SeenPayment =>
  seen.session.status === 'open' ? { ...seen, session: { ...seen.session, status: 'expired' } } : seen;

/** The bank holds the money: the provider gives nothing back (R133). */
const isTaken = ({ dispute: disputed }: SeenPayment) => disputed !== undefined && disputed.status !== 'won';

const acts: Record<string, Act> = {
  start: (world, order) => {
    const key = nextAttemptKey(order);
    const decision = startAttempt(order, now);
    if ('state' in decision) {
      const id = `cs_${world.sessions.length}`;
      const session = { id, orderId: order.id, attemptKey: key, amountTotal: 8000, currency: 'eur' };
      world.sessions.push({
        session: { ...session, status: 'open', isPaid: false },
        hasFailed: false,
        refunds: [],
      });
    }
    return decision;
  },
  close: (_world, order) => answerClosing(order, 'withdrawn', now),
  'expect-refund': (_world, order) => expectRefund(order, 'refund-1'),
};
for (const n of [0, 1]) {
  acts[`look-${n}`] = look(n, (seen) => seen);
  acts[`pay-${n}`] = look(n, (seen) => pay(seen, n));
  acts[`expire-${n}`] = look(n, expire);
  acts[`refund-${n}`] = look(n, (seen) =>
    seen.refunds.length > 0 || isTaken(seen)
      ? seen
      : ifPaid(seen, { refunds: [refund('succeeded', 8000, `re_${n}`)] }),
  );
  const own = { ...refund('succeeded', 8000, `re_own_${n}`), refundId: 'refund-1' };
  // The provider gives no more back than it received.
  acts[`own-refund-${n}`] = look(n, (seen) =>
    seen.refunds.length > 0 || isTaken(seen) ? seen : ifPaid(seen, { refunds: [own] }),
  );
  acts[`return-${n}`] = look(n, (seen) => ({
    ...seen,
    refunds: seen.refunds.map((one) => ({ ...one, status: 'failed' as const })),
  }));
  acts[`dispute-${n}`] = look(n, (seen) =>
    seen.dispute || seen.refunds.length > 0
      ? seen
      : ifPaid(seen, { dispute: { ...dispute('open'), id: `dp_${n}` } }),
  );
  acts[`win-${n}`] = look(n, (seen) =>
    seen.dispute ? { ...seen, dispute: { ...seen.dispute, status: 'won' } } : seen,
  );
}

/** What the provider holds of the order’s money in the end. */
function atProvider({ sessions }: World): number {
  return sessions.reduce((sum, { charge, refunds, dispute: disputed }) => {
    const back = refunds.reduce((total, one) => total + (one.status === 'failed' ? 0 : one.amount), 0);
    const taken = disputed && disputed.status !== 'won' ? disputed.amount : 0;
    return sum + (charge?.amount ?? 0) - back - taken;
  }, 0);
}

const anyAct = fc.constantFrom(...Object.keys(acts));
const paidMessages = ({ messages = [] }: Extract<Decision, { state: unknown }>) =>
  messages.filter(({ name }) => name === orderPaid.name).length;

describe('an order under any sequence of acts', () => {
  it('keeps a ledger that only grows, one payment, one message, and owes what the provider does not hold', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 25 }), fc.boolean(), (names, isDeposit) => {
        const world: World = { sessions: [] };
        let order = isDeposit ? freshDeposit() : fresh();
        let said = 0;
        for (const name of names) {
          const decision = acts[name]!(world, order);
          if (!decision || !('state' in decision)) continue;
          expect(decision.state.ledger.slice(0, order.ledger.length)).toEqual(order.ledger);
          said += paidMessages(decision);
          order = decision.state;
        }
        for (const seen of world.sessions) {
          const decision = settle(order, seen, 'R-2026-000001');
          if (!('state' in decision)) continue;
          order = decision.state;
          said += paidMessages(decision);
        }
        const sum = (kind: LineKind) => balance(order.ledger.filter((one) => one.kind === kind));
        const asked = (order.state === 'closed' ? 0 : 8000) + sum('credit-note');
        expect(balance(order.ledger)).toBe(asked - atProvider(world));
        expect(held(order.ledger)).toBe(atProvider(world));
        expect(held(order.ledger)).toBeGreaterThanOrEqual(0);
        expect(sum('refund') + sum('refund-returned')).toBeLessThanOrEqual(-sum('payment'));
        expect(said).toBe('payment' in order ? 1 : 0);
      }),
      { numRuns: 2000 },
    );
  });
});
