import type { juryChanged } from '@admissions/contracts/juries';
import type { DataOf } from '@admissions/contracts/message';
import type { Access } from './access.ts';

/** What this service knows of a jury session: who sits there (the chair among them) and which files are on its agenda. */
export interface JurySession {
  readonly members: readonly string[];
  readonly applicationIds: readonly string[];
  /** The revision of the session that this copy was made from. */
  readonly seen: number;
}

/** Takes over a snapshot of a session; one that is not newer than what was seen changes nothing. */
export function followJury(
  current: JurySession | undefined,
  { members, applicationIds }: DataOf<typeof juryChanged>,
  revision: number,
): { state: JurySession } | { ignored: string } {
  if (current && current.seen >= revision) return { ignored: `revision ${current.seen} was seen already` };
  return { state: { members, applicationIds, seen: revision } };
}

/** Who was assigned to assess an application: its evaluators, and the members of the sessions that have it on their agenda. */
export function assignedTo(
  applicationId: string,
  access: Access,
  sessions: readonly JurySession[],
): readonly string[] {
  const sitting = sessions.filter(({ applicationIds }) => applicationIds.includes(applicationId));
  return [...(access.evaluators?.ids ?? []), ...sitting.flatMap(({ members }) => members)];
}
