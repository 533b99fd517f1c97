import type { Stripe } from 'stripe';
import { book } from './balance.ts';
import type { Charge } from './charges.ts';
import { record } from './events.ts';
import { newId } from './ids.ts';
import { noSuch, refused } from './problems.ts';
import * as r from './readers.ts';
import type { World } from './world.ts';

export type Dispute = Stripe.Dispute;

/** What Stripe keeps for a dispute, in the smallest unit (20 EUR). */
const DISPUTE_FEE = 2_000;
const DAYS_TO_ANSWER = 10;

/** Test evidence of https://docs.stripe.com/testing#disputes decides the outcome. */
export const updateDisputeForm = r.parts({
  evidence: r.optional(r.parts({ uncategorized_text: r.optional(r.text(20_000)) })),
  metadata: r.emptyable(r.metadata()),
  submit: r.optional(r.flag()),
  expand: r.optional(r.list(r.text(), { max: 20 })),
});

/** True while the bank holds the money or has kept it: such a charge cannot be refunded (R133). */
export function blockingDispute(world: World, charge: string): boolean {
  return disputesOf(world, charge).some((dispute) => !dispute.is_charge_refundable);
}

function disputesOf(world: World, charge: string): Dispute[] {
  const sql = `SELECT body FROM objects WHERE kind = 'dispute' AND json_extract(body, '$.charge') = ?`;
  return world.journal.rows<{ body: string }>(sql, charge).map((row) => JSON.parse(row.body) as Dispute);
}

export function findDispute(world: World, id: string): Dispute {
  const dispute = world.journal.find<Dispute>('dispute', id);
  if (dispute === undefined) throw noSuch('dispute', id, 'dispute');
  return dispute;
}

/** The holder contests the payment: the money leaves at once. Nothing happens when it was refunded in full (R132) or contested already. */
export function openDispute(world: World, chargeId: string): void {
  const charge = world.journal.get<Charge>('charge', chargeId);
  const left = charge.amount_captured - charge.amount_refunded;
  if (left <= 0 || charge.disputed) return;
  const dispute = newDispute(world, charge, left);
  withdraw(world, dispute, -left);
  world.journal.insert(dispute, dispute.created);
  const disputed: Charge = { ...charge, disputed: true };
  world.journal.save(disputed);
  record(world, 'charge.dispute.created', dispute);
  record(world, 'charge.updated', disputed, charge);
  record(world, 'charge.dispute.funds_withdrawn', dispute);
}

function withdraw(world: World, dispute: Dispute, amount: number): void {
  const { currency, id: source } = dispute;
  const fee = amount < 0 ? DISPUTE_FEE : 0;
  const description = amount < 0 ? 'Chargeback withdrawal' : 'Chargeback reversal';
  const id = book(world, { type: 'adjustment', amount, currency, source, fee, description });
  dispute.balance_transactions.push(world.journal.get<Stripe.BalanceTransaction>('balance_transaction', id));
}

/** `POST /v1/disputes/:id`: evidence, and with `submit` the bank's answer, decided by the test words. */
export function updateDispute(world: World, id: string, form: r.Read<typeof updateDisputeForm>): Dispute {
  const before = findDispute(world, id);
  if (isOver(before)) throw refused(`This dispute is already closed.`);
  const text = form.evidence?.uncategorized_text ?? before.evidence.uncategorized_text;
  const submitted = form.submit ?? true;
  const after: Dispute = {
    ...before,
    evidence: { ...before.evidence, uncategorized_text: text },
    evidence_details: {
      ...before.evidence_details,
      has_evidence: text !== null,
      submission_count: before.evidence_details.submission_count + (submitted ? 1 : 0),
    },
    metadata: form.metadata ?? before.metadata,
    status: submitted ? 'under_review' : before.status,
  };
  world.journal.save(after);
  record(world, 'charge.dispute.updated', after, before);
  if (submitted && text === 'winning_evidence') return closeDispute(world, id, 'won');
  if (submitted && text === 'losing_evidence') return closeDispute(world, id, 'lost');
  return after;
}

/** Ends a dispute. When it is won the money comes back and the charge may be refunded again. */
export function closeDispute(world: World, id: string, status: 'won' | 'lost'): Dispute {
  const before = findDispute(world, id);
  if (isOver(before)) throw refused(`This dispute is already closed.`);
  const after: Dispute = {
    ...before,
    balance_transactions: [...before.balance_transactions],
    is_charge_refundable: status === 'won',
    status,
  };
  if (status === 'won') withdraw(world, after, after.amount);
  world.journal.save(after);
  record(world, 'charge.dispute.closed', after, before);
  if (status === 'won') record(world, 'charge.dispute.funds_reinstated', after);
  return after;
}

function isOver(dispute: Dispute): boolean {
  return dispute.status === 'won' || dispute.status === 'lost';
}

function newDispute(world: World, charge: Charge, amount: number): Dispute {
  const now = world.clock.now();
  return {
    id: newId('dispute'),
    object: 'dispute',
    amount,
    balance_transactions: [],
    charge: charge.id,
    created: now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence(),
    evidence_details: {
      due_by: now + DAYS_TO_ANSWER * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: null as never,
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method_details: {
      card: { brand: 'visa', case_type: 'chargeback', network: 'visa', network_reason_code: '10.4' },
      type: 'card',
    },
    reason: 'fraudulent',
    status: 'needs_response',
  };
}

function noEvidence(): Stripe.Dispute.Evidence {
  return {
    access_activity_log: null,
    billing_address: null,
    cancellation_policy: null,
    cancellation_policy_disclosure: null,
    cancellation_rebuttal: null,
    customer_communication: null,
    customer_email_address: null,
    customer_name: null,
    customer_purchase_ip: null,
    customer_signature: null,
    duplicate_charge_documentation: null,
    duplicate_charge_explanation: null,
    duplicate_charge_id: null,
    enhanced_evidence: {},
    product_description: null,
    receipt: null,
    refund_policy: null,
    refund_policy_disclosure: null,
    refund_refusal_explanation: null,
    service_date: null,
    service_documentation: null,
    shipping_address: null,
    shipping_carrier: null,
    shipping_date: null,
    shipping_documentation: null,
    shipping_tracking_number: null,
    uncategorized_file: null,
    uncategorized_text: null,
  };
}
