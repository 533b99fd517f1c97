/**
 * Civil dates (`YYYY-MM-DD`) in Europe/Paris, and the periods of R61 to R63.
 * Instants come in and go out as ISO strings in UTC; what lies between is arithmetic on civil dates, which knows no hours.
 */
const zone = 'Europe/Paris';
const dayMs = 86_400_000;

const civil = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const wallClock = new Intl.DateTimeFormat('en-US', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** The civil date in Paris at an instant (a Date or an ISO string). */
export function dayOf(instant: Date | string): string {
  return civil.format(new Date(instant));
}

/** The last instant of a civil date in Paris, as an ISO string: a period ends at 24:00 of its last day (R61). */
export function endOf(day: string): string {
  return new Date(Date.parse(startOf(addDays(day, 1))) - 1).toISOString();
}

/** The instant at which a civil date begins in Paris, as an ISO string. */
export function startOf(day: string): string {
  const midnightUtc = Date.parse(`${day}T00:00:00Z`);
  // Paris is ahead of UTC; the offset is read at the guess and once more where it lands, for days on which it changes.
  const guess = midnightUtc - offsetAt(midnightUtc);
  return new Date(midnightUtc - offsetAt(guess)).toISOString();
}

function offsetAt(instant: number): number {
  const parts = Object.fromEntries(
    wallClock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(day: string, days: number): string {
  return iso(utc(day) + days * dayMs);
}

/** The same day number `months` later or earlier, or the last day of that month when it has no such day (R61). */
export function addMonths(day: string, months: number): string {
  const [year, month, number] = partsOf(day);
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  return iso(target.getTime() + (Math.min(number, last) - 1) * dayMs);
}

/** The same date `years` later or earlier; 29 February becomes 28 February (R18). */
export function addYears(day: string, years: number): string {
  return addMonths(day, years * 12);
}

/** True on the 11 public holidays of metropolitan France (R63). */
export function isHoliday(day: string): boolean {
  return holidaysOf(partsOf(day)[0]).includes(day);
}

/** True from Monday to Friday outside public holidays: a *jour ouvré* (R62). */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(utc(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

/** A period that would end on a Saturday, a Sunday or a public holiday ends on the next working day (R61). */
export function rollOver(day: string): string {
  return isWorkingDay(day) ? day : rollOver(addDays(day, 1));
}

/** The last day of a period in *jours ouvrés*; the day of the event is day 0 (R61, R62). */
export function addWorkingDays(day: string, count: number): string {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/** The fixed and moving holidays of a year in metropolitan France (R63), in order of the year. */
export function holidaysOf(year: number): string[] {
  const easter = easterOf(year);
  const moving = { easterMonday: 1, ascension: 39, whitMonday: 50 };
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
  return [
    ...fixed.map((date) => `${year}-${date}`),
    ...Object.values(moving).map((days) => addDays(easter, days)),
  ].sort();
}

/** Easter Sunday by the Gregorian computus (Meeus/Jones/Butcher), as R63's source computes it. */
export function easterOf(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return iso(Date.UTC(year, month - 1, day));
}

function partsOf(day: string): [number, number, number] {
  return day.split('-').map(Number) as [number, number, number];
}

function utc(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function iso(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
