import { z } from 'zod';
import { grant, roles, type Permission } from './roles.ts';

/** Who asks: made by the gateway from the session, signed for one service for a minute. */
export const subject = z.object({
  /** The account, or `visitor`. */
  id: z.string().min(1).max(64),
  grants: z.array(grant).max(50),
});
export type Subject = z.infer<typeof subject>;

/** What is known of an object when its access is decided. */
export interface Target {
  /** The account of the candidate it belongs to. */
  readonly owner?: string;
  readonly programmeId?: string;
  /** Accounts that were assigned to it: evaluators of an application, members of a jury session. */
  readonly assigned?: readonly string[];
}

/**
 * True when one of the subject's grants allows `permission` on `target`.
 * Without a target it answers "on anything at all?", which is only a first gate: decide again once the object is loaded.
 */
export function can(who: Subject, permission: Permission, target?: Target): boolean {
  return who.grants.some(({ role, programmes }) => {
    const { scope, may } = roles[role];
    if (!(may as readonly Permission[]).includes(permission)) return false;
    if (target === undefined || scope === 'all') return true;
    if (scope === 'own') return target.owner !== undefined && target.owner === who.id;
    if (scope === 'assigned' && !target.assigned?.includes(who.id)) return false;
    return (
      target.programmeId !== undefined &&
      (programmes.includes('*') || programmes.includes(target.programmeId))
    );
  });
}

/** True for a person with at least one staff role. */
export function isStaff(who: Subject): boolean {
  return who.grants.some(({ role }) => role !== 'candidate' && role !== 'visitor');
}

/** The programmes in which the subject holds `permission` by a staff role; `'*'` for all of them. */
export function programmesOf(who: Subject, permission: Permission): '*' | string[] {
  const granted = who.grants.filter(
    ({ role }) =>
      roles[role].scope === 'programme' && (roles[role].may as readonly Permission[]).includes(permission),
  );
  if (granted.some(({ programmes }) => programmes.includes('*'))) return '*';
  return [...new Set(granted.flatMap(({ programmes }) => programmes))];
}
