import { z } from 'zod';
import { defineCall, defineClockReport } from './call.ts';
import { id, instant, slug } from './ids.ts';
import { defineMessage } from './message.ts';
import { money } from './money.ts';

export const orderStates = ['open', 'in-flight', 'paid', 'closed', 'disputed'] as const;
export const orderState = z.enum(orderStates);
export type OrderState = z.infer<typeof orderState>;

/** R79: the fee and the deposit are different products in the accounts. */
export const products = { APPLICATION_FEE: 'Frais de traitement et d’étude de dossier' } as const;
export const product = z.enum(Object.keys(products) as [keyof typeof products]);
export type Product = z.infer<typeof product>;

/** What the provider's page makes of the visit, as its address tells it. It is a hint to the reader, never a proof of payment. */
export const paymentOutcomes = ['paid', 'cancelled'] as const;
export const paymentOutcome = z.enum(paymentOutcomes);
export type PaymentOutcome = z.infer<typeof paymentOutcome>;

/** The page to which the provider sends the browser back: payments writes its address, the gateway shows it. */
export const paymentReturnPath = '/payment/return';
export const paymentReturn = z.object({ order: id, outcome: paymentOutcome });

/** The address of that page on the platform that is reached at `publicUrl`. */
export function paymentReturnUrl(publicUrl: string, orderId: string, outcome: PaymentOutcome): string {
  const query = new URLSearchParams({ order: orderId, outcome } satisfies z.input<typeof paymentReturn>);
  return `${publicUrl.replace(/\/$/, '')}${paymentReturnPath}?${query.toString()}`;
}

export const orderView = z.object({
  id,
  applicationId: id,
  product,
  label: z.string(),
  amount: money,
  state: orderState,
  stateLabel: z.string(),
  openedAt: instant,
  paidAt: instant.optional(),
  receiptNumber: z.string().optional(),
});
export type OrderView = z.infer<typeof orderView>;

export const listOrders = defineCall({
  name: 'payments.list-orders',
  service: 'payments',
  kind: 'query',
  allow: ['order:read'],
  about:
    'What is to be paid and what was paid for one application; nothing yet before the fee is asked for. Staff see an order once it was paid (R15).',
  input: z.object({ applicationId: id }),
  output: z.object({ items: z.array(orderView) }),
});

export const getOrder = defineCall({
  name: 'payments.get-order',
  service: 'payments',
  kind: 'query',
  allow: ['order:read'],
  about:
    'One order and whether it is paid; only the provider’s word makes it so. Staff see it once it was paid (R15).',
  input: z.object({ orderId: id }),
  output: orderView,
});

export const openCheckout = defineCall({
  name: 'payments.open-checkout',
  service: 'payments',
  kind: 'command',
  allow: ['order:pay'],
  about:
    'The address of the provider’s hosted page for an open order; the same one while it can still be used.',
  input: z.object({ orderId: id }),
  output: z.object({ url: z.string(), expiresAt: instant }),
});

export const reportClock = defineClockReport('payments');

export const orderPaid = defineMessage({
  name: 'payments.order-paid.v1',
  kind: 'fact',
  from: 'payments',
  followers: ['applications', 'notifications'],
  slow: ['notifications'],
  about: 'The provider confirms that an order is paid in full; said once per order.',
  data: z.object({
    orderId: id,
    applicationId: id,
    candidateId: id,
    programmeId: slug,
    product,
    label: z.string(),
    reference: z.string(),
    programmeTitle: z.string(),
    intakeLabel: z.string(),
    amount: money,
    paidAt: instant,
    receiptNumber: z.string(),
    /** As the provider tells it, to be printed on the receipt: brand and last four digits. */
    means: z.string(),
  }),
});
