export type Language = 'fr' | 'en';

/** What a mailed link is for, how long it lives (hours), and how many may be open at once. */
export const linkPurposes = {
  'confirm-email': { hours: 48, open: 3 },
  'reset-password': { hours: 1, open: 3 },
  'confirm-email-change': { hours: 1, open: 1 },
  'accept-invitation': { hours: 7 * 24, open: 1 },
} as const satisfies Record<string, { hours: number; open: number }>;
export type LinkPurpose = keyof typeof linkPurposes;

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
 * The open links and one more. A stranger who asks for links must not shut out the owner's: a few of a kind live side by side.
 * A sign-up that was not confirmed in time is kept, so that its link can be sent again.
 */
export function withLink(links: readonly PendingLink[], added: PendingLink, now: Date): PendingLink[] {
  const alive = links.filter(
    ({ purpose, expiresAt }) => purpose === 'confirm-email' || new Date(expiresAt) > now,
  );
  const same = [...alive.filter(({ purpose }) => purpose === added.purpose), added].slice(
    -linkPurposes[added.purpose].open,
  );
  return [...alive.filter(({ purpose }) => purpose !== added.purpose), ...same];
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
