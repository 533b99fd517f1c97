import { refuse, type Refusal } from '@admissions/contracts/problem';

/** How far business time is ahead of real time. */
export interface BusinessClock {
  readonly offsetMs: number;
}

export type Move = { readonly advance: string } | { readonly to: string };

const parts = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const inMs = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000] as const;

/**
 * Where a move puts the clock. Only forward: rules that saw a day have seen it.
 * @param offsetMs where it stands now, by the file that all processes read.
 * @param real real time, for a move to an instant.
 */
export function moveClock(
  current: BusinessClock | undefined,
  move: Move,
  offsetMs: number,
  real: Date,
): { readonly state: BusinessClock } | Refusal {
  const from = Math.max(current?.offsetMs ?? 0, offsetMs);
  const to =
    'to' in move
      ? new Date(move.to).getTime() - real.getTime()
      : from + (durationMs(move.advance) ?? Number.NaN);
  if (Number.isNaN(to))
    return refuse(
      'invalid-input',
      'A duration has weeks, days, hours, minutes or seconds: years and months have no fixed length.',
    );
  if (to < from) return refuse('clock-only-forward');
  if (!Number.isFinite(new Date(real.getTime() + to).getTime()))
    return refuse('invalid-input', 'So far ahead there is no calendar.');
  return { state: { offsetMs: Math.round(to) } };
}

/** Milliseconds of an ISO 8601 duration of fixed length; undefined for another. */
export function durationMs(text: string): number | undefined {
  const match = parts.exec(text);
  if (!match) return undefined;
  return inMs.reduce((sum, ms, index) => sum + ms * Number(match[index + 1] ?? 0), 0);
}
