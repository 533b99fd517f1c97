import type { ApplicationState, applicationChanged } from '@admissions/contracts/applications';
import type { DataOf } from '@admissions/contracts/message';
import type { Permission } from '@admissions/contracts/roles';
import { can, type Subject } from '@admissions/contracts/subject';
import { juryOf, type JurySession } from './jury-session.ts';
import type { Ignored } from './outcome.ts';
import { evaluatorsOf, type Selection } from './selection.ts';

/** What this service knows of an application: a copy of the facts of `applications`, for access and for the jury's material. */
export interface Access {
  readonly candidateId: string;
  readonly programmeId: string;
  readonly intakeId: string;
  readonly state: ApplicationState;
  readonly reference?: string;
  readonly programmeTitle?: string;
  readonly intakeLabel?: string;
  readonly candidateName?: string;
  /** R10: how the file was found admissible, when it was by a derogation. */
  readonly derogation?: string;
  /** The revision of the application that this copy was made from. */
  readonly seen: number;
}

/** Takes over a snapshot of an application; one that is not newer than what was seen changes nothing. */
export function keepAccess(
  current: Access | undefined,
  data: DataOf<typeof applicationChanged>,
  revision: number,
): { state: Access } | Ignored {
  if (current && current.seen >= revision) return { ignored: `revision ${current.seen} was seen already` };
  const { candidateId, programmeId, intakeId, state } = data;
  const { reference, programmeTitle, intakeLabel, candidateName, derogation } = data;
  return {
    state: {
      candidateId,
      programmeId,
      intakeId,
      state,
      seen: revision,
      reference,
      programmeTitle,
      intakeLabel,
      candidateName,
      derogation,
    },
  };
}

/** States of an application after which neither interview nor marks nor jury follow. */
const ended: readonly ApplicationState[] = ['withdrawn', 'cancelled'];

/** True when the candidate left, or the school took the application out. */
export function hasEnded(access: Access | undefined): boolean {
  return access !== undefined && ended.includes(access.state);
}

/** Why nothing follows for an application any more; undefined while something may. */
export function endingOf(access: Access | undefined): NonNullable<Selection['ended']>['why'] | undefined {
  if (!access || !hasEnded(access)) return undefined;
  return access.state === 'withdrawn' ? 'WITHDRAWN' : 'CANCELLED';
}

/** Whose selection it is, in which programme, and who was assigned to it. */
interface Reachable {
  readonly candidateId: string;
  readonly programmeId: string;
}

/**
 * True when the subject holds the permission on this selection: its candidate, staff of its programme, or one of `assigned`.
 * To anybody else it does not exist: answer `not-found`, so that no id is confirmed. An account that is also staff reaches its
 * own application as a candidate only.
 */
export function mayReach(
  subject: Subject,
  permission: Permission,
  { candidateId: owner, programmeId }: Reachable,
  assigned: readonly string[] = [],
): boolean {
  if (subject.id === owner) return can(subject, permission, { owner });
  return can(subject, permission, { owner, programmeId, assigned });
}

/**
 * True when the subject holds the permission on this session: officers within their programmes, members in the sessions in which
 * they sit; opening and closing is for its chair alone.
 */
export function maySit(
  subject: Subject,
  permission: Permission,
  session: Pick<JurySession, 'programmeId' | 'chairId' | 'memberIds'>,
): boolean {
  const assigned = permission === 'jury:close' ? [session.chairId] : juryOf(session);
  return can(subject, permission, { programmeId: session.programmeId, assigned });
}

/** True for who takes part in the interview: the candidate, officers, the interviewer and the evaluators. */
export function takesPart(subject: Subject, permission: Permission, selection: Selection): boolean {
  const { interview } = selection;
  const interviewer = 'slot' in interview ? [interview.slot.interviewerId] : [];
  return mayReach(subject, permission, selection, [...evaluatorsOf(selection), ...interviewer]);
}
