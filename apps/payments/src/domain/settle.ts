import type { Outgoing } from '@admissions/contracts/message';
import { send } from '@admissions/contracts/message';
import { orderPaid, type OrderState } from '@admissions/contracts/payments';
import { endAttempt } from './attempts.ts';
import { foreignRefunds } from './deposit.ts';
import { append, line, type Line } from './ledger.ts';
import { printedMeans } from './means.ts';
import { allows, type Anomaly, type Decision, type Order, type Payment } from './order.ts';
import { standingOf, type SeenPayment, type Standing } from './seen-payment.ts';

/** What the provider’s word means for an order in a given state; `receive` is a charge that may be a further one (R134). */
export type Verdict = 'nothing' | 'end-attempt' | 'hold' | 'fail' | 'pay' | 'receive';

/** Every state × every standing. */
export const verdicts = {
  open: {
    waiting: 'nothing',
    expired: 'end-attempt',
    processing: 'hold',
    failed: 'end-attempt',
    paid: 'pay',
  },
  'in-flight': {
    waiting: 'nothing',
    expired: 'end-attempt',
    processing: 'nothing',
    failed: 'fail',
    paid: 'pay',
  },
  paid: {
    waiting: 'nothing',
    expired: 'end-attempt',
    processing: 'nothing',
    failed: 'end-attempt',
    paid: 'receive',
  },
  closed: {
    waiting: 'nothing',
    expired: 'end-attempt',
    processing: 'nothing',
    failed: 'end-attempt',
    paid: 'receive',
  },
  disputed: {
    waiting: 'nothing',
    expired: 'end-attempt',
    processing: 'nothing',
    failed: 'end-attempt',
    paid: 'receive',
  },
} as const satisfies Record<OrderState, Record<Standing, Verdict>>;

interface Step {
  readonly order: Order;
  readonly messages: readonly Outgoing[];
}

/** True when settling will make the order paid: it then needs a receipt number. */
export function needsReceipt(order: Order, seen: SeenPayment): boolean {
  return isOurs(order, seen) && isExact(order, seen) && verdictOf(order, seen) === 'pay';
}

/**
 * Brings the order in step with what the provider says today: payment, refunds, dispute, or the end of an attempt.
 * Said twice it changes nothing. An order becomes paid only by an attempt of its own, in its currency and its exact amount.
 * @param receiptNumber from the gapless series; needed when {@link needsReceipt}.
 */
export function settle(order: Order, seen: SeenPayment, receiptNumber?: string): Decision {
  const standing = standingOf(seen);
  if (!isOurs(order, seen))
    return standing === 'paid' ? note(order, strange(seen)) : { ignored: 'attempt-unknown' };
  if (!isExact(order, seen)) return note(ended(order, seen), mismatch(order, seen));
  const judged = apply[verdictOf(order, seen)](order, seen, receiptNumber);
  const settled = followDispute(followMoney(judged.order, seen));
  return settled === order
    ? { ignored: `nothing-new-${standing}` }
    : { state: settled, messages: judged.messages };
}

function verdictOf(order: Order, seen: SeenPayment): Verdict {
  return verdicts[order.state][standingOf(seen)];
}

const apply: Record<Verdict, (order: Order, seen: SeenPayment, receiptNumber?: string) => Step> = {
  nothing: (order) => ({ order, messages: [] }),
  hold: (order) => ({ order: asState(order, 'in-flight'), messages: [] }),
  fail: (order, seen) => ({ order: ended(asState(order, 'open'), seen), messages: [] }),
  'end-attempt': (order, seen) => ({ order: ended(order, seen), messages: [] }),
  receive: (order, seen) => ({ order: received(order, seen), messages: [] }),
  pay,
};

/** The session is of an attempt that we stored before we asked for it: others may name our order, by a payment link for example. */
function isOurs(order: Order, { session }: SeenPayment): boolean {
  return session.orderId === order.id && order.attempts.some(({ key }) => key === session.attemptKey);
}

/** Both the session and the money that came are the amount of the order; true as long as nothing came. */
function isExact({ amount }: Order, seen: SeenPayment): boolean {
  const { session, charge } = seen;
  if (standingOf(seen) !== 'paid' || !charge) return true;
  const fits = (cents: number | null, currency: string | null) =>
    cents === amount.amount && currency?.toUpperCase() === amount.currency;
  return fits(session.amountTotal, session.currency) && fits(charge.amount, charge.currency);
}

function strange({ session }: SeenPayment): Anomaly {
  return { kind: 'unknown-attempt', ref: session.id, detail: `attempt ${session.attemptKey ?? 'not named'}` };
}

function mismatch({ amount }: Order, { session, charge }: SeenPayment): Anomaly {
  const got = `session ${session.amountTotal} ${session.currency}, charge ${charge?.amount} ${charge?.currency}`;
  return {
    kind: 'amount-mismatch',
    ref: session.id,
    detail: `${got}, order ${amount.amount} ${amount.currency}`,
  };
}

/** Records an anomaly once; the state of the order stays. */
function note(order: Order, anomaly: Anomaly): Decision {
  const noted = withAnomalies(order, [anomaly]);
  return noted === order ? { ignored: `${anomaly.kind}-known` } : { state: noted };
}

function withAnomalies(order: Order, found: readonly Anomaly[]): Order {
  const fresh = found.filter(
    ({ kind, ref }) => !order.anomalies.some((one) => one.kind === kind && one.ref === ref),
  );
  return fresh.length === 0 ? order : { ...order, anomalies: [...order.anomalies, ...fresh] };
}

