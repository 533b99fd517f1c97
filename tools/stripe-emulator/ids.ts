import { randomBytes } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const PREFIX = {
  'checkout.session': ['cs_test_a1', 56],
  payment_intent: ['pi_3', 23],
  payment_method: ['pm_1', 23],
  charge: ['ch_3', 23],
  refund: ['re_3', 23],
  dispute: ['du_1', 23],
  balance_transaction: ['txn_3', 23],
  event: ['evt_1', 23],
  item: ['li_1', 23],
  price: ['price_1', 23],
  product: ['prod_', 14],
  request: ['req_', 14],
  challenge: ['', 32],
  secret: ['', 25],
} as const satisfies Record<string, readonly [string, number]>;

/** A new unguessable identifier in the shape that Stripe gives to this kind of object. */
export function newId(kind: keyof typeof PREFIX): string {
  const [prefix, length] = PREFIX[kind];
  // 248 is the largest multiple of 62 below 256: higher bytes would favour the first letters.
  let text = prefix as string;
  while (text.length < prefix.length + length) {
    for (const byte of randomBytes(length)) {
      if (byte < 248 && text.length < prefix.length + length) text += ALPHABET[byte % 62];
    }
  }
  return text;
}
