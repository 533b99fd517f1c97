import { interviewBooked, interviewCancelled } from '@admissions/contracts/interviews';
import { send } from '@admissions/contracts/message';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import {
  interviewMoves,
  interviewPermits,
  type HeldSlot,
  type Interview,
  type Pending,
} from './interview-state.ts';
import type { Ignored, Outcome } from './outcome.ts';
import { changed, type Selection } from './selection.ts';
import type { Slot, SlotFacts } from './slot.ts';

type Decided = Outcome<Selection> | Refusal | Ignored;

/** The one calendar entry of an application's interview, whatever becomes of it. */
export const calendarUidOf = (applicationId: string): string => `interview-${applicationId}`;

/** A slot that a command wants for the interview. */
export interface Wish {
  readonly slotId: string;
  readonly token: string;
  readonly slot: Slot;
}

/**
 * First step of booking and moving: says which slot is wanted, before it is touched. Refuses when the interview is over, when it
 * was moved as often as accepted, or when the slot (or, for a move, the present one) begins too soon (R30). What another command
 * was seeking is given up: the last one counts.
 */
export function seek(selection: Selection, { slotId, token, slot }: Wish, now: Date): Decided {
  const { interview, figures } = selection;
  if (slot.programmeId !== selection.programmeId) return refuse('not-found');
  const move = interview.state === 'booked' ? 'move' : 'book';
  if (selection.ended || !interviewPermits(move, interview)) return refuse(interviewMoves[move].otherwise);
  if (interview.state === 'booked') {
    if (interview.slot.slotId === slotId) return { ignored: 'it has this slot already' };
    if (isTooNear(interview.slot, selection, now)) return refuse('slot-past');
  }
  if (isTooNear(slot, selection, now)) return refuse('slot-past');
  if (interview.bookings > figures.maxMoves)
    return refuse('too-many-moves', undefined, { most: figures.maxMoves });
  const at = now.toISOString();
  return {
    state: {
      ...selection,
      interview: {
        ...interview,
        seeking: { slotId, token, at },
        releasing: interview.seeking ? [...interview.releasing, interview.seeking] : interview.releasing,
      },
    },
    messages: [],
  };
}

/** Last step of booking and moving: the slot was given to this command; the one before is to be given back. */
export function keepSlot(
  selection: Selection,
  { slotId, token, facts }: { slotId: string; token: string; facts: SlotFacts },
  now: Date,
): Decided {
  const { interview } = selection;
  if ('slot' in interview && interview.slot.token === token) return { ignored: 'it has this slot already' };
  if (interview.seeking?.token !== token) return refuse('slot-taken', 'another request took its place');
  const { seeking: _seeking, ...rest } = interview;
  const isMove = interview.state === 'booked';
  const { programmeId: _programme, ...times } = facts;
  const state: Selection = {
    ...selection,
    interview: {
      bookings: rest.bookings + 1,
      // Not by the bookings: one that the school gave up counts for the calendar that shows it.
      sequence: interview.state === 'invited' ? 0 : rest.sequence + 1,
      releasing: isMove ? [...rest.releasing, leave(interview.slot, now)] : rest.releasing,
      state: interviewMoves.book.to,
      slot: {
        ...times,
        slotId,
        token,
      },
    },
  };
  return changed(selection, state, [
    send(interviewBooked, { ...appointmentOf(state, state.interview), moved: isMove }),
  ]);
}

/** A command did not get its slot: whatever it may still get is given back. */
export function giveUp(selection: Selection, token: string): Decided {
  const { seeking, ...interview } = selection.interview;
  if (seeking?.token !== token) return { ignored: 'it does not seek this slot' };
  return {
    state: { ...selection, interview: { ...interview, releasing: [...interview.releasing, seeking] } },
    messages: [],
  };
}

/** A slot was given back. */
export function released(selection: Selection, token: string): Decided {
  const releasing = selection.interview.releasing.filter((pending) => pending.token !== token);
  if (releasing.length === selection.interview.releasing.length) return { ignored: 'given back already' };
  return { state: { ...selection, interview: { ...selection.interview, releasing } }, messages: [] };
}

/** The candidate gives the slot back and may book another (R30). Refuses when the interview is about to begin. */
export function cancel(selection: Selection, now: Date): Decided {
  const { interview } = selection;
  if (!interviewPermits('cancel', interview)) return refuse(interviewMoves.cancel.otherwise);
  if (isTooNear(interview.slot, selection, now)) return refuse('slot-past');
  return leaveInterview(selection, interview, now);
}

/**
 * The school gives the appointment up (the interviewer is away), at any time, also after it should have begun; or takes back that a
 * candidate did not come. It is no move of the candidate, who can always book again afterwards; nobody else gets the slot. Refuses
 * once a mark is locked: what the marks stand on stays (R32).
 */