function asState(order: Order, state: 'open' | 'in-flight'): Order {
  return { ...order, state } as Order;
}

function ended(order: Order, { session }: SeenPayment): Order {
  const outcome = endAttempt(
    order,
    session.attemptKey ?? '',
    session.status === 'expired' ? 'expired' : 'failed',
  );
  return 'state' in outcome ? outcome.state : order;
}

function pay(unpaid: Order, seen: SeenPayment, receiptNumber?: string): Step {
  const order = ended(unpaid, seen);
  if (!allows('confirm-payment', order.state))
    throw new Error(`an order that is ${order.state} cannot become paid`);
  if (receiptNumber === undefined) throw new Error('a paid order needs its receipt number');
  const payment = paymentOf(seen);
  const {
    applicationId,
    candidateId,
    programmeId,
    product,
    label,
    reference,
    programmeTitle,
    intakeLabel,
    amount,
  } = order;
  const facts = {
    applicationId,
    candidateId,
    programmeId,
    product,
    label,
    reference,
    programmeTitle,
    intakeLabel,
    amount,
  };
  const told = {
    orderId: order.id,
    ...facts,
    paidAt: payment.at,
    receiptNumber,
    means: printedMeans(payment),
  };
  const ledger = append(order.ledger, linesOf(payment));
  return {
    order: withForeignRefunds({ ...order, state: 'paid', payment, receiptNumber, ledger }, payment),
    messages: [send(orderPaid, told)],
  };
}

/** R134: a further successful charge is flagged; that it goes back follows from the record (see {@link refundsDue}). */
function received(order: Order, seen: SeenPayment): Order {
  if (knownPayment(order, seen)) return order;
  const surplus = paymentOf(seen);
  const over = ended(order, seen);
  return { ...over, surplus: [...order.surplus, surplus], ledger: append(order.ledger, linesOf(surplus)) };
}

function knownPayment(order: Order, { charge }: SeenPayment): Payment | undefined {
  const known = 'payment' in order ? [order.payment, ...order.surplus] : order.surplus;
  return known.find(({ chargeId }) => chargeId === charge?.id);
}

function paymentOf({ session, charge, refunds, dispute }: SeenPayment): Payment {
  if (!charge) throw new Error('a payment without a charge');
  const { id: chargeId, intentId, amount, brand, last4, at } = charge;
  const ids = { sessionId: session.id, intentId, chargeId };
  const money = { amount, currency: 'EUR' as const };
  return { ...ids, amount: money, brand, last4, at, refunds, ...(dispute ? { dispute } : {}) };
}

/** Refunds and disputes of a payment that is known, with their lines. */
function followMoney(order: Order, seen: SeenPayment): Order {
  const known = knownPayment(order, seen);
  if (!known) return order;
  const today: Payment = {
    ...known,
    refunds: seen.refunds,
    ...(seen.dispute ? { dispute: seen.dispute } : {}),
  };
  if (JSON.stringify(today) === JSON.stringify(known)) return order;
  const ledger = append(order.ledger, linesOf(today));
  if ('payment' in order && order.payment === known) {
    const credited = append(ledger, creditNotes(order, today));
    return withForeignRefunds({ ...order, payment: today, ledger: credited }, today);
  }
  return { ...order, surplus: order.surplus.map((one) => (one === known ? today : one)), ledger };
}

/** What the platform did not ask for, a refund of a fee (R80) for example, was made at the provider itself: people must know. */
function withForeignRefunds(order: Order, payment: Payment): Order {
  const found = foreignRefunds(order, payment).map(({ id, amount }): Anomaly => {
    return { kind: 'refund-not-ours', ref: id, detail: `${amount} cents of the order’s own payment` };
  });
  return withAnomalies(order, found);
}

/** With our own refund the charge itself is given back: nothing is owed for it any more, whether or not the bank finds the card. */
function creditNotes({ refundId }: Order, { refunds, amount }: Payment): Line[] {
  return refunds
    .filter((refund) => refundId !== undefined && refund.refundId === refundId)
    .map((refund) => line('credit-note', refundId ?? '', { ...amount, amount: refund.amount }, refund.at));
}

/** R133: the dispute of the order’s own payment moves its state; nothing academic follows by itself. */
function followDispute(order: Order): Order {
  if (!('payment' in order)) return order;
  const status = order.payment.dispute?.status;
  const isAgainstUs = status === 'open' || status === 'lost';
  if (isAgainstUs && allows('open-dispute', order.state)) return { ...order, state: 'disputed' };
  if (status === 'won' && allows('win-dispute', order.state)) return { ...order, state: 'paid' };
  return order;
}

/** The bookings of a payment and of all that became of it. */
function linesOf({ chargeId, amount, at, refunds, dispute }: Payment): Line[] {
  const eur = (cents: number) => ({ amount: cents, currency: amount.currency });
  const lines = [line('payment', chargeId, amount, at)];
  for (const refund of refunds) {
    lines.push(line('refund', refund.id, eur(refund.amount), refund.at));
    if (refund.status === 'failed')
      lines.push(line('refund-returned', refund.id, eur(refund.amount), refund.at));
  }
  if (dispute && dispute.status !== 'inquiry') {
    lines.push(line('chargeback', dispute.id, eur(dispute.amount), dispute.at));
    if (dispute.status === 'won')
      lines.push(line('chargeback-returned', dispute.id, eur(dispute.amount), dispute.at));
  }
  return lines;
}
