export type Language = 'fr' | 'en';

/** What a mailed link is for, and how long it lives (hours). */
export const linkPurposes = {
  'confirm-email': { hours: 48 },
  'reset-password': { hours: 1 },
  'confirm-email-change': { hours: 1 },
  'accept-invitation': { hours: 7 * 24 },
} as const satisfies Record<string, { hours: number }>;
export type LinkPurpose = keyof typeof linkPurposes;

/**
 * How many young links may be open of what strangers can ask for. Each sign-up says something else, and the owner's must find room;
 * links of a reset are all worth the same.
 */
const mostYoung = { 'confirm-email': 12, 'reset-password': 3 } as const;

interface LinkBase {
  /** SHA-256 of the secret, hex: who reads the database cannot use the link. */
  readonly hash: string;
  /** Real time. */
  readonly expiresAt: string;
}
/** What one sign-up said: each link confirms its own, so that nobody's link confirms another's password. */
export interface SignUp {
  readonly name: string;
  readonly language: Language;
  readonly passwordHash: string;
}
export type PendingLink =
  | (LinkBase & { readonly purpose: 'confirm-email'; readonly signUp: SignUp })
  | (LinkBase & { readonly purpose: 'reset-password' | 'accept-invitation' })
  | (LinkBase & { readonly purpose: 'confirm-email-change'; readonly email: string });

/** A new link: its hash, its end, and the whole address sealed for the service that writes the mail. */
export interface NewLink {
  readonly hash: string;
  readonly expiresAt: string;
  readonly sealed: string;
}

/**
 * The open links and one more; undefined when enough of its kind are open. Strangers can ask for these links, but only the owner of
 * the address gets them: a link that was sent is never pushed out, and while it has more than half of its life it counts, so that
 * the owner has one with some time left whoever asks how often.
 */
export function withLink(
  links: readonly PendingLink[],
  added: PendingLink & { purpose: keyof typeof mostYoung },
  now: Date,
): PendingLink[] | undefined {
  const { purpose } = added;
  const halfLife = (linkPurposes[purpose].hours / 2) * 3_600_000;
  const young = links.filter(
    (link) => link.purpose === purpose && new Date(link.expiresAt).getTime() - now.getTime() > halfLife,
  );
  return young.length < mostYoung[purpose] ? [...alive(links, now), added] : undefined;
}

/** The open links with this one in the place of all of its purpose: of what only the owner or an administrator asks for. */
export function withOnlyLink(links: readonly PendingLink[], added: PendingLink, now: Date): PendingLink[] {
  return [...alive(links, now).filter(({ purpose }) => purpose !== added.purpose), added];
}

function alive(links: readonly PendingLink[], now: Date): PendingLink[] {
  return links.filter(({ expiresAt }) => new Date(expiresAt) > now);
}

/** The open link of that purpose and secret; undefined when there is none, or it has ended. */
export function linkAmong(
  links: readonly PendingLink[],
  purpose: LinkPurpose,
  hash: string,
  now: Date,
): PendingLink | undefined {
  return links.find(
    // Comparing takes no constant time, nor need it: these are hashes of secrets, which nobody can approach letter by letter.
    (link) => link.purpose === purpose && link.hash === hash && new Date(link.expiresAt) > now,
  );
}

/** What is kept of a new link. */
export function endOf({ hash, expiresAt }: NewLink) {
  return { hash, expiresAt };
}

/** What the message carries of it. */
export function sealed({ sealed: sealedLink, expiresAt }: NewLink) {
  return { sealedLink, expiresAt };
}
