import { refuse, type ProblemCode, type Refusal } from '@admissions/contracts/problem';
import type { Ignored } from './outcome.ts';

export const slotStates = ['open', 'booked', 'closed', 'over'] as const;
export type SlotState = (typeof slotStates)[number];

/** What does not change of a slot: who listens, when, and where. */
export interface SlotFacts {
  readonly programmeId: string;
  readonly interviewerId: string;
  readonly interviewerName: string;
  readonly roomUrl: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Who has a slot, by which command. */
export interface Booking {
  readonly applicationId: string;
  readonly token: string;
}

/**
 * Half an hour of one interviewer. Its stream alone says who has it: of many who try at once, one inserts the next revision.
 * `voided` are commands that gave it up before they had it: they never get it afterwards, however late they come.
 */
export type Slot = SlotFacts & { readonly voided: readonly string[] } & (
    { readonly state: 'open' | 'closed' } | { readonly state: 'booked' | 'over'; readonly booking: Booking }
  );

interface Move {
  readonly from: readonly SlotState[];
  readonly to: readonly SlotState[];
  readonly by: 'officer' | 'candidate' | 'deadline';
  /** What a person hears who tries it in another state. */
  readonly otherwise: Partial<Record<SlotState, ProblemCode>>;
}

/** Who moves a slot from where to where. */
export const slotMoves = {
  open: { from: [], to: ['open'], by: 'officer', otherwise: {} },
  book: {
    from: ['open', 'booked'],
    to: ['booked'],
    by: 'candidate',
    otherwise: { closed: 'slot-taken', over: 'slot-past' },
  },
  release: { from: ['booked'], to: ['open', 'closed'], by: 'candidate', otherwise: {} },
  'give-up': { from: ['booked'], to: ['closed'], by: 'officer', otherwise: {} },
  close: {
    from: ['open'],
    to: ['closed'],
    by: 'officer',
    otherwise: { booked: 'slot-booked', over: 'slot-past' },
  },
  end: { from: ['open', 'booked'], to: ['closed', 'over'], by: 'deadline', otherwise: {} },
} as const satisfies Record<string, Move>;

type Decided = { readonly state: Slot } | Refusal | Ignored;

/** A new slot that anybody of its programme may book. */
export function openSlot(facts: SlotFacts): Slot {
  return { ...facts, voided: [], state: 'open' };
}

/** Gives the slot to an application. Refuses when another has it, when it is over, or when the command gave it up before. */
export function bookSlot(slot: Slot, booking: Booking): Decided {
  if (slot.voided.includes(booking.token)) return refuse('slot-taken');
  if (slot.state === 'closed' || slot.state === 'over') return refuse(slotMoves.book.otherwise[slot.state]);
  if (slot.state === 'booked') {
    if (slot.booking.applicationId !== booking.applicationId) return refuse('slot-taken');
    if (slot.booking.token === booking.token) return { ignored: 'booked by this command already' };
  }
  return { state: { ...factsOf(slot), voided: slot.voided, state: 'booked', booking } };
}

/** How many given-up commands a slot remembers: those that were under way at the same time. */
const mostVoided = 200;

/**
 * Takes a slot back from the command that has it. When that command does not have it, it is noted that it never will: a command
 * that was left behind half-way may still be under way. When the school gave the appointment up, the slot is not offered again.
 */
export function releaseSlot(slot: Slot, token: string, now: Date, closes = false): Decided {
  if (slot.state === 'closed' || slot.state === 'over') return { ignored: `the slot is ${slot.state}` };
  const voided = [...slot.voided, token].slice(-mostVoided);
  if (slot.state !== 'booked' || slot.booking.token !== token) return { state: { ...slot, voided } };
  const state = !closes && new Date(slot.startsAt) > now ? 'open' : 'closed';
  return { state: { ...factsOf(slot), voided, state } };
}

/** Takes away a slot that nobody booked. */
export function closeSlot(slot: Slot): Decided {
  if (slot.state === 'closed') return { ignored: 'closed already' };
  if (slot.state !== 'open') return refuse(slotMoves.close.otherwise[slot.state]);
  return { state: { ...slot, state: 'closed' } };
}

/** When a slot leaves the lists: a free one when it begins, a booked one when it ends. */
export function endOf(slot: Slot): string | undefined {
  if (slot.state === 'open') return slot.startsAt;
  return slot.state === 'booked' ? slot.endsAt : undefined;
}

/** The time of a slot is over. */
export function endSlot(slot: Slot, now: Date): Decided {
  const at = endOf(slot);
  if (at === undefined || new Date(at) > now) return { ignored: 'not at its end' };
  if (slot.state === 'booked') return { state: { ...slot, state: 'over' } };
  return { state: { ...factsOf(slot), voided: slot.voided, state: 'closed' } };
}

function factsOf({
  programmeId,
  interviewerId,
  interviewerName,
  roomUrl,
  startsAt,
  endsAt,
}: SlotFacts): SlotFacts {
  return { programmeId, interviewerId, interviewerName, roomUrl, startsAt, endsAt };
}
