import type { contactChanged } from '@admissions/contracts/gateway';
import type { DataOf } from '@admissions/contracts/message';

/** The copy of a person's confirmed name and address that this service keeps; the gateway owns the original. */
export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly language: 'fr' | 'en';
  /** Of the snapshot it came from. */
  readonly revision: number;
}

/** Replaces the copy by a newer snapshot; ignores an older one, and one that says the same. */
export function keepContact(
  kept: Contact | undefined,
  { name, email, language }: DataOf<typeof contactChanged>,
  revision: number,
): { state: Contact } | { ignored: string } {
  if (kept && revision < kept.revision)
    return { ignored: `older than revision ${kept.revision} of the contact` };
  const same = kept?.name === name && kept.email === email && kept.language === language;
  if (same && kept.revision === revision) return { ignored: 'known already' };
  return { state: { name, email, language, revision } };
}
