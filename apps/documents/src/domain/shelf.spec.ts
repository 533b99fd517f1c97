import { describe, expect, it } from '@jest/globals';
import { documentTypeNames, documentTypes } from '@admissions/contracts/document-types';
import { isRefusal } from '@admissions/contracts/problem';
import * as fc from 'fast-check';
import type { State } from './document.ts';
import { holdsPlace, takePlace, type Shelf } from './shelf.ts';

const now = new Date('2026-11-24T09:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const shelfOf = (...ids: string[]): Shelf => ({
  entries: ids.map((documentId) => ({ documentId, type: 'ID_DOC', takenAt: now.toISOString() })),
});
const take = (shelf: Shelf | undefined, states: Record<string, State | 'unborn'>, at = later(1000)) =>
  takePlace(shelf, { documentId: 'new', type: 'ID_DOC', size: 1 }, (id) => states[id] ?? 'unborn', at);
const idsOf = (outcome: ReturnType<typeof take>) =>
  isRefusal(outcome) ? outcome.refused.code : outcome.shelf.entries.map(({ documentId }) => documentId);

describe('the places of a type (two for an identity document)', () => {
  it('the first is free', () => {
    expect(take(undefined, {})).toMatchObject({ superseded: [] });
  });
  it('are full with two that were checked', () => {
    expect(idsOf(take(shelfOf('a', 'b'), { a: 'checked', b: 'checking' }))).toBe('document-type-full');
  });
  it('are those of the type alone', () => {
    const outcome = takePlace(
      shelfOf('a', 'b'),
      { documentId: 'new', type: 'CV', size: 1 },
      () => 'checked',
      now,
    );
    expect(isRefusal(outcome)).toBe(false);
  });
  it('make room where a file was never sent, the oldest first', () => {
    const outcome = take(shelfOf('a', 'b'), { a: 'awaited', b: 'awaited' });
    expect(outcome).toMatchObject({ superseded: ['a'] });
    expect(idsOf(outcome)).toEqual(['b', 'new']);
  });
  it('do not touch a file that was never sent while there is room', () => {
    expect(take(shelfOf('a'), { a: 'awaited' })).toMatchObject({ superseded: [] });
  });
  it('make room where a file was refused by the check', () => {
    expect(take(shelfOf('a', 'b', 'c'), { a: 'checked', b: 'rejected', c: 'checked' })).toMatchObject({
      refused: { code: 'document-type-full' },
    });
    expect(take(shelfOf('a', 'b'), { a: 'checked', b: 'rejected' })).toMatchObject({ superseded: ['b'] });
  });
  it.each(['discarded', 'replaced'] as const)('forget what was %s', (state) => {
    expect(idsOf(take(shelfOf('a', 'b'), { a: state, b: 'checked' }))).toEqual(['b', 'new']);
  });
  it('wait a minute for a document that is being created, no longer', () => {
    expect(take(shelfOf('a'), {}, later(59_000))).toMatchObject({ superseded: [] });
    expect(idsOf(take(shelfOf('a'), {}, later(60_000)))).toEqual(['new']);
  });

  it('never hold more than the type accepts, whatever happened before', () => {
    const state = fc.constantFrom<State>(
      'awaited',
      'checking',
      'checked',
      'rejected',
      'replaced',
      'discarded',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...documentTypeNames),
        fc.array(state, { maxLength: 30 }),
        (type, steps) => {
          const states = new Map<string, State>();
          let shelf: Shelf | undefined;
          for (const [index, then] of steps.entries()) {
            const documentId = `d${index}`;
            const outcome = takePlace(
              shelf,
              { documentId, type, size: 1 },
              (id) => states.get(id) ?? 'unborn',
              later(index * 5 * 60_000),
            );
            if (isRefusal(outcome)) continue;
            shelf = outcome.shelf;
            for (const id of outcome.superseded) states.set(id, 'replaced');
            states.set(documentId, then);
            const live = shelf.entries.filter((entry) =>
              ['awaited', 'checking', 'checked'].includes(states.get(entry.documentId) ?? ''),
            );
            expect(live.length).toBeLessThanOrEqual(documentTypes[type].perApplication);
          }
        },
      ),
    );
  });

  it('are asked for no more often than forms are given out', () => {
    const first = takePlace(undefined, { documentId: 'a', type: 'CV', size: 7 }, () => 'unborn', now);
    if (isRefusal(first)) throw new Error('refused');
    const form = { type: 'CV', size: 7, givenAt: now.toISOString() } as const;
    expect(first.shelf.forms).toEqual([form]);
    const full = { entries: [], forms: Array.from({ length: 6 }, () => form) };
    const ask = (at: Date) => takePlace(full, { documentId: 'b', type: 'CV', size: 7 }, () => 'unborn', at);
    expect(ask(later(60_000))).toMatchObject({ refused: { code: 'too-many-requests', retryAfter: 14 * 60 } });
    expect(ask(later(15 * 60_000))).toMatchObject({ shelf: { forms: [{ size: 7 }] } });
  });

  it('know who holds one', () => {
    expect(holdsPlace(shelfOf('a'), 'a')).toBe(true);
    expect(holdsPlace(shelfOf('a'), 'b')).toBe(false);
    expect(holdsPlace(undefined, 'a')).toBe(false);
  });
});
