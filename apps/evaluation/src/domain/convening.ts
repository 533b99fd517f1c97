import { juryChanged } from '@admissions/contracts/juries';
import { send, type Outgoing } from '@admissions/contracts/message';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import {
  fileOf,
  juryOf,
  majorityOf,
  otherwise,
  sessionMoves,
  sessionPermits,
  type Adjourned,
  type Convened,
  type JuryFile,
  type JurySession,
  type Planned,
} from './jury-session.ts';
import type { Ignored, Outcome } from './outcome.ts';

type Decided = Outcome<JurySession> | Refusal;

/** A jury as the officer appoints it. */
export interface Plan {
  readonly id: string;
  readonly programmeId: string;
  readonly intakeId: string;
  readonly scheduledAt: string;
  readonly chairId: string;
  readonly memberIds: readonly string[];
  readonly quorum?: number | undefined;
}

/** Plans a session: the chair and at least so many members in all, and a quorum that they can reach (R36). */
export function plan({ quorum, memberIds, ...input }: Plan, leastMembers: number): Decided {
  const members = [...new Set(memberIds)].filter((member) => member !== input.chairId);
  const size = members.length + 1;
  if (size < leastMembers)
    return refuse('invalid-input', `a jury has at least ${leastMembers} members with its chair`);
  if (quorum !== undefined && quorum > size)
    return refuse('invalid-input', `a quorum of ${quorum} cannot be reached by ${size} members`);
  const state: Planned = {
    ...input,
    memberIds: members,
    quorum: quorum ?? majorityOf(size),
    files: [],
    left: [],
    attempt: 0,
    refused: [],
    state: sessionMoves.plan.to,
  };
  return { state, messages: [juryNews(state)] };
}

/** A file that may come before the jury, as it stands now. */
export type Candidacy = Omit<JuryFile, 'recusals' | 'decision' | 'snapshotAt'>;

/**
 * Sets the files of a session that is not open yet, with their material as it is now (R34). Recusals on files that stay are kept;
 * a member who is the candidate of a file is recused from it. Files whose candidates left stay out.
 */
export function setAgenda(
  session: JurySession,
  candidacies: readonly Candidacy[],
  titles: { programmeTitle?: string | undefined; intakeLabel?: string | undefined },
  now: Date,
): Decided {
  if (!sessionPermits('set-agenda', session)) return refuse(otherwise(session));
  const snapshotAt = now.toISOString();
  const files = candidacies
    .filter(({ applicationId }) => !session.left.includes(applicationId))
    .map((candidacy): JuryFile => {
      const recusals = fileOf(session, candidacy.applicationId)?.recusals ?? ownFile(session, candidacy, now);
      return { ...candidacy, snapshotAt, recusals };
    });
  const state: Convened = {
    ...session,
    programmeTitle: titles.programmeTitle ?? session.programmeTitle,
    intakeLabel: titles.intakeLabel ?? session.intakeLabel,
    files,
    state: sessionMoves['set-agenda'].to,
  };
  return { state, messages: [juryNews(state)] };
}

/**
 * An application leaves the agenda, because its candidate left or the school took it out; it never comes on this one again. While
 * places are asked for, its file stays until they are answered: a place that is reserved for it is given back by who hears the decision.
 */
export function leave(session: JurySession, applicationId: string): Outcome<JurySession> | Ignored {
  if (!sessionPermits('leave', session)) return { ignored: `the session is ${session.state}` };
  if (session.left.includes(applicationId)) return { ignored: 'it has left already' };
  const left = [...session.left, applicationId];
  if (session.state === 'closing') return { state: { ...session, left }, messages: [] };
  const state = { ...session, files: staying(session.files, left), left };
  return { state, messages: state.files.length === session.files.length ? [] : [juryNews(state)] };
}

/** The files whose candidates have not left. */
export function staying(files: readonly JuryFile[], left: readonly string[]): JuryFile[] {
  return files.filter(({ applicationId }) => !left.includes(applicationId));
}

/**
 * The session ends without a decision, from any state in which nothing is asked of the cohort: what was decided in it does not count
 * and nobody was told of it; its files may come before another session (R36). Refuses while it is closing and after; ignored when it
 * is adjourned already.
 */
export function adjourn(
  session: JurySession,
  { by, reason }: { by: string; reason: string },
  now: Date,
): Decided | Ignored {
  if (session.state === 'adjourned') return { ignored: 'adjourned already' };
  if (!sessionPermits('adjourn', session)) return refuse(otherwise(session));
  const state: Adjourned = {
    ...session,
    files: session.files.map(({ decision: _void, ...file }) => file),
    refused: [],
    state: sessionMoves.adjourn.to,
    adjourned: { by, at: now.toISOString(), reason },
  };
  return { state, messages: [juryNews(state)] };
}

/** Who sits, and on which files; none when the session was adjourned, whose members have nothing to read any more. */
export function juryNews(session: JurySession): Outgoing {
  const { id, programmeId, state } = session;
  const files = session.state === 'adjourned' ? [] : session.files;
  return send(juryChanged, {
    sessionId: id,
    programmeId,
    state,
    members: juryOf(session),
    applicationIds: files.map(({ applicationId }) => applicationId),
  });
}

function ownFile(session: JurySession, { candidateId }: Candidacy, now: Date): JuryFile['recusals'] {
  if (!juryOf(session).includes(candidateId)) return [];
  return [{ memberId: candidateId, reason: 'own application', at: now.toISOString() }];
}
