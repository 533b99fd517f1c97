import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { free, reserve, type Bounds, type Cohort } from './cohort.ts';

const bounds: Bounds = { capacity: 10, d30Share: 0.3, d40Share: 0.4, expectedShare: 1 };
const people = (count: number, derogation?: string, from = 0) =>
  Array.from({ length: count }, (_, i) => ({
    applicationId: `app-${derogation ?? 'plain'}-${from + i}`.toLowerCase().replaceAll('_', '-'),
    ...(derogation === undefined ? {} : { derogation }),
  }));
const ask = (admissions: ReturnType<typeof people>, sessionId = 'session-1', attempt = 1) => ({
  sessionId,
  attempt,
  intakeId: 'donnees-2027-09',
  admissions,
});
const answerOf = (change: object) =>
  (
    change as {
      messages: { data: { reserved: boolean; refused: { applicationId: string; why: string }[] } }[];
    }
  ).messages[0]!.data;
const stateOf = (change: object) => (change as { state: Cohort }).state;
const held = (cohort: Cohort) => Object.keys(cohort.places).length;

describe('R10: places and quotas of a cohort', () => {
  it('reserves what fits and answers the session', () => {
    const change = reserve(undefined, ask(people(10)), bounds);
    expect(answerOf(change)).toMatchObject({
      sessionId: 'session-1',
      attempt: 1,
      reserved: true,
      refused: [],
    });
    expect(held(stateOf(change))).toBe(10);
  });

  it('all or none: names the files that are too many, and keeps no place', () => {
    const change = reserve(undefined, ask(people(12)), bounds);
    expect(answerOf(change)).toMatchObject({
      reserved: false,
      refused: [
        { applicationId: 'app-plain-10', why: 'CAPACITY' },
        { applicationId: 'app-plain-11', why: 'CAPACITY' },
      ],
    });
    expect(held(stateOf(change))).toBe(0);
  });

  it.each<[string, number, string, number]>([
    ['R10: 7 of 25 by D30', 25, 'D30_M1', 7],
    ['R10: 10 of 25 by D40', 25, 'D40_VAPP', 10],
    ['both kinds of D30 count together', 25, 'D30_L3_3Y', 7],
    ['3 of 10', 10, 'D30_M1', 3],
    ['0 of 3', 3, 'D30_M1', 0],
  ])('%s', (_what, capacity, derogation, most) => {
    const within = { ...bounds, capacity };
    expect(answerOf(reserve(undefined, ask(people(most, derogation)), within)).reserved).toBe(true);
    const over = answerOf(reserve(undefined, ask(people(most + 1, derogation)), within));
    expect(over.refused).toEqual([
      { applicationId: people(1, derogation, most)[0]!.applicationId, why: derogation.slice(0, 3) },
    ]);
  });

  it('a share that binary fractions miss is counted as the regulation writes it', () => {
    // 0.29 × 100 is 28.999… in floating point.
    const odd = { ...bounds, capacity: 100, d30Share: 0.29 };
    expect(answerOf(reserve(undefined, ask(people(29, 'D30_M1')), odd)).reserved).toBe(true);
    expect(answerOf(reserve(undefined, ask(people(30, 'D30_M1')), odd)).reserved).toBe(false);
  });

  it('the two kinds of D30 share one quota', () => {
    const first = stateOf(reserve(undefined, ask(people(2, 'D30_M1')), bounds));
    expect(answerOf(reserve(first, ask(people(2, 'D30_L3_3Y'), 'session-2'), bounds)).refused).toHaveLength(
      1,
    );
  });

  it('1b: the cohort is projected with the share of the places left that is expected to be taken', () => {
    // 4 admitted, half of the other 6 expected: 7 people, 2 by D30.
    const half = { ...bounds, expectedShare: 0.5 };
    expect(answerOf(reserve(undefined, ask([...people(2), ...people(2, 'D30_M1')]), half)).reserved).toBe(
      true,
    );
    expect(
      answerOf(reserve(undefined, ask([...people(1), ...people(3, 'D30_M1')]), half)).refused,
    ).toHaveLength(1);
  });

  it('the same try is answered again as it was; an older one is ignored; a newer one takes its place', () => {
    const first = stateOf(reserve(undefined, ask(people(5), 'session-s', 2), bounds));
    const again = reserve(first, ask(people(5), 'session-s', 2), bounds);
    expect(answerOf(again)).toMatchObject({ attempt: 2, reserved: true });
    expect(stateOf(again)).toEqual(first);
    expect(reserve(first, ask(people(5), 'session-s', 1), bounds)).toHaveProperty('ignored');
    expect(held(stateOf(reserve(first, ask(people(3), 'session-s', 3), bounds)))).toBe(3);
  });

  it('a refusal is answered again as it was, whatever became free since; what was given back is not taken again', () => {
    const full = stateOf(reserve(undefined, ask(people(10)), bounds));
    const refused = reserve(full, ask(people(1, undefined, 50), 'session-2'), bounds);
    const freed = stateOf(free(stateOf(refused), 'app-plain-3'));
    const again = reserve(freed, ask(people(1, undefined, 50), 'session-2'), bounds);
    expect(answerOf(again)).toEqual(answerOf(refused));
    expect(stateOf(again)).toEqual(freed);
    expect(stateOf(reserve(freed, ask(people(10)), bounds)).places).not.toHaveProperty('app-plain-3');
  });

  it.each([
    ['with its places', 10, true, 0],
    ['that was refused', 11, false, 1],
  ])(
    'a try %s that was answered before answers were kept is answered, and takes nothing',
    (_what, count, reserved, tooMany) => {
      const { refusals: _unknown, ...old } = stateOf(reserve(undefined, ask(people(count)), bounds));
      const again = reserve(old, ask(people(count)), bounds);
      expect(answerOf(again).reserved).toBe(reserved);
      expect(answerOf(again).refused).toHaveLength(tooMany);
      expect(stateOf(again)).toEqual(old);
    },
  );

  it('who holds a place by another session is not counted twice', () => {
    const first = stateOf(reserve(undefined, ask(people(10)), bounds));
    const again = reserve(first, ask(people(1), 'session-2'), bounds);
    expect(answerOf(again).reserved).toBe(true);
    expect(stateOf(again).places['app-plain-0']).toEqual({ sessionId: 'session-1' });
  });

  it('a place that is free again may be given again; to free it twice changes nothing', () => {
    const full = stateOf(reserve(undefined, ask(people(10)), bounds));
    const after = stateOf(free(full, 'app-plain-3'));
    expect(free(after, 'app-plain-3')).toHaveProperty('ignored');
    expect(free(undefined, 'app-plain-3')).toHaveProperty('ignored');
    expect(answerOf(reserve(after, ask(people(1, undefined, 50), 'session-2'), bounds)).reserved).toBe(true);
    expect(answerOf(reserve(full, ask(people(1, undefined, 50), 'session-2'), bounds)).reserved).toBe(false);
  });

  it('no derogation that does not exist is waved through', () => {
    expect(() => reserve(undefined, ask(people(1, 'D50')), bounds)).toThrow('D50');
    expect(() => reserve(undefined, ask(people(1, 'constructor')), bounds)).toThrow('constructor');
  });

  it('never holds more than the capacity or a quota, whatever sessions ask and give back', () => {
    const step = fc.record({
      session: fc.integer({ min: 0, max: 3 }),
      ids: fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 12 }),
      kind: fc.constantFrom(undefined, 'D30_M1', 'D30_L3_3Y', 'D40_VAPP'),
      freed: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.integer({ min: 1, max: 25 }), (steps, capacity) => {
        let cohort: Cohort | undefined;
        for (const [index, { session, ids, kind, freed }] of steps.entries()) {
          const admissions = ids.map((id) => ({
            applicationId: `app-${id}`,
            ...(kind ? { derogation: kind } : {}),
          }));
          const change = reserve(cohort, ask(admissions, `session-${session}`, index + 1), {
            ...bounds,
            capacity,
          });
          if ('state' in change) cohort = change.state;
          const without = free(cohort, `app-${freed}`);
          if ('state' in without) cohort = without.state;
          const places = Object.values(cohort?.places ?? {});
          const by = (kinds: string) =>
            places.filter(({ derogation }) => derogation?.startsWith(kinds)).length;
          expect(places.length).toBeLessThanOrEqual(capacity);
          expect(by('D30')).toBeLessThanOrEqual(Math.floor((capacity * 3) / 10));
          expect(by('D40')).toBeLessThanOrEqual(Math.floor((capacity * 4) / 10));
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
