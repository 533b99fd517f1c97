import type { contactChanged } from '@admissions/contracts/gateway';
import type { DataOf } from '@admissions/contracts/message';
import type { Ignored } from './outcome.ts';

/** The copy of a person's name that this service keeps, for the agenda and the minutes; it needs no address. */
export interface Contact {
  readonly name: string;
  /** Of the snapshot it came from. */
  readonly revision: number;
}

/** Replaces the copy by a newer snapshot; ignores an older one, and one that says the same. */
export function keepContact(
  kept: Contact | undefined,
  { name }: DataOf<typeof contactChanged>,
  revision: number,
): { state: Contact } | Ignored {
  if (kept && revision < kept.revision)
    return { ignored: `older than revision ${kept.revision} of the contact` };
  if (kept?.name === name && kept.revision === revision) return { ignored: 'known already' };
  return { state: { name, revision } };
}
