import type { juryOutcome, sessionStates } from '@admissions/contracts/juries';
import type { ProblemCode } from '@admissions/contracts/problem';
import type { z } from 'zod';

export type SessionState = (typeof sessionStates)[number];
export type JuryOutcome = z.infer<typeof juryOutcome>;

/** What the jury decided on one file, and who wrote it down. */
export interface Decision {
  readonly outcome: JuryOutcome;
  readonly grounds: readonly string[];
  readonly conditionalOn?: string;
  readonly by: string;
  readonly at: string;
}

/** The material of one file, as it was when it came on the agenda (R34), and what became of it. */
export interface JuryFile {
  readonly applicationId: string;
  readonly candidateId: string;
  readonly reference: string;
  readonly candidateName: string;
  readonly derogation?: string;
  /** In hundredths; of three marks the median. */
  readonly mean: number;
  readonly marks: number;
  readonly snapshotAt: string;
  /** Members who do not decide on this file (R36); the reason is theirs. */
  readonly recusals: readonly { readonly memberId: string; readonly reason: string; readonly at: string }[];
  readonly decision?: Decision;
}

interface Common {
  readonly id: string;
  readonly programmeId: string;
  readonly intakeId: string;
  readonly programmeTitle?: string;
  readonly intakeLabel?: string;
  readonly scheduledAt: string;
  readonly chairId: string;
  /** Without the chair. */
  readonly memberIds: readonly string[];
  readonly quorum: number;
  readonly files: readonly JuryFile[];
  /** Applications whose candidates left: they do not come (back) on the agenda, however late a command comes. */
  readonly left: readonly string[];
  /** How often places were asked for. */
  readonly attempt: number;
  /** Why the last try to close was sent back. */
  readonly refused: readonly { readonly applicationId: string; readonly why: string }[];
}

interface Sitting extends Common {
  readonly openedAt: string;
  readonly present: readonly string[];
  /** Those of `present` who came after the opening, and when; absent in sessions that were stored before this could be recorded. */
  readonly arrivals?: readonly { readonly memberId: string; readonly at: string }[];
}

/** The numbered report of a closed session; signed when the chair closed it (R35, R68). */
export interface Minutes {
  readonly number: string;
  readonly signedAt: string;
  readonly signedBy: { readonly id: string; readonly name: string };
  /** How chair and members are called, as it was known then. */
  readonly names: Readonly<Record<string, string>>;
}

export type Planned = Common & { readonly state: 'planned' };
export type Convened = Common & { readonly state: 'convened' };
export type Open = Sitting & { readonly state: 'open' };
export type Closing = Sitting & {
  readonly state: 'closing';
  readonly closing: {
    readonly by: string;
    readonly at: string;
    /** How often places were asked for again under the same number, and when next; absent before the first time. */
    readonly again?: { readonly times: number; readonly next: string };
  };
};
export type Closed = Sitting & {
  readonly state: 'closed';
  readonly closedAt: string;
  readonly minutes: Minutes;
};
/** Ended before anything was decided for good: its files, for the record, have no decisions and are free for another session. */
export type Adjourned = (Common | Sitting) & {
  readonly state: 'adjourned';
  readonly adjourned: { readonly by: string; readonly at: string; readonly reason: string };
};
export type JurySession = Planned | Convened | Open | Closing | Closed | Adjourned;

interface Move {
  readonly from: readonly JurySession['state'][];
  /** Undefined: it stays where it is. */
  readonly to: JurySession['state'] | undefined;
  readonly by: 'officer' | 'member' | 'chair' | 'officer or chair' | 'applications' | 'time';
}

/**
 * Who moves a session from where to where. Nothing leads out of `closed`: the decisions are sealed. A session that cannot go on,
 * because the quorum is lost or the chair is away, has two ways out: a member who comes late, or the end without a decision (R36).
 */
export const sessionMoves = {
  plan: { from: [], to: 'planned', by: 'officer' },
  'set-agenda': { from: ['planned', 'convened'], to: 'convened', by: 'officer' },
  open: { from: ['convened'], to: 'open', by: 'chair' },
  'let-in': { from: ['open'], to: undefined, by: 'chair' },
  decide: { from: ['open'], to: undefined, by: 'member' },
  recuse: { from: ['convened', 'open'], to: undefined, by: 'member' },
  close: { from: ['open'], to: 'closing', by: 'chair' },
  seal: { from: ['closing'], to: 'closed', by: 'applications' },
  'send-back': { from: ['closing'], to: 'open', by: 'applications' },
  'ask-again': { from: ['closing'], to: undefined, by: 'time' },
  adjourn: { from: ['planned', 'convened', 'open'], to: 'adjourned', by: 'officer or chair' },
  leave: { from: ['planned', 'convened', 'open', 'closing'], to: undefined, by: 'applications' },
} as const satisfies Record<string, Move>;

export type SessionMove = keyof typeof sessionMoves;

/** True when the move starts from the state in which the session is. */
export function sessionPermits<M extends SessionMove>(
  move: M,
  session: JurySession,
): session is Extract<JurySession, { state: (typeof sessionMoves)[M]['from'][number] }> {
  return (sessionMoves[move].from as readonly SessionState[]).includes(session.state);
}

/** What a person hears who acts on a session in another state: once it is sealed, nothing changes it. */
export function otherwise(session: JurySession): ProblemCode {
  return session.state === 'closed' ? 'session-sealed' : 'wrong-state';
}

/** What people read. */
export const sessionLabels = {
  planned: 'Séance planifiée',
  convened: 'Jury convoqué',
  open: 'Séance ouverte',
  closing: 'Clôture en cours',
  closed: 'Séance close',
  rectified: 'Procès-verbal rectifié',
  adjourned: 'Séance levée sans décision',
} as const satisfies Record<SessionState, string>;

export const outcomeLabels = {
  ADMITTED: 'Admis(e)',
  NOT_ADMITTED: 'Non admis(e)',
  DEFERRED: 'Décision reportée',
} as const satisfies Record<JuryOutcome, string>;

/** Chair and members. */
export function juryOf({ chairId, memberIds }: Pick<Common, 'chairId' | 'memberIds'>): string[] {
  return [chairId, ...memberIds];
}

/** R36: the majority of chair and members. */
export function majorityOf(size: number): number {
  return Math.floor(size / 2) + 1;
}

/** Those who are present and decide on this file. */
export function decidersOf({ present }: Sitting, { recusals }: JuryFile): string[] {
  return present.filter((member) => recusals.every(({ memberId }) => memberId !== member));
}

/** Those who decided on this file when it was decided: who came after that had no part in it. */
export function deliberatorsOf(session: Sitting, file: JuryFile): string[] {
  const { decision } = file;
  const late = (session.arrivals ?? []).filter(({ at }) => decision !== undefined && at > decision.at);
  return decidersOf(session, file).filter((member) => late.every(({ memberId }) => memberId !== member));
}

/** R36: a recusal does not change the quorum, but the quorum must hold for that file. */
export function holdsQuorum(session: Sitting & Common, file: JuryFile): boolean {
  return decidersOf(session, file).length >= session.quorum;
}

export function fileOf(session: JurySession, applicationId: string): JuryFile | undefined {
  return session.files.find((file) => file.applicationId === applicationId);
}

/** True while another session cannot take the file: this one has it and may still decide, or has decided for good. */
export function occupies(session: JurySession, applicationId: string): boolean {
  const file = fileOf(session, applicationId);
  if (!file || session.state === 'adjourned') return false;
  return session.state !== 'closed' || file.decision?.outcome !== 'DEFERRED';
}
