/** The kinds of letters; their words are in templates/. */
export const templateNames = [
  'confirm-address',
  'sign-up-repeated',
  'reset-password',
  'password-changed',
  'confirm-new-address',
  'address-changed',
  'staff-invitation',
  'payment-receipt',
  'application-receipt',
] as const;

export type TemplateName = (typeof templateNames)[number];
