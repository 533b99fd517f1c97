import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  dayOf,
  easterOf,
  endOf,
  holidaysOf,
  isHoliday,
  isWorkingDay,
  rollOver,
  startOf,
} from './calendar.ts';

describe('R63: public holidays of metropolitan France', () => {
  // Section 4.1 of the rulebook.
  it.each([
    [2026, '2026-04-05', '2026-04-06', '2026-05-14', '2026-05-25'],
    [2027, '2027-03-28', '2027-03-29', '2027-05-06', '2027-05-17'],
    [2028, '2028-04-16', '2028-04-17', '2028-05-25', '2028-06-05'],
    [2029, '2029-04-01', '2029-04-02', '2029-05-10', '2029-05-21'],
    [2030, '2030-04-21', '2030-04-22', '2030-05-30', '2030-06-10'],
  ])('of %i: Easter %s, then Monday %s, Ascension %s, Whit Monday %s', (year, easter, ...moving) => {
    expect(easterOf(year)).toBe(easter);
    for (const day of moving) expect(isHoliday(day)).toBe(true);
    expect(holidaysOf(year)).toHaveLength(11);
  });

  it('are not Good Friday, 26 December or the days of the overseas territories', () => {
    for (const day of ['2026-04-03', '2026-12-26', '2026-05-27', '2026-12-20'])
      expect(isHoliday(day)).toBe(false);
  });

  it('may fall together: 1 May 2008 was Ascension too', () => {
    expect(easterOf(2008)).toBe('2008-03-23');
    expect(holidaysOf(2008).filter((day) => day === '2008-05-01')).toHaveLength(2);
    expect(isHoliday('2008-05-01')).toBe(true);
  });
});

describe('R62: jours ouvrés', () => {
  it.each([
    ['2026-05-06', 5, '2026-05-15'],
    ['2026-05-13', 2, '2026-05-18'],
    ['2026-05-21', 2, '2026-05-26'],
    ['2026-04-30', 2, '2026-05-05'],
    ['2026-07-10', 2, '2026-07-15'],
    ['2026-12-23', 2, '2026-12-28'],
    ['2026-12-23', 5, '2026-12-31'],
    ['2026-11-27', 5, '2026-12-04'],
  ])('%s + %i is %s', (event, count, due) => {
    expect(addWorkingDays(event, count)).toBe(due);
  });
});

describe('R61: periods in days and months', () => {
  it.each([
    ['2026-12-11', '2026-12-28'],
    ['2027-04-24', '2027-05-10'],
    ['2026-11-02', '2026-11-16'],
  ])('%s + 14 days ends on %s', (concluded, end) => {
    expect(rollOver(addDays(concluded, 14))).toBe(end);
  });

  it.each([
    ['2026-11-24', 2, '2027-01-24'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2027-01-15', -24, '2025-01-15'],
    ['2027-03-31', -1, '2027-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('R18: two years before 29 February is 28 February', () => {
    expect(addYears('2028-02-29', -2)).toBe('2026-02-28');
    expect(addYears('2028-02-29', -4)).toBe('2024-02-29');
  });

  it('the implied refusal that would fall on a Sunday moves to Monday', () => {
    expect(rollOver(addMonths('2026-11-24', 2))).toBe('2027-01-25');
  });
});

describe('civil dates in Paris', () => {
  it.each([
    ['2026-11-24T22:59:59.999Z', '2026-11-24'],
    ['2026-11-24T23:00:00.000Z', '2026-11-25'],
    ['2027-07-14T21:59:59.999Z', '2027-07-14'],
    ['2027-07-14T22:00:00.000Z', '2027-07-15'],
  ])('%s is on %s', (instant, day) => {
    expect(dayOf(instant)).toBe(day);
  });

  it.each([
    ['2026-11-25', '2026-11-24T23:00:00.000Z'],
    ['2027-07-15', '2027-07-14T22:00:00.000Z'],
    // The days on which the clocks change.
    ['2027-03-28', '2027-03-27T23:00:00.000Z'],
    ['2027-03-29', '2027-03-28T22:00:00.000Z'],
    ['2027-10-31', '2027-10-30T22:00:00.000Z'],
    ['2027-11-01', '2027-10-31T23:00:00.000Z'],
  ])('%s begins at %s', (day, instant) => {
    expect(startOf(day)).toBe(instant);
  });

  const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));

  it('a day begins on itself, and one millisecond earlier is the day before', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const start = startOf(day);
        expect(dayOf(start)).toBe(day);
        expect(dayOf(new Date(Date.parse(start) - 1))).toBe(addDays(day, -1));
        expect(dayOf(endOf(day))).toBe(day);
        expect(Date.parse(endOf(day)) + 1).toBe(Date.parse(startOf(addDays(day, 1))));
      }),
    );
  });

  it('a rolled-over end is a working day at most four days later', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const end = rollOver(day);
        expect(isWorkingDay(end)).toBe(true);
        expect(end >= day && end <= addDays(day, 4)).toBe(true);
      }),
    );
  });
});
