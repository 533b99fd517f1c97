import type { Decision, Order, Payment } from './order.ts';
import type { SeenRefund } from './seen-payment.ts';

/**
 * Where the deposit of an application stands, for the question whether it is to be refunded (R94, ruling 1b: "paid and not refunded").
 * `disputed`: the bank holds the money (R133); `lost`: it has taken it; `returned`: somebody gave it back outside the platform.
 */
export type DepositStanding = 'unpaid' | 'closed' | 'paid' | 'disputed' | 'lost' | 'returned';

/** Reads the standing from the order of the deposit, or from there being none. */
export function depositStanding(order: Order | undefined): DepositStanding {
  if (!order) return 'unpaid';
  if (order.state === 'closed') return 'closed';
  if (!('payment' in order)) return 'unpaid';
  const { dispute } = order.payment;
  if (dispute?.status === 'open') return 'disputed';
  if (dispute?.status === 'lost') return 'lost';
  return foreignRefunds(order, order.payment).some(({ status }) => status !== 'failed') ? 'returned' : 'paid';
}

/** The refunds of the order’s own payment that the platform did not ask for. */
export function foreignRefunds({ refundId }: Order, { refunds }: Payment): readonly SeenRefund[] {
  return refunds.filter((refund) => refundId === undefined || refund.refundId !== refundId);
}

/** Notes that the platform is about to give the deposit back, before the provider hears of it; only while the money is ours to give. */
export function expectRefund(order: Order, refundId: string): Decision {
  const standing = depositStanding(order);
  if (standing !== 'paid') return { ignored: `deposit-${standing}` };
  if (order.refundId === refundId) return { ignored: 'refund-expected' };
  return { state: { ...order, refundId } };
}
