import { describe, expect, it } from '@jest/globals';
import { documentTypeNames, documentTypes } from '@admissions/contracts/document-types';
import { isRefusal } from '@admissions/contracts/problem';
import * as fc from 'fast-check';
import type { State } from './document.ts';
import { holdsPlace, replacementOf, takePlace, takeReplacement, type Shelf } from './shelf.ts';

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

describe('the place of a refused document (R20)', () => {
  const replace = (
    shelf: Shelf | undefined,
    states: Record<string, State | 'unborn'>,
    documentId = 'new',
    at = later(1000),
  ) => takeReplacement(shelf, { documentId, type: 'ID_DOC', size: 1 }, (id) => states[id] ?? 'unborn', at);
  const codeOf = (outcome: ReturnType<typeof replace>) =>
    isRefusal(outcome) ? outcome.refused.code : outcome;
  const withReplacement: Shelf = {
    entries: [
      ...shelfOf('a', 'b').entries,
      { documentId: 'r', type: 'ID_DOC', takenAt: now.toISOString(), replaces: 'a' },
    ],
  };

  it.each([
    ['nothing was sent', undefined, {}],
    ['nothing was refused', shelfOf('a', 'b'), { a: 'checked', b: 'accepted' }],
    ['what was refused has been replaced', withReplacement, { a: 'replaced', b: 'accepted', r: 'checked' }],
    ['what was refused has been accepted after all', shelfOf('a'), { a: 'accepted' }],
  ] as const)('does not open while %s', (_when, shelf, states) => {
    expect(codeOf(replace(shelf, states))).toBe('document-not-editable');
  });
  it('does not open for another type', () => {
    const asked = { documentId: 'new', type: 'CV', size: 1 } as const;
    expect(codeOf(takeReplacement(shelfOf('a'), asked, () => 'refused', now))).toBe('document-not-editable');
  });
  it('opens beside the documents that stand', () => {
    const outcome = replace(shelfOf('a', 'b'), { a: 'accepted', b: 'refused' });
    if (isRefusal(outcome)) throw new Error(outcome.refused.code);
    expect(outcome.superseded).toEqual([]);
    expect(replacementOf(outcome.shelf, 'b')).toMatchObject({ documentId: 'new', replaces: 'b' });
  });
  it.each(['checking', 'checked'] as const)('is taken while another is %s', (state) => {
    expect(codeOf(replace(withReplacement, { a: 'refused', b: 'accepted', r: state }))).toBe(
      'document-replaced',
    );
  });
  it.each(['rejected', 'awaited', 'unborn'] as const)('goes on to the next when one is %s', (state) => {
    expect(replace(withReplacement, { a: 'refused', b: 'accepted', r: state })).toMatchObject({
      superseded: ['r'],
    });
  });
  it('is the one that nobody has taken yet', () => {
    const outcome = replace(withReplacement, { a: 'refused', b: 'refused', r: 'awaited' });
    expect(outcome).toMatchObject({ superseded: [] });
    expect(!isRefusal(outcome) && replacementOf(outcome.shelf, 'b')?.documentId).toBe('new');
  });

  it('opens exactly once for each refusal, whatever is tried', () => {
    const fates = fc.constantFrom<State>('awaited', 'checking', 'rejected', 'checked', 'discarded');
    const step = fc.oneof(
      fc.record({ act: fc.constant('ask' as const), fate: fates }),
      fc.record({ act: fc.constantFrom('refuse' as const, 'accept' as const), nth: fc.nat(5) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const states: Record<string, State> = { a: 'checked', b: 'checked' };
        let shelf: Shelf = shelfOf('a', 'b');
        for (const [index, one] of steps.entries()) {
          const passed = Object.keys(states).filter((id) =>
            ['checked', 'accepted', 'refused'].includes(states[id]!),
          );
          if (one.act !== 'ask') {
            const id = passed[one.nth % passed.length]!;
            const by = states[id] === 'refused' ? replacementOf(shelf, id)?.documentId : undefined;
            // As judge-document.ts has it: what is being replaced stays; what is accepted wants no replacement.
            if (by !== undefined && states[by] === 'checking') continue;
            states[id] = one.act === 'refuse' ? 'refused' : 'accepted';
            if (by !== undefined && one.act === 'accept') states[by] = 'replaced';
            continue;
          }
          const open = passed.filter((id) => states[id] === 'refused').length;
          const outcome = replace(shelf, states, `d${index}`, later(index * 60 * 60_000));
          if (isRefusal(outcome)) {
            const inCheck = Object.values(states).filter((state) => state === 'checking').length;
            expect(inCheck).toBe(open);
            continue;
          }
          shelf = outcome.shelf;
          for (const id of outcome.superseded) states[id] = 'replaced';
          states[`d${index}`] = one.fate;
          const replaces = shelf.entries.find(({ documentId }) => documentId === `d${index}`)?.replaces;
          expect(states[replaces!]).toBe('refused');
          if (one.fate === 'checked') states[replaces!] = 'replaced';
          const live = Object.values(states).filter((state) => ['awaited', 'checking'].includes(state));
          expect(live.length).toBeLessThanOrEqual(
            Object.values(states).filter((state) => state === 'refused').length,
          );
          // Never more documents that stand than before: two.
          const standing = Object.values(states).filter((state) =>
            ['checked', 'accepted', 'refused'].includes(state),
          );
          expect(standing).toHaveLength(2);
        }
      }),
    );
  });
});
