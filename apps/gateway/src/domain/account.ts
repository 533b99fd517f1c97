import {
  contactChanged,
  emailChanged,
  emailChangeRequested,
  emailConfirmationRequested,
  passwordChanged,
  passwordResetRequested,
  signUpRepeated,
  staffInvited,
} from '@admissions/contracts/gateway';
import { send, type Outgoing } from '@admissions/contracts/message';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import { isStaff } from '@admissions/contracts/subject';
import type { Grant } from '@admissions/contracts/roles';
import {
  endOf,
  linkAmong,
  sealed,
  withLink,
  withOnlyLink,
  type Language,
  type LinkPurpose,
  type NewLink,
  type PendingLink,
  type SignUp,
} from './links.ts';

/**
 * - `pending`: signed up, the address is not confirmed;
 * - `invited`: invited as staff, no password yet;
 * - `active`: can sign in;
 * - `removed`: was staff; the address is free again;
 * - `lapsed`: signed up, and nobody confirmed in time, or somebody else has proven the address: it is about to be erased.
 */
export type AccountStatus = 'pending' | 'invited' | 'active' | 'removed' | 'lapsed';

export interface Account {
  readonly status: AccountStatus;
  /** In lower case. */
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  /** Null until the account is active. */
  readonly passwordHash: string | null;
  readonly grants: readonly Grant[];
  /** Sessions remember it; a higher one ends them all at once. */
  readonly epoch: number;
  readonly links: readonly PendingLink[];
  /** Real time. */
  readonly createdAt: string;
}

export type Decision =
  | { readonly state: Account; readonly messages: readonly Outgoing[] }
  | Refusal
  | { readonly ignored: string };

type Current = { readonly id: string; readonly state: Account } | undefined;
type Known = NonNullable<Current>;

const candidate: Grant = { role: 'candidate', programmes: [] };

/**
 * Somebody signs up with an address. A new address, or one that nobody confirmed yet, gets a link; the owner of an active account is told.
 * The caller sees no difference.
 */
export function signUp(
  current: Current,
  id: string,
  command: SignUp & { email: string; link: NewLink },
  now: Date,
): Decision {
  const { email, name, language, passwordHash, link } = command;
  if (current && ['active', 'invited'].includes(current.state.status)) {
    return { state: current.state, messages: [send(signUpRepeated, recipientOf(current))] };
  }
  // Its address is being given to who has proven it.
  if (current?.state.status === 'lapsed') return { state: current.state, messages: [] };
  const before = current && current.state.status === 'pending' ? current.state : blank(email, now, current);
  const pending = {
    purpose: 'confirm-email',
    ...endOf(link),
    signUp: { name, language, passwordHash },
  } as const;
  const links = withLink(before.links, pending, now);
  // Kept all the same: a key that is used twice is refused in every state of an address.
  if (!links) return { state: before, messages: [] };
  const state: Account = { ...before, name, language, links };
  const message = send(emailConfirmationRequested, { accountId: id, email, name, language, ...sealed(link) });
  return { state, messages: [message] };
}

/** Sends the link of the newest sign-up again; nothing to do unless the address still waits to be confirmed. */
export function requestConfirmation(current: Current, { link }: { link: NewLink }, now: Date): Decision {
  const newest = current?.state.links.findLast((open) => open.purpose === 'confirm-email');
  if (!current || !waits(current.state, now) || newest?.purpose !== 'confirm-email') {
    return { ignored: 'nothing waits to be confirmed' };
  }
  const { signUp: said } = newest;
  const pending = { purpose: 'confirm-email', ...endOf(link), signUp: said } as const;
  const links = withLink(current.state.links, pending, now);
  if (!links) return { ignored: 'enough links are open' };
  const to = { ...recipientOf(current), name: said.name, language: said.language };
  return {
    state: { ...current.state, links },
    messages: [send(emailConfirmationRequested, { ...to, ...sealed(link) })],
  };
}

/** The link of a sign-up was used: the account is what that sign-up said, and a candidate's. */
export function confirmEmail(current: Current, { hash }: { hash: string }, now: Date): Decision {
  const used = linkOf(current, 'confirm-email', hash, now);
  if (!current || used?.purpose !== 'confirm-email' || current.state.status !== 'pending')
    return refuse('link-invalid');
  const state: Account = {
    ...current.state,
    ...used.signUp,
    status: 'active',
    grants: [candidate],
    links: [],
  };
  return { state, messages: [contact(current.id, state)] };
}

/** A sign-up that nobody confirmed in time: it ends, and may be erased. */
export function lapse(current: Current, now: Date): Decision {
  if (current?.state.status !== 'pending' || waits(current.state, now))
    return { ignored: 'it waits, or does not wait any more' };
  return { state: lapsed(current.state), messages: [] };
}

