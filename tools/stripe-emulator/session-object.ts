import type { Stripe } from 'stripe';
import { newId } from './ids.ts';
import type { CreateSession, LineItemForm } from './session-params.ts';

/** `unit_amount_decimal` is text on the wire; the SDK's types show what it becomes in the client. */
type Price = Omit<Stripe.Price, 'unit_amount_decimal'> & { unit_amount_decimal: string };
export type LineItem = Omit<Stripe.LineItem, 'price'> & { price: Price };

/** The new session as the API shows it; every field that Stripe answers with is there. */
export function newSession(form: CreateSession, items: LineItem[], now: number): Stripe.Checkout.Session {
  const total = items.reduce((sum, item) => sum + item.amount_total, 0);
  const email = form.customer_email ?? null;
  return {
    ...nothingSpecial(),
    id: newId('checkout.session'),
    object: 'checkout.session',
    allowed_payment_method_types: form.allowed_payment_method_types ?? null,
    amount_subtotal: total,
    amount_total: total,
    cancel_url: form.cancel_url ?? null,
    client_reference_id: form.client_reference_id ?? null,
    created: now,
    currency: items[0]!.currency,
    custom_text: {
      after_submit: form.custom_text?.after_submit ?? null,
      shipping_address: null,
      submit: form.custom_text?.submit ?? null,
      terms_of_service_acceptance: null,
    },
    customer_details: email === null ? null : customerDetails(email, null),
    customer_email: email,
    expires_at: form.expires_at ?? now + 24 * 3600,
    livemode: false,
    locale: form.locale ?? null,
    metadata: form.metadata ?? {},
    mode: 'payment',
    payment_method_options: {
      card: {
        request_three_d_secure: form.payment_method_options?.card?.request_three_d_secure ?? 'automatic',
      },
    },
    payment_method_types: ['card'],
    payment_status: 'unpaid',
    status: 'open',
    submit_type: form.submit_type ?? null,
    success_url: form.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: null,
  };
}

export function customerDetails(email: string, name: string | null): Stripe.Checkout.Session.CustomerDetails {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: null,
  };
}

export function newLineItem(form: LineItemForm, now: number): LineItem {
  const { price_data: price, quantity = 1 } = form;
  const amount = price.unit_amount * quantity;
  return {
    id: newId('item'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description: price.product_data.name,
    metadata: form.metadata ?? {},
    price: newPrice(price, now),
    quantity,
  };
}

function newPrice(form: LineItemForm['price_data'], now: number): Price {
  return {
    id: newId('price'),
    object: 'price',
    active: false,
    billing_scheme: 'per_unit',
    created: now,
    currency: form.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: newId('product'),
    recurring: null,
    tax_behavior: form.tax_behavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: form.unit_amount,
    unit_amount_decimal: String(form.unit_amount),
  };
}

/** What is the same for every session of this emulator. */
function nothingSpecial() {
  return {
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    currency_conversion: null,
    custom_fields: [],
    customer: null,
    customer_account: null,
    customer_creation: 'if_required',
    discounts: [],
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    managed_payments: { enabled: false },
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    subscription: null,
    wallet_options: null,
  } satisfies Partial<Stripe.Checkout.Session>;
}