export function cancelBySchool(
  selection: Selection,
  { reason, by }: { reason: string; by: string },
  now: Date,
): Decided {
  const { interview, marks, figures } = selection;
  if (selection.ended || !interviewPermits('cancel-by-school', interview))
    return refuse(interviewMoves['cancel-by-school'].otherwise);
  if (marks.some(({ state }) => state === 'locked')) return refuse('mark-locked');
  const { bookings, sequence, seeking, releasing } = interview;
  const slot = 'slot' in interview ? interview.slot : undefined;
  const left = slot ? [{ ...leave(slot, now), closes: true as const }] : [];
  const cancelled: Interview = {
    state: interviewMoves['cancel-by-school'].to,
    bookings: Math.min(slot ? bookings - 1 : bookings, figures.maxMoves),
    sequence: slot ? sequence + 1 : sequence,
    releasing: [...releasing, ...(seeking ? [seeking] : []), ...left],
    bySchool: { by, at: now.toISOString(), reason },
  };
  // Without an appointment there is none to take out of a calendar.
  const told = slot
    ? [
        send(interviewCancelled, {
          ...appointmentOf(selection, { ...cancelled, slot }),
          bySchool: true,
        }),
      ]
    : [];
  return changed(selection, { ...selection, interview: cancelled }, told);
}

/**
 * The candidate left the process, or the school took the application out: a booked interview is cancelled, what is being sought is
 * given up, and nothing follows. Ignored when it ended already.
 */
export function end(
  selection: Selection,
  why: NonNullable<Selection['ended']>['why'],
  now: Date,
): Outcome<Selection> | Ignored {
  if (selection.ended) return { ignored: 'it has ended already' };
  const { seeking, ...interview } = selection.interview;
  const releasing = seeking ? [...interview.releasing, seeking] : interview.releasing;
  const at = now.toISOString();
  const ended: Selection = {
    ...selection,
    interview: { ...interview, releasing } as Interview,
    ended: { at, why },
  };
  if (!interviewPermits('end', ended.interview)) return changed(selection, ended);
  return leaveInterview(ended, ended.interview, now);
}

/** What is said of an interview, and whether an officer of the programme says so. */
export interface Recording {
  readonly outcome: 'DONE' | 'NO_SHOW';
  readonly note?: string;
  readonly by: string;
  readonly isOfficer: boolean;
}

/**
 * Says that the interview took place or that the candidate did not come; not before it began, nor once a mark is locked. Of a
 * candidate who has no appointment only an officer says so: a file must not wait for ever for one who books nothing.
 */
export function record(
  selection: Selection,
  { outcome, note, by, isOfficer }: Recording,
  now: Date,
): Decided {
  const { interview, marks } = selection;
  const move = outcome === 'DONE' ? 'record-done' : 'record-no-show';
  if (selection.ended || !interviewPermits(move, interview)) return refuse(interviewMoves[move].otherwise);
  const slot = 'slot' in interview ? interview.slot : undefined;
  if (!slot && (outcome === 'DONE' || !isOfficer)) return refuse('wrong-state', 'there was no appointment');
  if (slot && new Date(slot.startsAt) > now) return refuse('wrong-state', 'the interview has not begun');
  if (marks.some(({ state }) => state === 'locked')) return refuse('mark-locked');
  const { bookings, sequence, releasing, seeking } = interview;
  const recorded = {
    bookings,
    sequence,
    releasing: seeking ? [...releasing, seeking] : releasing,
    record: {
      by,
      at: now.toISOString(),
      ...(note === undefined ? {} : { note }),
    },
  };
  const { to } = interviewMoves[move];
  return changed(selection, {
    ...selection,
    interview: slot
      ? { ...recorded, state: to, slot }
      : { ...recorded, state: interviewMoves['record-no-show'].to },
  });
}

/** How long a booking may stand half-way before it is looked at. */
const patienceMs = 60_000;

/** When somebody must look whether a booking or a giving back was left half-way. */
export function settleAt({ interview }: Selection): Date | undefined {
  const pending = interview.seeking ?? interview.releasing[0];
  return pending && new Date(Date.parse(pending.at) + patienceMs);
}

function leaveInterview(
  selection: Selection,
  { bookings, sequence, seeking, releasing, slot }: Extract<Interview, { state: 'booked' }>,
  now: Date,
): Outcome<Selection> {
  const left = [...releasing, ...(seeking ? [seeking] : []), leave(slot, now)];
  const interview: Interview = {
    bookings,
    sequence: sequence + 1,
    releasing: left,
    state: interviewMoves.cancel.to,
  };
  const message = send(interviewCancelled, appointmentOf(selection, { ...interview, slot }));
  return changed(
    { ...selection, interview: { ...interview, state: 'booked', slot } },
    { ...selection, interview },
    [message],
  );
}

function leave({ slotId, token }: HeldSlot, now: Date): Pending {
  return { slotId, token, at: now.toISOString() };
}

function isTooNear({ startsAt }: { startsAt: string }, { figures }: Selection, now: Date): boolean {
  return Date.parse(startsAt) - now.getTime() < figures.noticeMinutes * 60_000;
}

function appointmentOf(
  { applicationId, candidateId, reference, programmeTitle }: Selection,
  interview: Interview | (Interview & { slot: HeldSlot }),
) {
  if (!('slot' in interview)) throw new Error('an interview without a slot is no appointment');
  const { startsAt, endsAt, interviewerName, roomUrl } = interview.slot;
  return {
    applicationId,
    candidateId,
    reference,
    programmeTitle,
    calendarUid: calendarUidOf(applicationId),
    sequence: interview.sequence,
    startsAt,
    endsAt,
    interviewerName,
    roomUrl,
  };
}
