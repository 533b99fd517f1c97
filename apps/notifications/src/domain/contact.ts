import type { contactChanged } from '@admissions/contracts/gateway';
import { originOf, type DataOf } from '@admissions/contracts/message';

/** The confirmed name and address of a person, as the gateway last told them. */
export interface Contact {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly language: 'fr' | 'en';
  /** Revision of the account that it was told from. */
  readonly told: number;
}

/** Replaces what is known of a person; a snapshot older than the last one seen says nothing new. */
export function keepContact(
  current: Contact | undefined,
  data: DataOf<typeof contactChanged>,
  messageId: string,
): { state: Contact } | { ignored: string } {
  // An id of another form has no age: it is taken once, and nothing that is known is replaced by it.
  const told = originOf(messageId)?.revision ?? 0;
  if (current && told <= current.told) return { ignored: 'older-snapshot' };
  const { accountId, email, name, language } = data;
  return { state: { accountId, email, name, language, told } };
}
