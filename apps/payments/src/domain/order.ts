import type { Outgoing } from '@admissions/contracts/message';
import type { Money } from '@admissions/contracts/money';
import { products, type OrderState, type OrderView, type Product } from '@admissions/contracts/payments';
import type { Refusal } from '@admissions/contracts/problem';
import { append, held, line, type Ledger, type LineKind } from './ledger.ts';
import type { SeenDispute, SeenRefund } from './seen-payment.ts';

/** One try to let somebody pay on the provider’s page. Its key is the provider’s idempotency key, stored before the first call (R130). */
export interface Attempt {
  readonly key: string;
  readonly startedAt: string;
  /** When the session ends at the provider (R129). */
  readonly expiresAt: string;
  readonly session?: { readonly id: string; readonly url: string };
  /** Set when nobody can pay by it any more. */
  readonly ended?: AttemptEnd;
}

export type AttemptEnd = 'used' | 'expired' | 'failed' | 'refused' | 'unknown-to-provider';

/** Money that the provider received for the order, with what became of it. No card data but brand and last digits (R126). */
export interface Payment {
  readonly sessionId: string;
  readonly intentId: string;
  readonly chargeId: string;
  readonly amount: Money;
  readonly brand: string;
  readonly last4: string;
  readonly at: string;
  readonly refunds: readonly SeenRefund[];
  readonly dispute?: SeenDispute;
}

/** A further payment of the same order: it goes back in full (R134). */
export interface Surplus extends Payment {
  /** Why the provider will not refund it: a person must. */
  readonly refundRefused?: string;
}

/** Something at the provider that does not fit the order. It is recorded once, told to people, and changes nothing. */
export interface Anomaly {
  readonly kind: 'amount-mismatch' | 'unknown-attempt' | 'refund-not-ours';
  readonly ref: string;
  readonly detail: string;
}

interface Facts {
  readonly id: string;
  readonly applicationId: string;
  readonly candidateId: string;
  readonly programmeId: string;
  readonly product: Product;
  readonly label: string;
  readonly reference: string;
  readonly programmeTitle: string;
  readonly intakeLabel: string;
  /** The price of the day of the order: the intake’s rule set may change later (R78). */
  readonly amount: Money;
  readonly openedAt: string;
  /** Until when it can be paid (R64); a fee has no date. */
  readonly dueAt?: string;
  /** Before this no page is given: the cooling-off runs (R89, R90). Absent where it can be paid at once, and in older orders. */
  readonly payableFrom?: string;
  /** The refund of the platform that may be seen at the provider; any other is an anomaly. */
  readonly refundId?: string;
  readonly attempts: readonly Attempt[];
  readonly surplus: readonly Surplus[];
  readonly anomalies: readonly Anomaly[];
  readonly ledger: Ledger;
}

interface Settled {
  readonly payment: Payment;
  readonly receiptNumber: string;
}

export type OpenOrder = Facts & { readonly state: 'open' };
/** The provider holds a payment that the bank has not confirmed. */
export type InFlightOrder = Facts & { readonly state: 'in-flight' };
export type PaidOrder = Facts & Settled & { readonly state: 'paid' };
export type ClosedOrder = Facts & {
  readonly state: 'closed';
  readonly closedAt: string;
  readonly reason: string;
};
/** The holder of the card disputes the payment; the academic status is not touched (R133). */
export type DisputedOrder = Facts & Settled & { readonly state: 'disputed' };
export type Order = OpenOrder | InFlightOrder | PaidOrder | ClosedOrder | DisputedOrder;

interface Move {
  readonly from: readonly OrderState[];
  readonly to: OrderState;
  readonly by: 'candidate' | 'provider' | 'system';
}