/** Somebody else has proven the address: a sign-up that waits for it ends. Any other account keeps what it has. */
export function yieldAddress(current: Current, email: string): Decision {
  if (current?.state.status !== 'pending' || current.state.email !== email)
    return { ignored: 'nothing waits to be confirmed' };
  return { state: lapsed(current.state), messages: [] };
}

/** When a sign-up has to be looked at: after its last link ended; at once when it lapsed and is still there. Real time. */
export function lapsesAt({ status, links, createdAt }: Account): Date | undefined {
  if (status !== 'pending' && status !== 'lapsed') return undefined;
  return new Date(Math.max(...[createdAt, ...links.map(({ expiresAt }) => expiresAt)].map(Date.parse)));
}

/** Sends a link to set another password; only an active account has one to replace. */
export function requestPasswordReset(current: Current, { link }: { link: NewLink }, now: Date): Decision {
  if (current?.state.status !== 'active') return { ignored: 'no active account' };
  const links = withLink(current.state.links, { purpose: 'reset-password', ...endOf(link) }, now);
  if (!links) return { ignored: 'enough links are open' };
  const message = send(passwordResetRequested, { ...recipientOf(current), ...sealed(link) });
  return { state: { ...current.state, links }, messages: [message] };
}

/** The link was used: another password, all sessions and open links end. */
export function resetPassword(
  current: Current,
  { hash, passwordHash }: { hash: string; passwordHash: string },
  now: Date,
): Decision {
  if (!current || !linkOf(current, 'reset-password', hash, now)) return refuse('link-invalid');
  return withPassword(current, passwordHash);
}

/** The owner sets another password. `verified` is the stored hash that the current password was checked against. */
export function changePassword(
  current: Current,
  { verified, passwordHash }: { verified: string; passwordHash: string },
): Decision {
  if (current?.state.status !== 'active') return refuse('not-found');
  if (current.state.passwordHash !== verified) return refuse('password-refused', 'It was changed meanwhile.');
  return withPassword(current, passwordHash);
}

/** The same password, kept with today's cost. Nobody is told and no session ends: nothing changes for the owner. */
export function rehashPassword(current: Current, { from, to }: { from: string; to: string }): Decision {
  if (current?.state.passwordHash !== from) return { ignored: 'another password is kept meanwhile' };
  return { state: { ...current.state, passwordHash: to }, messages: [] };
}

/** Sends a link to the address that the owner wants; a later wish replaces an earlier one. */
export function requestEmailChange(
  current: Current,
  { email, link }: { email: string; link: NewLink },
  now: Date,
): Decision {
  if (current?.state.status !== 'active') return refuse('not-found');
  if (current.state.email === email) return { ignored: 'it is the address already' };
  const links = withOnlyLink(
    current.state.links,
    { purpose: 'confirm-email-change', ...endOf(link), email },
    now,
  );
  const message = send(emailChangeRequested, { ...recipientOf(current), email, ...sealed(link) });
  return { state: { ...current.state, links }, messages: [message] };
}

/** The address that a link would give, or undefined when the link is of no use. */
export function wantedAddress(current: Current, hash: string, now: Date): string | undefined {
  const link = linkOf(current, 'confirm-email-change', hash, now);
  return link?.purpose === 'confirm-email-change' ? link.email : undefined;
}

/** The link to the new address was used; its claim is held. The former address is told, all sessions and open links end. */
export function confirmEmailChange(current: Current, { hash }: { hash: string }, now: Date): Decision {
  const email = wantedAddress(current, hash, now);
  if (current?.state.status !== 'active' || email === undefined) return refuse('link-invalid');
  const state: Account = { ...current.state, email, links: [], epoch: current.state.epoch + 1 };
  const told = send(emailChanged, { ...recipientOf(current), newEmail: email });
  return { state, messages: [told, contact(current.id, state)] };
}

/** Invites staff. What strangers signed up with that address is dropped; an active account is not touched. */
export function inviteStaff(
  current: Current,
  id: string,
  command: { email: string; name: string; language: Language; grants: readonly Grant[]; link: NewLink },
  now: Date,
): Decision {
  const { email, name, language, grants, link } = command;
  if (current?.state.status === 'active') {
    return refuse('email-taken', 'Give roles to the existing account instead.', { accountId: current.id });
  }
  // It is about to be erased, and with it what would be made of it.
  if (current?.state.status === 'lapsed') return refuse('busy');
  const before = blank(email, now, current);
  const links = withOnlyLink([], { purpose: 'accept-invitation', ...endOf(link) }, now);
  const state: Account = { ...before, status: 'invited', name, language, grants: [...grants], links };
  return { state, messages: [send(staffInvited, { ...recipientOf({ id, state }), ...sealed(link) })] };
}

