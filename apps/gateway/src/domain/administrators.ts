import { refuse, type Refusal } from '@admissions/contracts/problem';

/**
 * Who administers the platform, in one stream: two administrators who remove each other at the same moment
 * meet here, and one of them is refused.
 */
export interface Administrators {
  readonly accountIds: readonly string[];
}

type Decision = { readonly state: Administrators } | Refusal | { readonly ignored: string };

/** Adds an active administrator. */
export function enlist(current: Administrators | undefined, accountId: string): Decision {
  const accountIds = current?.accountIds ?? [];
  if (accountIds.includes(accountId)) return { ignored: 'is one already' };
  return { state: { accountIds: [...accountIds, accountId] } };
}

/** Takes one off the list before the role is taken away; the last one stays. */
export function strike(current: Administrators | undefined, accountId: string): Decision {
  const accountIds = current?.accountIds ?? [];
  if (!accountIds.includes(accountId)) return { ignored: 'is none' };
  if (accountIds.length === 1) return refuse('last-administrator');
  return { state: { accountIds: accountIds.filter((id) => id !== accountId) } };
}
