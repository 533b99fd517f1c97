/** Pages with a form, to which the links of mails lead. */
export const pagePaths = [
  '/confirm-email',
  '/reset-password',
  '/confirm-email-change',
  '/accept-invitation',
] as const;
export type PagePath = (typeof pagePaths)[number];
