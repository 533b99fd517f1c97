import type { Stripe } from 'stripe';
import { book } from './balance.ts';
import type { Charge, HiddenCharge } from './charges.ts';
import { blockingDispute } from './disputes.ts';
import { record } from './events.ts';
import { newId } from './ids.ts';
import type { Intent } from './intents.ts';
import { later } from './later.ts';
import { badParameter, noSuch, refused } from './problems.ts';
import * as r from './readers.ts';
import type { World } from './world.ts';

export type Refund = Stripe.Refund;

/** Parameters of `POST /v1/refunds`: https://docs.stripe.com/api/refunds/create */
export const createRefundForm = r.parts({
  charge: r.optional(r.text()),
  payment_intent: r.optional(r.text()),
  amount: r.optional(r.integer({ min: 1 })),
  reason: r.optional(r.oneOf('duplicate', 'fraudulent', 'requested_by_customer')),
  metadata: r.emptyable(r.metadata()),
  expand: r.optional(r.list(r.text(), { max: 20 })),
});

type CreateRefund = r.Read<typeof createRefundForm>;

/** The compiler says no when a name here is none of the pinned SDK's. */
type Invented = Exclude<keyof CreateRefund, keyof Stripe.RefundCreateParams>;
void (true satisfies [Invented] extends [never] ? true : Invented);

/** R132: to the same card, in parts or whole, never more than what is left of the charge. */
export function createRefund(world: World, form: CreateRefund): Refund {
  const charge = chargeToRefund(world, form);
  checkRefundable(world, charge);
  const left = charge.amount_captured - charge.amount_refunded;
  const amount = form.amount ?? left;
  if (amount > left) {
    const message = `Refund amount (${money(amount, charge)}) is greater than unrefunded amount on charge (${money(left, charge)})`;
    throw refused(message, { param: 'amount' });
  }
  const refund = newRefund(world, charge, amount, form);
  applyToCharge(world, charge, amount, 'charge.refunded');
  record(world, 'refund.created', refund);
  return refund;
}

function chargeToRefund(world: World, form: CreateRefund): Charge {
  const { journal } = world;
  if (form.charge !== undefined) {
    const charge = journal.find<Charge>('charge', form.charge);
    if (charge === undefined) throw noSuch('charge', form.charge, 'charge');
    if (form.payment_intent !== undefined && charge.payment_intent !== form.payment_intent) {
      throw refused(`Charge ${charge.id} does not belong to ${form.payment_intent}.`, { param: 'charge' });
    }
    return charge;
  }
  if (form.payment_intent === undefined) {
    const message =
      'One of the following params should be provided for this request: payment_intent or charge.';
    throw badParameter('', message, 'parameter_missing');
  }
  const intent = journal.find<Intent>('payment_intent', form.payment_intent);
  if (intent === undefined) throw noSuch('payment_intent', form.payment_intent, 'payment_intent');
  if (intent.status !== 'succeeded' || typeof intent.latest_charge !== 'string') {
    throw refused(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`);
  }
  return journal.get<Charge>('charge', intent.latest_charge);
}

function checkRefundable(world: World, charge: Charge): void {
  if (!charge.paid) throw refused(`Charge ${charge.id} is not paid: there is nothing to refund.`);
  if (blockingDispute(world, charge.id)) {
    const message = `Charge ${charge.id} has been charged back; cannot issue a refund.`;
    throw refused(message, { code: 'charge_disputed' });
  }
  if (charge.amount_refunded >= charge.amount_captured) {
    const message = `Charge ${charge.id} has already been refunded.`;
    throw refused(message, { code: 'charge_already_refunded' });
  }
}

function money(amount: number, charge: Charge): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency: charge.currency }).format(amount / 100);
}

function newRefund(world: World, charge: Charge, amount: number, form: CreateRefund): Refund {
  const fate = fateOf(world, charge);
  const id = newId('refund');
  const pending = fate === 'settle-refund';
  const refund: Refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: book(world, {
      type: 'refund',
      amount: -amount,
      currency: charge.currency,
      source: id,
    }),
    charge: charge.id,
    created: world.clock.now(),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: { card: { type: 'refund', ...reference(pending) }, type: 'card' },
    metadata: form.metadata ?? {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(pending && { pending_reason: 'processing' }),
    reason: form.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: pending ? 'pending' : 'succeeded',
    transfer_reversal: null,
  };
  world.journal.insert(refund, refund.created);
  if (fate !== null) later(world, fate, id);
  return refund;
}

function reference(pending: boolean): object {
  return { reference_status: pending ? 'pending' : 'available', reference_type: 'acquirer_reference_number' };
}

/** As Stripe's test cards: most refunds are done at once; one card settles later, one fails after it seemed to succeed. */
function fateOf(world: World, charge: Charge): 'settle-refund' | 'fail-refund' | null {
  const card = world.journal.hidden<HiddenCharge>(charge.id).later;
  if (world.faults.take('refunds', 'fail') || card === 'refund-fails') return 'fail-refund';
  if (world.faults.take('refunds', 'pending') || card === 'refund-pending') return 'settle-refund';
  return null;
}

function applyToCharge(
  world: World,
  charge: Charge,
  amount: number,
  type: 'charge.refunded' | 'charge.updated',
) {
  const refundedAmount = charge.amount_refunded + amount;
  const after: Charge = {
    ...charge,
    amount_refunded: refundedAmount,
    refunded: refundedAmount === charge.amount_captured,
  };
  world.journal.save(after);
  record(world, type, after, charge);
}

/** A pending refund reaches the card. */
export function settleRefund(world: World, id: string): void {
  const refund = world.journal.get<Refund>('refund', id);
  if (refund.status !== 'pending') return;
  const { pending_reason: _, ...rest } = refund;
  change(world, refund, { ...rest, status: 'succeeded' }, ['refund.updated', 'charge.refund.updated']);
}

/** The bank gives the money back: the refund failed, and what it took is again left of the charge (R132). */
export function failRefund(world: World, id: string): void {
  const refund = world.journal.get<Refund>('refund', id);
  if (refund.status === 'failed' || refund.status === 'canceled') return;
  const { amount, currency } = refund;
  const { pending_reason: _, ...rest } = refund;
  const failed: Refund = {
    ...rest,
    failure_balance_transaction: book(world, { type: 'refund_failure', amount, currency, source: id }),
    failure_reason: 'expired_or_canceled_card',
    status: 'failed',
  };
  change(world, refund, failed, ['refund.failed', 'refund.updated', 'charge.refund.updated']);
  const charge = world.journal.get<Charge>('charge', refund.charge as string);
  applyToCharge(world, charge, -amount, 'charge.updated');
}

function change(world: World, before: Refund, after: Refund, types: Parameters<typeof record>[1][]): void {
  world.journal.save(after);
  for (const type of types) record(world, type, after, before);
}
