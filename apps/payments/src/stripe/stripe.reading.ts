import type Stripe from 'stripe';
import type { SeenCharge, SeenDispute, SeenPayment, SeenRefund } from '../domain/seen-payment.ts';

type Session = Stripe.Checkout.Session;

/** The provider’s objects in the words of the domain. Nothing of a card but brand and last digits passes (R126). */
export function readPayment(
  session: Session,
  refunds: readonly Stripe.Refund[],
  disputes: readonly Stripe.Dispute[],
): SeenPayment {
  const charge = readCharge(session);
  const dispute = disputes.map(readDispute).at(0);
  return {
    session: readSession(session),
    hasFailed: hasFailed(session),
    ...(charge ? { charge } : {}),
    refunds: refunds.map(readRefund).sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1)),
    ...(dispute ? { dispute } : {}),
  };
}

/** What we wrote into the metadata of a session, and read back. */
export interface OurMetadata {
  readonly order: string;
  readonly attempt: string;
}

/** What we write into the metadata of a refund; `refund` names the one of ours that it is. */
export interface RefundMetadata {
  readonly order: string;
  readonly refund?: string;
}

function readSession(session: Session): SeenPayment['session'] {
  const { order, attempt } = (session.metadata ?? {}) as Partial<OurMetadata>;
  const names = order !== undefined && order === session.client_reference_id;
  return {
    id: session.id,
    ...(names ? { orderId: order } : {}),
    ...(attempt === undefined ? {} : { attemptKey: attempt }),
    status: session.status === 'complete' ? 'complete' : session.status === 'expired' ? 'expired' : 'open',
    isPaid: session.payment_status === 'paid',
    ...(session.url === null ? {} : { url: session.url }),
    amountTotal: session.amount_total,
    currency: session.currency,
  };
}

/** The payment intent of a session that was retrieved with it. */
export function intentOf(session: Session): Stripe.PaymentIntent | undefined {
  const { payment_intent: intent } = session;
  return intent === null || typeof intent === 'string' ? undefined : intent;
}

function hasFailed(session: Session): boolean {
  const status = intentOf(session)?.status;
  return session.status === 'complete' && (status === 'canceled' || status === 'requires_payment_method');
}

/** The charge that succeeded, if there is one: the latest of an intent may be a refused card. */
export function chargeOf(session: Session): Stripe.Charge | undefined {
  const charge = intentOf(session)?.latest_charge;
  if (charge === null || charge === undefined || typeof charge === 'string') return undefined;
  return charge.status === 'succeeded' && charge.captured ? charge : undefined;
}

function readCharge(session: Session): SeenCharge | undefined {
  const charge = chargeOf(session);
  const intent = intentOf(session);
  if (!charge || !intent) return undefined;
  const card = charge.payment_method_details?.card;
  return {
    id: charge.id,
    intentId: intent.id,
    amount: charge.amount_captured,
    currency: charge.currency,
    brand: card?.brand ?? '',
    last4: card?.last4 ?? '',
    at: instant(charge.created),
  };
}

function readRefund({ id, amount, status, created, metadata }: Stripe.Refund): SeenRefund {
  const known = { succeeded: 'succeeded', failed: 'failed', canceled: 'failed' } as const;
  const { refund: refundId } = (metadata ?? {}) as Partial<RefundMetadata>;
  return {
    id,
    amount,
    status: known[status as keyof typeof known] ?? 'pending',
    at: instant(created),
    ...(refundId ? { refundId } : {}),
  };
}

const disputeStatuses: Readonly<Record<string, SeenDispute['status']>> = {
  needs_response: 'open',
  under_review: 'open',
  appeal_needs_response: 'open',
  appeal_under_review: 'open',
  won: 'won',
  lost: 'lost',
};

function readDispute({ id, amount, status, reason, created }: Stripe.Dispute): SeenDispute {
  return { id, amount, status: disputeStatuses[status] ?? 'inquiry', reason, at: instant(created) };
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
