import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, dayOf, endOf, isWorkingDay } from '@admissions/calendar/calendar';
import { refundTimes } from './refund-times.ts';

/** Start Monday 20 September 2027; three months later is Monday 20 December. */
const startsOn = '2027-09-20';
const noon = (day: string) => `${day}T10:00:00.000Z`;

describe('R65 with ruling 1b: when the deposit is to be paid back', () => {
  it.each([
    ['long before the start: 15 days from the start', '2027-06-15', '2027-10-05', false],
    ['on the day of the start', '2027-09-20', '2027-10-05', false],
    ['within the window', '2027-10-11', '2027-10-26', false],
    ['15 days end on a Saturday: the Monday after', '2027-10-15', '2027-11-02', false],
    ['near the end of the window: its last day', '2027-12-13', '2027-12-20', false],
    ['on its last day', '2027-12-20', '2027-12-20', false],
    ['a day after: still owed, within 15 days, and a person looks', '2027-12-21', '2028-01-05', true],
    ['a year after', '2028-12-01', '2028-12-18', true],
  ])('confirmed %s', (_when, confirmed, due, isLate) => {
    expect(refundTimes({ confirmedAt: noon(confirmed), startsOn })).toEqual({
      dueAt: endOf(due),
      windowEndsOn: '2027-12-20',
      isLate,
    });
  });

  it.each([
    // 25 September + 3 months is Christmas Day, a Saturday in 2027.
    ['2027-09-25', '2027-12-27'],
    ['2027-11-30', '2028-02-29'],
    ['2027-01-31', '2027-04-30'],
    ['2027-02-01', '2027-05-03'],
  ])('a start on %s has a window to %s (R61)', (start, end) => {
    expect(refundTimes({ confirmedAt: noon(start), startsOn: start }).windowEndsOn).toBe(end);
  });

  it('counts days in Paris: half past midnight there is the next day', () => {
    expect(refundTimes({ confirmedAt: '2027-12-20T23:30:00.000Z', startsOn }).isLate).toBe(true);
    expect(refundTimes({ confirmedAt: '2027-12-20T22:59:59.999Z', startsOn }).isLate).toBe(false);
  });

  it('begins again when a dispute was won (R133)', () => {
    const causes = { confirmedAt: noon('2027-09-21'), startsOn };
    expect(refundTimes({ ...causes, restartedAt: noon('2027-11-08') }).dueAt).toBe(endOf('2027-11-23'));
    expect(refundTimes({ ...causes, restartedAt: noon('2028-02-01') })).toMatchObject({
      dueAt: endOf('2028-02-16'),
      isLate: false,
    });
  });

  it('uses the figures that it is given', () => {
    const rules = { windowMonths: 1, daysToPay: 5 } as never;
    expect(refundTimes({ confirmedAt: noon('2027-09-21'), startsOn }, rules)).toMatchObject({
      dueAt: endOf('2027-09-27'),
      windowEndsOn: '2027-10-20',
    });
  });

  it('always ends on a working day, not before confirmation and start, at the latest 20 days after both', () => {
    const anyDay = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(anyDay, anyDay, (confirmed, start) => {
        const { dueAt, windowEndsOn } = refundTimes({ confirmedAt: noon(confirmed), startsOn: start });
        const begun = confirmed > start ? confirmed : start;
        const due = dayOf(dueAt);
        expect(isWorkingDay(due)).toBe(true);
        expect(due >= begun && due <= addDays(begun, 20)).toBe(true);
        if (begun <= windowEndsOn!) expect(due <= windowEndsOn!).toBe(true);
      }),
    );
  });
});
