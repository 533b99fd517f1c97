import type { Decision, Order, Surplus } from './order.ts';

/**
 * The further payments of an order that are to be refunded now, in full (R134). Not while the bank holds the money by a dispute
 * (R133), not what went back already, and not what the provider or the bank refused: that goes to a person.
 */
export function refundsDue(order: Order): readonly Surplus[] {
  return order.surplus.filter(
    (surplus) => remaining(surplus) > 0 && !isStuck(surplus) && !isHeldByBank(surplus),
  );
}

/** The further payments that only a person can give back: the provider refused, or the bank returned the refund (R132). */
export function refundsForPeople(order: Order): readonly Surplus[] {
  return order.surplus.filter((surplus) => remaining(surplus) > 0 && isStuck(surplus));
}

/** Notes that the provider will not refund a further payment. */
export function recordRefundRefused(order: Order, intentId: string, reason: string): Decision {
  const surplus = order.surplus.find((one) => one.intentId === intentId);
  if (!surplus) return { ignored: 'payment-unknown' };
  if (surplus.refundRefused !== undefined) return { ignored: 'refusal-known' };
  const refused = order.surplus.map((one) => (one === surplus ? { ...one, refundRefused: reason } : one));
  return { state: { ...order, surplus: refused } };
}

/**
 * Names one demand to refund a further payment. After a dispute it is another demand: the provider repeats its refusal to whoever
 * repeats the key. It can give back no more than it received, whatever the keys.
 */
export function refundDemand(orderId: string, { intentId, dispute }: Surplus): string {
  const after = dispute === undefined ? '' : `:${dispute.id}:${dispute.status}`;
  return `${orderId}:refund:${intentId}${after}`;
}

/** What of a further payment has not gone back, in cents. */
export function remaining({ amount, refunds }: Surplus): number {
  const returned = refunds.filter(({ status }) => status !== 'failed');
  return amount.amount - returned.reduce((sum, refund) => sum + refund.amount, 0);
}

function isStuck({ refunds, refundRefused }: Surplus): boolean {
  return refundRefused !== undefined || refunds.some(({ status }) => status === 'failed');
}

function isHeldByBank({ dispute }: Surplus): boolean {
  return dispute?.status === 'open' || dispute?.status === 'lost';
}
