import type { TemplateName } from '../domain/template-names.ts';
import * as accounts from './accounts.ts';
import * as admissibility from './admissibility.ts';
import { applicationReceipt } from './application-receipt.ts';
import { applicationWithdrawn } from './application-withdrawn.ts';
import * as decision from './decision.ts';
import { depositReceipt } from './deposit-receipt.ts';
import { documentRefused } from './document-refused.ts';
import * as funding from './funding.ts';
import * as interview from './interview.ts';
import { messagePosted } from './message-posted.ts';
import * as place from './place.ts';
import { refundMade } from './refund-made.ts';
import { paymentReceipt } from './payment-receipt.ts';
import type { Template } from './template.ts';

/** All letters that the platform writes. */
export const templates = {
  'confirm-address': accounts.confirmAddress,
  'sign-up-repeated': accounts.signUpRepeated,
  'reset-password': accounts.resetPassword,
  'password-changed': accounts.passwordChanged,
  'confirm-new-address': accounts.confirmNewAddress,
  'address-changed': accounts.addressChanged,
  'staff-invitation': accounts.staffInvitation,
  'payment-receipt': paymentReceipt,
  'deposit-receipt': depositReceipt,
  'application-receipt': applicationReceipt,
  'document-refused': documentRefused,
  'message-posted': messagePosted,
  admissible: admissibility.admissible,
  'not-admissible': admissibility.notAdmissible,
  'interview-booked': interview.interviewBooked,
  'interview-moved': interview.interviewMoved,
  'interview-cancelled': interview.interviewCancelled,
  admitted: decision.admitted,
  'not-admitted': decision.notAdmitted,
  'decision-deferred': decision.decisionDeferred,
  'place-confirmed': place.placeConfirmed,
  'offer-lapsed': place.offerLapsed,
  'application-withdrawn': applicationWithdrawn,
  'funding-confirmed': funding.fundingConfirmed,
  'funding-refused': funding.fundingRefused,
  'refund-made': refundMade,
} as const satisfies Record<TemplateName, unknown>;

/** A template without its own types, for what handles all of them alike. */
export function templateOf(name: TemplateName): Template {
  return templates[name] as unknown as Template;
}
