import { send } from '@admissions/contracts/message';
import { refundSucceeded } from '@admissions/contracts/payments';
import { printedMeans } from './means.ts';
import type { DisputedOrder, PaidOrder } from './order.ts';
import {
  factsOf,
  nextLook,
  reasonOf,
  type ExecutingRefund,
  type Refund,
  type RefundDecision,
} from './refund.ts';
import type { SeenRefund } from './seen-payment.ts';

const hour = 3_600_000;

/** The bank holds the money by a dispute, so that nothing went back: it waits for the end of the dispute (R133). */
export function hold(refund: Refund, key: string, now: Date): RefundDecision {
  if (refund.state !== 'executing' || refund.key !== key) return { ignored: `refund-${refund.state}` };
  return {
    state: {
      ...factsOf(refund),
      state: 'waiting',
      waitsFor: 'DISPUTE',
      checkAt: nextLook(refund, 'DISPUTE', now),
    },
  };
}

/** The provider has the refund and the bank takes its time: it is asked again in an hour, should nobody tell us (R132). */
export function askLater(refund: Refund, now: Date): RefundDecision {
  if (refund.state !== 'executing') return { ignored: `refund-${refund.state}` };
  return { state: { ...refund, checkAt: new Date(now.getTime() + hour).toISOString() } };
}

/** The provider refuses the refund for good: it goes to a person. */
export function failRefund(refund: Refund, because: string, now: Date): RefundDecision {
  if (refund.state !== 'executing' && refund.state !== 'succeeded')
    return { ignored: `refund-${refund.state}` };
  const { approvedBy, approvedAt } = refund;
  const paper = refund.state === 'succeeded' ? { creditNoteNumber: refund.creditNoteNumber } : {};
  const failed = { state: 'failed' as const, failedAt: now.toISOString(), because, ...paper };
  return { state: { ...factsOf(refund), approvedBy, approvedAt, ...failed } };
}

/** The refund of ours among those that the provider has; a returned one counts only when there is no other. */
export function ownRefund({ id }: Refund, seen: readonly SeenRefund[]): SeenRefund | undefined {
  const own = seen.filter(({ refundId }) => refundId === id);
  return own.find(({ status }) => status !== 'failed') ?? own.at(-1);
}

/** True when the provider has given the money back and we have not noted it: a credit note number is needed (R106). */
export function needsCreditNote(refund: Refund, seen: readonly SeenRefund[]): boolean {
  return refund.state === 'executing' && ownRefund(refund, seen)?.status === 'succeeded';
}

/**
 * Brings a refund in step with what the provider says of it today; a bank may return one that had succeeded (R132).
 * @param creditNote from the gapless series; needed when {@link needsCreditNote}.
 */
export function followProvider(
  refund: Refund,
  order: PaidOrder | DisputedOrder,
  now: Date,
  creditNote?: string,
): RefundDecision {
  const seen = ownRefund(refund, order.payment.refunds);
  if (seen?.status === 'failed') return failRefund(refund, 'returned-by-bank', now);
  if (seen?.status !== 'succeeded' || refund.state !== 'executing') return { ignored: 'nothing-new' };
  if (creditNote === undefined) throw new Error('a refund that succeeded needs its credit note number');
  return succeed(refund, order, now, creditNote);
}

function succeed(
  refund: ExecutingRefund,
  order: PaidOrder | DisputedOrder,
  now: Date,
  creditNoteNumber: string,
): RefundDecision {
  const { approvedBy, approvedAt, applicationId, candidateId, orderId } = refund;
  const { reference, programmeTitle, intakeLabel, label } = order;
  const succeededAt = now.toISOString();
  const told = {
    refundId: refund.id,
    orderId,
    applicationId,
    candidateId,
    reference,
    programmeTitle,
    intakeLabel,
    label,
    amount: refund.amount ?? order.amount,
    reason: reasonOf(refund),
    succeededAt,
    creditNoteNumber,
    means: printedMeans(order.payment),
  };
  const done = { state: 'succeeded' as const, approvedBy, approvedAt, succeededAt, creditNoteNumber };
  return { state: { ...factsOf(refund), ...done }, messages: [send(refundSucceeded, told)] };
}
