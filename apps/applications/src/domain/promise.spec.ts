import { describe, expect, it } from '@jest/globals';
import { keep, keptBy, start, statusOf, type LetterPromise } from './promise.ts';

const promise: LetterPromise = {
  id: 'promise-app-1-9',
  applicationId: 'app-1',
  reference: 'MS-2027-4F7K3Q',
  programmeId: 'donnees',
  kind: 'ADMISSIBILITY',
  startedAt: '2027-01-12T10:00:00.000Z',
  dueOn: '2027-01-19',
};

describe('R28: the promise of a letter', () => {
  it.each([
    ['2027-01-18', undefined, 'open'],
    ['2027-01-19', undefined, 'due-today'],
    ['2027-01-20', undefined, 'late'],
    // The last moment of the 19th in Paris, and the first of the 20th.
    ['2027-02-01', '2027-01-19T22:59:59.999Z', 'kept'],
    ['2027-02-01', '2027-01-19T23:00:00.000Z', 'kept-late'],
  ])('on %s, letter at %s: %s', (today, keptAt, expected) => {
    expect(statusOf({ ...promise, ...(keptAt === undefined ? {} : { keptAt }) }, today)).toBe(expected);
  });

  it('starts once and is kept by the first letter of its kind', () => {
    expect(start(undefined, promise)).toEqual({ state: promise });
    expect(start(promise, promise)).toHaveProperty('ignored');
    expect(keep(promise, 'JURY_DECISION', '2027-01-13T08:00:00.000Z')).toHaveProperty('ignored');
    const kept = keep(promise, 'ADMISSIBILITY', '2027-01-13T08:00:00.000Z') as { state: LetterPromise };
    expect(kept.state.keptAt).toBe('2027-01-13T08:00:00.000Z');
    expect(keep(kept.state, 'ADMISSIBILITY', '2027-01-14T08:00:00.000Z')).toHaveProperty('ignored');
  });

  it('is kept by the letters of the table and by no other', () => {
    expect(keptBy('not-admissible')).toBe('ADMISSIBILITY');
    expect(keptBy('decision-deferred')).toBe('JURY_DECISION');
    expect(keptBy('receipt')).toBeUndefined();
    expect(keptBy('toString')).toBeUndefined();
  });
});
