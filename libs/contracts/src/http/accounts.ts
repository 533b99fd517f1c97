import { z } from 'zod';
import { id, instant } from '../ids.ts';
import { grant, permissions, type Permission } from '../roles.ts';
import { line } from '../text.ts';
import { defineRoute } from './route.ts';

export const language = z.enum(['fr', 'en']);

/** An address as a person types it; it is compared without regard to case. */
export const emailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email());
export const personName = line(120).regex(/^[^<>]*$/, 'holds signs that no name has');
/** Only bounded here; whether it is good enough is answered by `password-too-weak` with what to do. */
const password = z.string().min(1).max(1_000);
/** The secret of a link that was mailed. */
const token = z.string().min(1).max(200);

/** The same answer whether the address is known or not. */
export const accepted = z.object({ status: z.literal('accepted') });

export const accountView = z.object({
  id,
  email: z.string(),
  name: z.string(),
  language,
  grants: z.array(grant),
  /** What the grants allow on some object at least: screens show what can be done. */
  permissions: z.array(z.enum(Object.keys(permissions) as [Permission, ...Permission[]])),
  createdAt: instant,
});
export type AccountView = z.infer<typeof accountView>;

export const signUp = defineRoute({
  id: 'sign-up',
  method: 'POST',
  path: '/v1/accounts',
  tag: 'Accounts',
  summary: 'Open an account as a candidate',
  about:
    'The answer never says whether the address is known: a link goes to a new address, a notice to the owner of a known one. ' +
    'A password has at least 15 characters and must not be easy to guess.',
  audience: 'public',
  body: z.object({ email: emailAddress, name: personName, password, language: language.default('fr') }),
  status: 202,
  response: accepted,
  errors: ['password-too-weak'],
});

export const confirmEmail = defineRoute({
  id: 'confirm-email',
  method: 'POST',
  path: '/v1/accounts/confirmations',
  tag: 'Accounts',
  summary: 'Confirm the address with the token of the mailed link',
  audience: 'public',
  body: z.object({ token }),
  status: 204,
  errors: ['link-invalid'],
});

export const requestConfirmation = defineRoute({
  id: 'request-confirmation',
  method: 'POST',
  path: '/v1/accounts/confirmation-requests',
  tag: 'Accounts',
  summary: 'Send the link of confirmation again',
  about: 'The answer never says whether the address is known or confirmed already.',
  audience: 'public',
  body: z.object({ email: emailAddress }),
  status: 202,
  response: accepted,
  errors: [],
});

export const acceptInvitation = defineRoute({
  id: 'accept-invitation',
  method: 'POST',
  path: '/v1/accounts/invitations',
  tag: 'Accounts',
  summary: 'Accept an invitation as staff and set the password',
  audience: 'public',
  body: z.object({ token, password }),
  status: 204,
  errors: ['link-invalid', 'password-too-weak'],
});

export const signIn = defineRoute({
  id: 'sign-in',
  method: 'POST',
  path: '/v1/sessions',
  tag: 'Accounts',
  summary: 'Sign in',
  about:
    'A browser gets an HttpOnly cookie; an API client asks `as: "api-client"` and gets a bearer token, and no cookie. ' +
    'Sent again, it opens one more session: the answer holds a secret and is therefore not kept for a repeat.',
  audience: 'public',
  body: z.object({ email: emailAddress, password, as: z.enum(['browser', 'api-client']).default('browser') }),
  status: 201,
  response: z.object({
    accountId: id,
    expiresAt: instant,
    /** Only for an API client: send it as `Authorization: Bearer …`. */
    token: z.string().optional(),
  }),
  errors: ['sign-in-refused'],
});

export const signOut = defineRoute({
  id: 'sign-out',
  method: 'DELETE',
  path: '/v1/sessions/current',
  tag: 'Accounts',
  summary: 'End the session of this request',
  audience: 'public',
  status: 204,
  errors: [],
});

export const getMe = defineRoute({
  id: 'get-me',
  method: 'GET',
  path: '/v1/me',
  tag: 'Accounts',
  summary: 'Who is signed in, and what the roles allow',
  audience: 'signed-in',
  status: 200,
  response: accountView,
  errors: [],
});

export const changePassword = defineRoute({
  id: 'change-password',
  method: 'PUT',
  path: '/v1/me/password',
  tag: 'Accounts',
  summary: 'Change the password',
  about: 'Every session of the account ends at once, this one too: sign in again.',
  audience: 'signed-in',
  body: z.object({ currentPassword: password, newPassword: password }),
  status: 204,
  errors: ['password-refused', 'password-too-weak'],
});

export const requestEmailChange = defineRoute({
  id: 'request-email-change',
  method: 'POST',
  path: '/v1/me/email-changes',
  tag: 'Accounts',
  summary: 'Ask for another address',
  about: 'A link goes to the new address; the address changes when the link is used.',
  audience: 'signed-in',
  body: z.object({ email: emailAddress, password }),
  status: 202,
  response: accepted,
  errors: ['password-refused'],
});

export const confirmEmailChange = defineRoute({
  id: 'confirm-email-change',
  method: 'POST',
  path: '/v1/me/email-changes/confirmations',
  tag: 'Accounts',
  summary: 'Change the address with the token of the mailed link',
  about:
    'Needs no session: the link may be opened on another device. Every session of the account ends at once.',
  audience: 'public',
  body: z.object({ token }),
  status: 204,
  errors: ['link-invalid', 'email-taken'],
});

export const requestPasswordReset = defineRoute({
  id: 'request-password-reset',
  method: 'POST',
  path: '/v1/password-resets',
  tag: 'Accounts',
  summary: 'Send a link with which to set another password',
  about: 'The answer never says whether the address is known.',
  audience: 'public',
  body: z.object({ email: emailAddress }),
  status: 202,
  response: accepted,
  errors: [],
});

export const resetPassword = defineRoute({
  id: 'reset-password',
  method: 'POST',
  path: '/v1/password-resets/confirmations',
  tag: 'Accounts',
  summary: 'Set another password with the token of the mailed link',
  about: 'Every session of the account ends at once.',
  audience: 'public',
  body: z.object({ token, password }),
  status: 204,
  errors: ['link-invalid', 'password-too-weak'],
});