/** The invitation was accepted: the address is proven by it, the password is set. */
export function acceptInvitation(
  current: Current,
  { hash, passwordHash }: { hash: string; passwordHash: string },
  now: Date,
): Decision {
  const used = linkOf(current, 'accept-invitation', hash, now);
  if (!used || current?.state.status !== 'invited') return refuse('link-invalid');
  const state: Account = {
    ...current.state,
    status: 'active',
    passwordHash,
    links: [],
    epoch: current.state.epoch + 1,
  };
  return { state, messages: [contact(current.id, state)] };
}

/** Replaces the staff roles of an invited or active account; what a candidate has by itself stays. All sessions end. */
export function changeGrants(current: Current, { grants }: { grants: readonly Grant[] }): Decision {
  if (!current || !['active', 'invited'].includes(current.state.status)) return refuse('not-found');
  const own = current.state.grants.filter(({ role }) => role === 'candidate');
  const state: Account = { ...current.state, grants: [...own, ...grants], epoch: current.state.epoch + 1 };
  return { state, messages: [] };
}

/** Takes all staff roles. A candidate stays one; any other account is removed and its address becomes free. All sessions end. */
export function removeStaff(current: Current): Decision {
  if (!isStaffAccount(current?.state)) return refuse('not-found');
  const { state } = current as Known;
  const own = state.grants.filter(({ role }) => role === 'candidate');
  const after = { ...state, grants: own, epoch: state.epoch + 1 };
  if (own.length > 0) return { state: after, messages: [] };
  return { state: { ...after, status: 'removed', passwordHash: null, links: [] }, messages: [] };
}

/** An account of the local platform, as its file says; the same again changes nothing. */
export function keepLocalAccount(
  current: Current,
  id: string,
  wanted: { email: string; name: string; grants: readonly Grant[]; passwordHash: string },
  now: Date,
): Decision {
  const { email, name, grants, passwordHash } = wanted;
  const before = current?.state ?? blank(email, now, undefined);
  const state: Account = {
    ...before,
    status: 'active',
    name,
    grants: [...grants],
    passwordHash,
    links: [],
    epoch: before.epoch + 1,
  };
  return { state, messages: [contact(id, state)] };
}

/** True for an invited or active account with a staff role. */
export function isStaffAccount(account: Account | undefined): boolean {
  if (account?.status !== 'active' && account?.status !== 'invited') return false;
  return isStaff({ id: 'account', grants: [...account.grants] });
}

/** True for an active account that administers the platform. */
export function isAdministrator(account: Account | undefined): boolean {
  return account?.status === 'active' && account.grants.some(({ role }) => role === 'administrator');
}

/** True while the account may keep the address to itself: a sign-up does as long as it can be confirmed. */
export function holds(account: Account | undefined, email: string, now: Date): boolean {
  if (account?.email !== email) return false;
  return account.status === 'active' || account.status === 'invited' || waits(account, now);
}

/** True when the link of that purpose and secret is open. */
export function isOpen(current: Current, purpose: LinkPurpose, hash: string, now: Date): boolean {
  return linkOf(current, purpose, hash, now) !== undefined;
}

/** True for a sign-up that can still be confirmed. */
function waits({ status, links }: Account, now: Date): boolean {
  return status === 'pending' && links.some(({ expiresAt }) => new Date(expiresAt) > now);
}

function lapsed(state: Account): Account {
  return { ...state, status: 'lapsed', name: '', links: [] };
}

function linkOf(current: Current, purpose: LinkPurpose, hash: string, now: Date): PendingLink | undefined {
  return current && linkAmong(current.state.links, purpose, hash, now);
}

function blank(email: string, now: Date, former: Current): Account {
  return {
    status: 'pending',
    email,
    name: '',
    language: 'fr',
    passwordHash: null,
    grants: [],
    // A removed account that begins anew must not revive a session of its former life.
    epoch: (former?.state.epoch ?? 0) + 1,
    links: [],
    createdAt: former?.state.createdAt ?? now.toISOString(),
  };
}

function withPassword(current: Known, passwordHash: string): Decision {
  const state: Account = { ...current.state, passwordHash, links: [], epoch: current.state.epoch + 1 };
  return { state, messages: [send(passwordChanged, recipientOf(current))] };
}

function recipientOf({ id, state: { email, name, language } }: Known) {
  return { accountId: id, email, name, language };
}

function contact(id: string, state: Account): Outgoing {
  return send(contactChanged, recipientOf({ id, state }));
}
