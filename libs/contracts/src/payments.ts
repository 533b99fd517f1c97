import { z } from 'zod';
import { defineCall, defineClockReport } from './call.ts';
import { id, instant, slug } from './ids.ts';
import { defineMessage } from './message.ts';
import { money } from './money.ts';

export const orderStates = ['open', 'in-flight', 'paid', 'closed', 'disputed'] as const;
export const orderState = z.enum(orderStates);
export type OrderState = z.infer<typeof orderState>;

/** R79: the fee and the deposit are different products in the accounts. */
export const products = {
  APPLICATION_FEE: 'Frais de traitement et d’étude de dossier',
  DEPOSIT: 'Acompte de confirmation d’inscription',
} as const;
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
  /** Until when it can be paid; a fee has no date. */
  dueAt: instant.optional(),
  /** From when it can be paid (R89, R90); absent where it can be paid at once. */
  payableFrom: instant.optional(),
  /** What was paid and not given back, from the ledger. */
  balance: money.optional(),
});
export type OrderView = z.infer<typeof orderView>;

export const listOrders = defineCall({
  name: 'payments.list-orders',
  service: 'payments',
  kind: 'query',
  allow: ['order:read'],
  about:
    'What is to be paid and what was paid for one application; nothing yet before the fee is asked for. Staff see the fee once it was paid (R15), and a deposit from the start.',
  input: z.object({ applicationId: id }),
  output: z.object({ items: z.array(orderView) }),
});

export const getOrder = defineCall({
  name: 'payments.get-order',
  service: 'payments',
  kind: 'query',
  allow: ['order:read'],
  about:
    'One order and whether it is paid; only the provider’s word makes it so. Staff see a fee once it was paid (R15), and a deposit from the start.',
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

export const orderClosed = defineMessage({
  name: 'payments.order-closed.v1',
  kind: 'fact',
  from: 'payments',
  followers: ['applications'],
  about:
    'What became of an order that was to be closed. Only closed-unpaid frees the application; in-flight is asked again later.',
  data: z.object({
    orderId: id,
    applicationId: id,
    product,
    outcome: z.enum(['CLOSED_UNPAID', 'PAID', 'IN_FLIGHT']),
  }),
});

export const fundingStates = [
  'requested',
  'submitted',
  'received',
  'confirmed',
  'refused',
  'cancelled',
] as const;
export const fundingState = z.enum(fundingStates);
export const fundingView = z.object({
  id,
  applicationId: id,
  kind: z.enum(['OPCO', 'EMPLOYER', 'OTHER']),
  funder: z.string(),
  reference: z.string(),
  amount: money,
  state: fundingState,
  stateLabel: z.string(),
  receivedOn: z.iso.date(),
  remainderPaidBy: z.enum(['EMPLOYER', 'CANDIDATE']).optional(),
  confirmedAt: instant.optional(),
  /** Only for staff. */
  confirmedBy: z.string().optional(),
  refusedReason: z.string().optional(),
});
export type FundingView = z.infer<typeof fundingView>;

export const registerFunding = defineCall({
  name: 'payments.register-funding',
  service: 'payments',
  kind: 'command',
  allow: ['funding:manage'],
  about: 'A finance officer registers the funder’s agreement that was received (R99).',
  input: z.object({
    applicationId: id,
    kind: z.enum(['OPCO', 'EMPLOYER', 'OTHER']),
    funder: z.string().trim().min(1).max(150),
    reference: z.string().trim().min(1).max(100),
    amount: money,
    receivedOn: z.iso.date(),
    /** R100: who pays what the funder does not; wanted when the amount is below the tuition. */
    remainderPaidBy: z.enum(['EMPLOYER', 'CANDIDATE']).optional(),
  }),
  output: fundingView,
});

export const judgeFunding = defineCall({
  name: 'payments.judge-funding',
  service: 'payments',
  kind: 'command',
  allow: ['funding:manage'],
  about:
    'A finance officer confirms that issuer, person, programme and amount are right, or refuses the agreement.',
  input: z.object({
    fundingId: id,
    verdict: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('CONFIRMED') }),
      z.object({ outcome: z.literal('REFUSED'), reason: z.string().trim().min(1).max(500) }),
    ]),
  }),
  output: fundingView,
});

