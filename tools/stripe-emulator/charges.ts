import type { Stripe } from 'stripe';
import { book, cardFee } from './balance.ts';
import { DECLINES, type DeclineCode, type Later, type TestCard } from './cards.ts';
import { newId } from './ids.ts';
import type { Intent } from './intents.ts';
import type { World } from './world.ts';

export type Charge = Stripe.Charge;

/** What the emulator keeps of a card: never the number, only what Stripe shows of it, and what the test card does. */
export type Card = {
  test: TestCard;
  last4: string;
  expMonth: number;
  expYear: number;
  name: string | null;
  email: string;
};

export type HiddenCharge = { later: Later | null };

type Result = { decline: DeclineCode | null; authenticated: boolean };

/** Keeps a charge of the whole intent, paid or declined, with its movement on the balance. */
export function newCharge(world: World, intent: Intent, card: Card, result: Result): Charge {
  const id = newId('charge');
  const paid = result.decline === null;
  const charge: Charge = {
    ...nothingSpecial(),
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: paid ? intent.amount : 0,
    amount_refunded: 0,
    balance_transaction: paid ? bookCharge(world, intent, id) : null,
    billing_details: billingDetails(card),
    captured: paid,
    created: world.clock.now(),
    currency: intent.currency,
    description: intent.description,
    disputed: false,
    failure_code: result.decline && DECLINES[result.decline].code,
    failure_message: result.decline && DECLINES[result.decline].english,
    metadata: intent.metadata,
    outcome: outcome(result.decline),
    paid,
    payment_intent: intent.id,
    payment_method: typeof intent.payment_method === 'string' ? intent.payment_method : null,
    payment_method_details: { type: 'card', card: cardDetails(intent.amount, card, result) },
    receipt_email: intent.receipt_email,
    refunded: false,
    status: paid ? 'succeeded' : 'failed',
    transfer_group: intent.transfer_group,
  };
  const hidden: HiddenCharge = { later: card.test.later ?? null };
  world.journal.insert(charge, charge.created, hidden);
  return charge;
}

function bookCharge(world: World, intent: Intent, source: string): string {
  const { amount, currency, description } = intent;
  return book(world, { type: 'charge', amount, currency, source, description, fee: cardFee(amount) });
}

export function billingDetails(card: Card): Stripe.Charge.BillingDetails {
  const address = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
  return { address, email: card.email, name: card.name, phone: null, tax_id: null };
}

function outcome(decline: DeclineCode | null): Stripe.Charge.Outcome {
  const declined = decline !== null;
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: declined ? 'declined_by_network' : 'approved_by_network',
    reason: decline,
    risk_level: 'normal',
    risk_score: 20,
    seller_message: declined ? 'The bank did not return any further details.' : 'Payment complete.',
    type: declined ? 'issuer_declined' : 'authorized',
  };
}

function cardDetails(amount: number, card: Card, result: Result): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: result.decline === null ? amount : null,
    authorization_code: null,
    brand: card.test.brand,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: result.decline === 'incorrect_cvc' ? 'fail' : 'pass',
    },
    country: card.test.country,
    electronic_commerce_indicator: result.authenticated ? '05' : null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    extended_authorization: { status: 'disabled' },
    fingerprint: null,
    funding: card.test.funding,
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card.test.brand,
    network_token: { used: false },
    network_transaction_id: null,
    overcapture: { maximum_amount_capturable: amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: result.authenticated ? threeDSecure() : null,
    transaction_link_id: null,
    wallet: null,
  };
}

function threeDSecure(): Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure {
  return {
    authentication_flow: 'challenge',
    electronic_commerce_indicator: '05',
    exemption_indicator: null,
    result: 'authenticated',
    result_reason: null,
    transaction_id: null,
    version: '2.2.0',
  };
}

function nothingSpecial() {
  return {
    application: null,
    application_fee: null,
    application_fee_amount: null,
    calculated_statement_descriptor: 'ADMISSIONS',
    customer: null,
    failure_balance_transaction: null,
    fraud_details: {},
    livemode: false,
    on_behalf_of: null,
    receipt_number: null,
    receipt_url: null,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    transfer_data: null,
  } satisfies Partial<Charge>;
}
