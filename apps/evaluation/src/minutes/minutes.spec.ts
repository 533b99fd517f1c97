import { describe, expect, it } from '@jest/globals';
import { fileOf, now, sessionsIn } from '../../test/facts.ts';
import type { Closed } from '../domain/jury-session.ts';
import { dateInFrench, instantInFrench, markInFrench } from './french.ts';
import { minutesPdf } from './minutes.pdf.ts';

const school = {
  name: 'École',
  legalName: 'École, établissement public',
  address: ['1 place', '75000 Paris'],
};

describe('R68: the minutes as a PDF', () => {
  it('are the same bytes for the same session, with and without a letterhead', async () => {
    const session = sessionsIn.closed as Closed;
    const [one, two, bare] = [
      await minutesPdf(session, school),
      await minutesPdf(session, school),
      await minutesPdf(session, undefined),
    ];
    expect(one.equals(two)).toBe(true);
    expect([one, bare].map((pdf) => pdf.subarray(0, 5).toString())).toEqual(['%PDF-', '%PDF-']);
  });

  it('hold five hundred files, and none', async () => {
    const session = sessionsIn.closed as Closed;
    const recusals = [{ memberId: 'acc-m1', reason: 'Un lien', at: now.toISOString() }];
    const files = Array.from({ length: 500 }, (_, i) =>
      fileOf(`app-${i}`, {
        recusals,
        decision: { outcome: 'NOT_ADMITTED', grounds: ['x'.repeat(300)], by: 'acc-m2', at: '' },
      }),
    );
    expect((await minutesPdf({ ...session, files }, school)).length).toBeGreaterThan(50_000);
    expect((await minutesPdf({ ...session, files: [] }, school)).length).toBeGreaterThan(5_000);
  });

  it('write dates and marks as French readers do', () => {
    expect(dateInFrench('2026-11-30T23:30:00.000Z')).toBe('1er décembre 2026');
    expect(instantInFrench('2027-01-14T16:05:00.000Z')).toBe('14 janvier 2027 à 17\u00a0h\u00a005');
    expect(markInFrench(14.5)).toBe('14,50');
  });
});
