import type { Stripe } from 'stripe';
import { badParameter } from './problems.ts';
import * as r from './readers.ts';

const CURRENCIES = ['eur', 'usd', 'gbp', 'chf'] as const;

const productData = r.parts({
  name: r.text(),
  description: r.optional(r.text()),
  metadata: r.optional(r.metadata()),
  images: r.optional(r.list(r.text(2_048), { max: 8 })),
  tax_code: r.optional(r.text()),
});

const lineItem = r.parts({
  price_data: r.parts({
    currency: currency(),
    unit_amount: r.integer({ min: 0, max: 99_999_999 }),
    product_data: productData,
    tax_behavior: r.optional(r.oneOf('exclusive', 'inclusive', 'unspecified')),
  }),
  quantity: r.optional(r.integer({ min: 1, max: 999_999 })),
  metadata: r.optional(r.metadata()),
});

const paymentIntentData = r.parts({
  description: r.optional(r.text(1_000)),
  metadata: r.optional(r.metadata()),
  receipt_email: r.optional(r.email()),
  capture_method: r.optional(r.oneOf('automatic', 'automatic_async')),
  statement_descriptor: r.optional(r.text(22)),
  statement_descriptor_suffix: r.optional(r.text(22)),
  transfer_group: r.optional(r.text()),
});

const message = r.emptyable(r.parts({ message: r.text(1_200) }));

/** Options that Stripe knows and that would change nothing here, or that are refused when they would. */
const accepted = {
  locale: r.optional(r.oneOf('auto', 'fr', 'fr-CA', 'en', 'en-GB', 'de', 'es', 'it')),
  submit_type: r.optional(r.oneOf('auto', 'pay', 'book', 'donate')),
  allowed_payment_method_types: r.optional(r.list(r.oneOf('card'), { min: 1, max: 1 })),
  ui_mode: r.optional(r.oneOf('hosted_page')),
  customer_creation: r.optional(r.oneOf('if_required')),
  billing_address_collection: r.optional(r.oneOf('auto')),
  allow_promotion_codes: r.optional(onlyFalse()),
  automatic_tax: r.optional(r.parts({ enabled: onlyFalse() })),
  phone_number_collection: r.optional(r.parts({ enabled: onlyFalse() })),
  invoice_creation: r.optional(r.parts({ enabled: onlyFalse() })),
  adaptive_pricing: r.optional(r.parts({ enabled: onlyFalse() })),
  custom_text: r.optional(r.parts({ submit: message, after_submit: message })),
  payment_method_options: r.optional(
    r.parts({
      card: r.optional(
        r.parts({ request_three_d_secure: r.optional(r.oneOf('any', 'automatic', 'challenge')) }),
      ),
    }),
  ),
};

/** Parameters of `POST /v1/checkout/sessions`: https://docs.stripe.com/api/checkout/sessions/create */
export const createSessionForm = r.parts({
  mode: r.oneOf('payment'),
  line_items: r.list(lineItem, { min: 1, max: 100 }),
  success_url: r.url(),
  cancel_url: r.optional(r.url()),
  client_reference_id: r.optional(r.text(200)),
  customer_email: r.optional(r.email()),
  metadata: r.emptyable(r.metadata()),
  payment_intent_data: r.optional(paymentIntentData),
  expires_at: r.optional(r.integer({ min: 1 })),
  expand: r.optional(r.list(r.text(), { max: 20 })),
  ...accepted,
});

export type CreateSession = r.Read<typeof createSessionForm>;
/** The compiler says no when a name here is none of the pinned SDK's. */
type Invented = Exclude<keyof CreateSession, keyof Stripe.Checkout.SessionCreateParams>;
void (true satisfies [Invented] extends [never] ? true : Invented);

export type LineItemForm = r.Read<typeof lineItem>;

function currency(): r.Reader<string> {
  return (raw, name) => {
    const value = r.text(3)(raw, name).toLowerCase();
    if ((CURRENCIES as readonly string[]).includes(value)) return value;
    throw badParameter(name, `Invalid currency: ${value}. The emulator knows ${CURRENCIES.join(', ')}.`);
  };
}

function onlyFalse(): r.Reader<boolean> {
  return (raw, name) => {
    const value = r.flag()(raw, name);
    if (value) throw badParameter(name, `The emulator does not do ${name}; only false is accepted.`);
    return value;
  };
}
