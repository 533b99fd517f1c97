import { addDays, addMonths, dayOf, endOf, rollOver } from '@admissions/calendar/calendar';

/** The school’s own figures (R65, ruling 1b); another school changes them here. */
export const refundRules = {
  /** The "first quarter after the start", in months from the start. */
  windowMonths: 3,
  /** Calendar days within which a refund that became due is paid. */
  daysToPay: 15,
} as const;

/** When a refund is to be paid. */
export interface RefundTimes {
  /** The last instant of the last day. */
  readonly dueAt: string;
  /** The last day of the window; unknown while the start is. */
  readonly windowEndsOn?: string;
  /** The agreement was confirmed after the window. */
  readonly isLate: boolean;
}

/** What the times depend on: instants, and the civil date of the start. */
export interface RefundCauses {
  readonly confirmedAt: string;
  readonly startsOn?: string;
  /** When a dispute of the payment was won: the time begins again (R133). */
  readonly restartedAt?: string;
}

/**
 * R65 with ruling 1b: the claim begins with the later of confirmation and start, and is to be paid within 15 days, at the latest at the end of
 * the window `[start, start + 3 months]`. What begins after the window is still owed, within its 15 days. Periods that end on a day
 * that is not worked end on the next one (R61).
 */
export function refundTimes(
  { confirmedAt, startsOn, restartedAt }: RefundCauses,
  rules = refundRules,
): RefundTimes {
  const confirmedOn = dayOf(confirmedAt);
  const begins = [confirmedOn, startsOn ?? confirmedOn, ...(restartedAt ? [dayOf(restartedAt)] : [])];
  const begun = begins.sort().at(-1) ?? confirmedOn;
  const last = rollOver(addDays(begun, rules.daysToPay));
  if (startsOn === undefined) return { dueAt: endOf(last), isLate: false };
  const windowEndsOn = rollOver(addMonths(startsOn, rules.windowMonths));
  const dueOn = begun <= windowEndsOn && last > windowEndsOn ? windowEndsOn : last;
  return { dueAt: endOf(dueOn), windowEndsOn, isLate: confirmedOn > windowEndsOn };
}
