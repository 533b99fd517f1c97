import type { interviewStates } from '@admissions/contracts/interviews';
import type { ProblemCode } from '@admissions/contracts/problem';
import type { SlotFacts } from './slot.ts';

export type InterviewState = (typeof interviewStates)[number];

/** A slot as an interview holds it: the facts, and the command that took it. */
export interface HeldSlot extends Omit<SlotFacts, 'programmeId'> {
  readonly slotId: string;
  readonly token: string;
}

/** A slot that is being taken or given back. */
export interface Pending {
  readonly slotId: string;
  readonly token: string;
  readonly at: string;
  /** The school gave it up: nobody is to listen at that time, so it is closed and not offered again. */
  readonly closes?: true;
}

/** What a member of staff said of an interview. */
export interface Said {
  readonly by: string;
  readonly at: string;
}

interface Common {
  /** How many slots it had so far, without those that the school gave up; each after the first is a move (R30). */
  readonly bookings: number;
  /** Grows with each change that a calendar must show (RFC 5545 SEQUENCE). */
  readonly sequence: number;
  /** What a command is taking right now: written before the slot is touched, so that a crash half-way is found and mended. */
  readonly seeking?: Pending;
  /** Slots that were left and are to be given back; empty once they are. */
  readonly releasing: readonly Pending[];
}

/** The motivation interview of one application. */
export type Interview = Common &
  (
    | { readonly state: 'invited' }
    /** By the school when it says why; without that by the candidate, or because the application ended. */
    | { readonly state: 'cancelled'; readonly bySchool?: Said & { readonly reason: string } }
    | { readonly state: 'booked'; readonly slot: HeldSlot }
    | ({ readonly state: 'done' } & Recorded)
    | ({ readonly state: 'no-show' } & Recorded)
    /** An officer gave up waiting for a candidate who had no appointment. */
    | { readonly state: 'no-show'; readonly record: Entered }
  );

type Entered = Said & { readonly note?: string };
interface Recorded {
  readonly slot: HeldSlot;
  readonly record: Entered;
}

interface Move {
  readonly from: readonly InterviewState[];
  readonly to: InterviewState;
  readonly by: 'candidate' | 'staff' | 'applications';
  readonly otherwise: ProblemCode;
}

/**
 * Who moves an interview from where to where. A record may be put right while no mark is locked. Nobody waits for ever for a candidate
 * who books nothing: an officer may record the absence without an appointment, and may give another chance afterwards.
 */
export const interviewMoves = {
  invite: { from: [], to: 'invited', by: 'applications', otherwise: 'wrong-state' },
  book: { from: ['invited', 'cancelled'], to: 'booked', by: 'candidate', otherwise: 'wrong-state' },
  move: { from: ['booked'], to: 'booked', by: 'candidate', otherwise: 'wrong-state' },
  cancel: { from: ['booked'], to: 'cancelled', by: 'candidate', otherwise: 'wrong-state' },
  'record-done': { from: ['booked', 'no-show'], to: 'done', by: 'staff', otherwise: 'wrong-state' },
  'record-no-show': {
    from: ['invited', 'cancelled', 'booked', 'done'],
    to: 'no-show',
    by: 'staff',
    otherwise: 'wrong-state',
  },
  'cancel-by-school': {
    from: ['booked', 'no-show'],
    to: 'cancelled',
    by: 'staff',
    otherwise: 'wrong-state',
  },
  end: { from: ['booked'], to: 'cancelled', by: 'applications', otherwise: 'wrong-state' },
} as const satisfies Record<string, Move>;

export type InterviewMove = keyof typeof interviewMoves;

/** True when the move starts from the state in which the interview is. */
export function interviewPermits<M extends InterviewMove>(
  move: M,
  interview: Interview,
): interview is Extract<Interview, { state: (typeof interviewMoves)[M]['from'][number] }> {
  return (interviewMoves[move].from as readonly InterviewState[]).includes(interview.state);
}

/** What people read. */
export const interviewLabels = {
  invited: 'Entretien à réserver',
  booked: 'Entretien réservé',
  done: 'Entretien passé',
  'no-show': 'Absence à l’entretien',
  cancelled: 'Entretien annulé',
} as const satisfies Record<InterviewState, string>;

/** The interview's time has passed, with the candidate or without: the file may be marked for good (R32). */
export function isOver(interview: Interview): boolean {
  return interview.state === 'done' || interview.state === 'no-show';
}