/** Every way in which an order changes its state. Booking a surplus, a refund or an anomaly is no move. */
export const moves = {
  'start-attempt': { from: ['open'], to: 'open', by: 'candidate' },
  'hold-payment': { from: ['open'], to: 'in-flight', by: 'provider' },
  'fail-payment': { from: ['in-flight'], to: 'open', by: 'provider' },
  'confirm-payment': { from: ['open', 'in-flight'], to: 'paid', by: 'provider' },
  'open-dispute': { from: ['paid'], to: 'disputed', by: 'provider' },
  'win-dispute': { from: ['disputed'], to: 'paid', by: 'provider' },
  close: { from: ['open'], to: 'closed', by: 'system' },
} as const satisfies Record<string, Move>;
export type MoveName = keyof typeof moves;

/** True when the table allows the move from this state. */
export function allows(move: MoveName, state: OrderState): boolean {
  return (moves[move].from as readonly OrderState[]).includes(state);
}

/** Words for candidates. */
export const stateLabels = {
  open: 'À payer',
  'in-flight': 'Paiement en cours de confirmation',
  paid: 'Payé',
  closed: 'Annulé',
  disputed: 'Paiement contesté auprès de la banque',
} as const satisfies Record<OrderState, string>;

/** What follows from an act: the next state and the messages to send, a refusal by a rule, or nothing with the reason. */
export type Decision = { state: Order; messages?: readonly Outgoing[] } | Refusal | { ignored: string };

/** What is to be paid, by whom and for what, as the applications service asks for it. */
export interface OrderRequest {
  readonly product: Product;
  readonly applicationId: string;
  readonly candidateId: string;
  readonly programmeId: string;
  readonly reference: string;
  readonly programmeTitle: string;
  readonly intakeLabel: string;
  readonly amount: Money;
  readonly requestedAt: string;
  readonly dueAt?: string;
  readonly payableFrom?: string;
}

const chargeLines = { APPLICATION_FEE: 'fee', DEPOSIT: 'deposit' } as const satisfies Record<
  Product,
  LineKind
>;

/** Opens the order that was asked for, with the amount that the request names (R78, R79, R87). A second request changes nothing. */
export function openOrder(current: Order | undefined, id: string, request: OrderRequest): Decision {
  if (current)
    return {
      ignored:
        current.amount.amount === request.amount.amount ? 'order-exists' : 'order-exists-with-another-amount',
    };
  const {
    applicationId,
    candidateId,
    programmeId,
    reference,
    programmeTitle,
    intakeLabel,
    amount,
    requestedAt,
    product,
    dueAt,
    payableFrom,
  } = request;
  const state: OpenOrder = {
    state: 'open',
    id,
    applicationId,
    candidateId,
    programmeId,
    product,
    label: products[product],
    reference,
    programmeTitle,
    intakeLabel,
    amount,
    openedAt: requestedAt,
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(payableFrom === undefined ? {} : { payableFrom }),
    attempts: [],
    surplus: [],
    anomalies: [],
    ledger: append([], [line(chargeLines[product], id, amount, requestedAt)]),
  };
  return { state };
}

/** Gives up asking for the money, when nobody can pay by an open session any more. A payment that comes all the same is refunded. */
export function closeOrder(order: Order, reason: string, now: Date): Decision {
  if (!allows('close', order.state)) return { ignored: `order-${order.state}` };
  if (order.attempts.some(({ ended }) => ended === undefined)) return { ignored: 'session-still-open' };
  const closedAt = now.toISOString();
  const ledger = append(order.ledger, [line('cancellation', order.id, order.amount, closedAt)]);
  return { state: { ...order, state: 'closed', closedAt, reason, ledger } };
}

/** What a reader sees of an order. */
export function viewOf(order: Order): OrderView {
  const { id, applicationId, product, label, amount, state, openedAt, dueAt, payableFrom } = order;
  const paid = 'payment' in order ? { paidAt: order.payment.at, receiptNumber: order.receiptNumber } : {};
  return {
    id,
    applicationId,
    product,
    label,
    amount,
    state,
    stateLabel: stateLabels[state],
    openedAt,
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(payableFrom === undefined ? {} : { payableFrom }),
    balance: { amount: held(order.ledger), currency: amount.currency },
    ...paid,
  };
}