export const listFundings = defineCall({
  name: 'payments.list-fundings',
  service: 'payments',
  kind: 'query',
  allow: ['order:read'],
  about:
    'The funding agreements of one application, oldest first: for its candidate, and for finance officers of the programme.',
  input: z.object({ applicationId: id }),
  output: z.object({ items: z.array(fundingView) }),
});

/**
 * `waiting`: for the start of the intake, the deposit or the end of a dispute; `stopped`: it will not be paid (withdrawal, R94);
 * `failed`: a person gives the money back by another way (R132).
 */
export const refundStates = [
  'waiting',
  'due',
  'approved',
  'executing',
  'succeeded',
  'failed',
  'stopped',
] as const;
export const refundState = z.enum(refundStates);

/** Why money goes back: R94, R134, and R86 for who withdraws within the legal period. */
export const refundReason = z.enum(['FUNDING_CONFIRMED', 'SECOND_CHARGE', 'WITHDRAWAL_PERIOD']);
export type RefundReason = z.infer<typeof refundReason>;
export const refundView = z.object({
  id,
  applicationId: id,
  orderId: id,
  reason: refundReason,
  amount: money,
  state: refundState,
  stateLabel: z.string(),
  /** Until when it is to be paid; while it waits, as far as is known. */
  dueAt: instant,
  /** R65: the last day of the first quarter after the start. */
  windowEndsOn: z.iso.date().optional(),
  /** R65: the agreement was confirmed after that day; the claim stands, and a person looks at it. */
  isLate: z.boolean(),
  /** What a refund that waits is waiting for. */
  waitsFor: z.enum(['START', 'DEPOSIT', 'DISPUTE']).optional(),
  /** Who confirmed the agreement: another person approves. For a withdrawal the candidate, and nobody approves (R86). */
  madeDueBy: z.string(),
  /** Absent where nobody needs to approve (R86). */
  approvedBy: z.string().optional(),
  succeededAt: instant.optional(),
  creditNoteNumber: z.string().optional(),
  /** Why it failed or was stopped. */
  because: z.string().optional(),
});
export type RefundView = z.infer<typeof refundView>;

export const listRefunds = defineCall({
  name: 'payments.list-refunds',
  service: 'payments',
  kind: 'query',
  allow: ['refund:approve'],
  about: 'Refunds in the programmes of the subject, by state, those that are due longest first.',
  input: z.object({
    cursor: z.string().max(500).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    state: refundState.optional(),
  }),
  output: z.object({ items: z.array(refundView), next: z.string().optional() }),
});

export const approveRefund = defineCall({
  name: 'payments.approve-refund',
  service: 'payments',
  kind: 'command',
  allow: ['refund:approve'],
  about:
    'A second person approves a refund that is due; it is then executed once through the provider (R101).',
  input: z.object({ refundId: id }),
  output: refundView,
});

export const refundSucceeded = defineMessage({
  name: 'payments.refund-succeeded.v1',
  kind: 'fact',
  from: 'payments',
  followers: ['notifications'],
  slow: ['notifications'],
  about: 'The provider confirms that money went back to the card that paid.',
  data: z.object({
    refundId: id,
    orderId: id,
    applicationId: id,
    candidateId: id,
    reference: z.string(),
    programmeTitle: z.string(),
    intakeLabel: z.string(),
    label: z.string(),
    amount: money,
    reason: refundReason,
    succeededAt: instant,
    creditNoteNumber: z.string(),
    means: z.string(),
  }),
});

export const fundingJudged = defineMessage({
  name: 'payments.funding-judged.v1',
  kind: 'fact',
  from: 'payments',
  followers: ['notifications', 'payments'],
  slow: ['notifications'],
  about:
    'A funding agreement was confirmed or refused; the candidate is told what it means for the deposit, whose refund follows (R94).',
  data: z.object({
    fundingId: id,
    applicationId: id,
    candidateId: id,
    reference: z.string(),
    programmeTitle: z.string(),
    funder: z.string(),
    outcome: z.enum(['CONFIRMED', 'REFUSED']),
    reason: z.string().optional(),
    judgedAt: instant,
  }),
});
