import type { Booking, SlotFacts } from './slot.ts';

/** A time that a person gave away: a slot in which they listen, or an interview of theirs (R30). */
export interface Entry {
  readonly slotId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** For which application a candidate booked, and by which command; absent for an interviewer. */
  readonly booking?: Booking;
}

/**
 * The times of one person, interviewer or candidate. It is the place where overlaps are decided: whoever takes a time for a
 * person inserts the next revision here, so that two at once cannot both find it free.
 */
export interface Diary {
  readonly entries: readonly Entry[];
  /** Slots that were entered here and are being made; whoever meets them makes them. */
  readonly unmade: readonly { readonly slotId: string; readonly facts: SlotFacts }[];
  /** Since when there are such slots. */
  readonly since?: string;
}

export const emptyDiary: Diary = { entries: [], unmade: [] };

/** True when two times share a moment; the end of one may be the beginning of the other. */
export function overlap(
  a: Pick<Entry, 'startsAt' | 'endsAt'>,
  b: Pick<Entry, 'startsAt' | 'endsAt'>,
): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** Two of the given times overlap each other. */
export function overlapAmong(entries: readonly Entry[]): boolean {
  return entries.some((a, i) => entries.slice(i + 1).some((b) => overlap(a, b)));
}

/** The entries in the way of new ones. What the same application holds is not: a move gives it back afterwards. */
export function inTheWay(diary: Diary, wanted: readonly Entry[]): Entry[] {
  return diary.entries.filter((entry) =>
    wanted.some(
      (other) =>
        overlap(entry, other) &&
        entry.slotId !== other.slotId &&
        (entry.booking === undefined || entry.booking.applicationId !== other.booking?.applicationId),
    ),
  );
}

/** Enters times, and takes out those of `stale` and what is long over. */
export function enter(diary: Diary, wanted: readonly Entry[], stale: readonly Entry[], now: Date): Diary {
  const gone = new Set(stale.map(keyOf));
  const same = new Set(wanted.map(keyOf));
  const kept = diary.entries.filter(
    (entry) => !gone.has(keyOf(entry)) && !same.has(keyOf(entry)) && new Date(entry.endsAt) > now,
  );
  return { ...diary, entries: [...kept, ...wanted] };
}

/** Enters slots of an interviewer that are to be made next. */
export function enterSlots(diary: Diary, slots: Diary['unmade'], stale: readonly Entry[], now: Date): Diary {
  const wanted = slots.map(({ slotId, facts: { startsAt, endsAt } }) => ({ slotId, startsAt, endsAt }));
  const unmade = [...diary.unmade, ...slots];
  return { ...enter(diary, wanted, stale, now), unmade, since: diary.since ?? now.toISOString() };
}

/** The slots were made. */
export function made({ since: _since, ...diary }: Diary, slotIds: readonly string[]): Diary {
  const unmade = diary.unmade.filter(({ slotId }) => !slotIds.includes(slotId));
  return { ...diary, unmade, ...(unmade.length === 0 || _since === undefined ? {} : { since: _since }) };
}

/** Takes a time out that this command took (or an interviewer's slot); the diary itself when it has no such time. */
export function strike(diary: Diary, slotId: string, token?: string): Diary {
  const entries = diary.entries.filter((entry) => entry.slotId !== slotId || entry.booking?.token !== token);
  return entries.length === diary.entries.length ? diary : { ...diary, entries };
}

function keyOf({ slotId, booking }: Entry): string {
  return `${slotId}/${booking?.applicationId ?? ''}`;
}
