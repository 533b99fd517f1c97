import type { TemplateName } from '../domain/template-names.ts';
import * as accounts from './accounts.ts';
import { applicationReceipt } from './application-receipt.ts';
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
  'application-receipt': applicationReceipt,
} as const satisfies Record<TemplateName, unknown>;

/** A template without its own types, for what handles all of them alike. */
export function templateOf(name: TemplateName): Template {
  return templates[name] as unknown as Template;
}
