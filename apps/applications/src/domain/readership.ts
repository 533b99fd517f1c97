import type { juryChanged } from '@admissions/contracts/juries';
import type { selectionChanged } from '@admissions/contracts/marks';
import type { DataOf } from '@admissions/contracts/message';

/** Who was assigned to assess an application: its evaluators, and the sessions that had it on their agenda at any time. */
export interface Readership {
  readonly evaluators: readonly string[];
  /** Revision of the snapshot that named the evaluators; 0 before the first. */
  readonly seen: number;
  readonly sessionIds: readonly string[];
}

/** The copy of a jury session: who sits in it and what is on its agenda. */
export interface Jury {
  readonly members: readonly string[];
  readonly applicationIds: readonly string[];
  readonly seen: number;
}

const nobody: Readership = { evaluators: [], seen: 0, sessionIds: [] };
type Kept<S> = { state: S } | { ignored: string };

/** Keeps who marks the application; an older snapshot than the one kept is ignored. */
export function keepEvaluators(
  current: Readership = nobody,
  { evaluators }: Pick<DataOf<typeof selectionChanged>, 'evaluators'>,
  revision: number,
): Kept<Readership> {
  if (revision <= current.seen) return { ignored: `revision ${current.seen} was seen` };
  return { state: { ...current, evaluators, seen: revision } };
}

/** Keeps a jury session; an older snapshot than the one kept is ignored. */
export function keepJury(
  current: Jury | undefined,
  { members, applicationIds }: Pick<DataOf<typeof juryChanged>, 'members' | 'applicationIds'>,
  revision: number,
): Kept<Jury> {
  if (current && revision <= current.seen) return { ignored: `revision ${current.seen} was seen` };
  return { state: { members, applicationIds, seen: revision } };
}

/** Remembers that a session has, or had, the application on its agenda; the session says whether it still does. */
export function keepSession(current: Readership = nobody, sessionId: string): Kept<Readership> {
  if (current.sessionIds.includes(sessionId)) return { ignored: 'known already' };
  return { state: { ...current, sessionIds: [...current.sessionIds, sessionId] } };
}

/** The members of the sessions that have the application on their agenda. */
export function membersFor(applicationId: string, juries: readonly Jury[]): string[] {
  return juries
    .filter(({ applicationIds }) => applicationIds.includes(applicationId))
    .flatMap(({ members }) => [...members]);
}
