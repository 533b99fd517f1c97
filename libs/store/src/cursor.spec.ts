import { describe, expect, it } from '@jest/globals';
import type { ListQuery } from './aggregate.ts';
import { cursorAfter, filterOf, positionOf, sortOf } from './cursor.ts';

const query: ListQuery = { where: { programme: 'p1', paid: true }, orderBy: 'openedAt', limit: 20 };

describe('a cursor', () => {
  it.each(['2026-01-01', '', 3, true, null])('holds a position: %p', (value) => {
    const cursor = cursorAfter(query, { value, id: 'app-1' });
    expect(positionOf({ ...query, cursor })).toEqual({ value, id: 'app-1' });
    expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('is of one query, whatever the order of its filters and the size of its pages', () => {
    const cursor = cursorAfter(query, { value: 1, id: 'a' });
    expect(positionOf({ ...query, where: { paid: true, programme: 'p1' }, limit: 5, cursor })).toEqual({
      value: 1,
      id: 'a',
    });
    const others: Partial<ListQuery>[] = [
      { where: { programme: 'p1' } },
      { where: { programme: 'p1', paid: false } },
      { orderBy: 'paid' },
      { descending: true },
    ];
    for (const other of others) {
      expect(() => positionOf({ ...query, ...other, cursor })).toThrow('not issued by this list');
    }
  });
});

describe('the filter of a page', () => {
  it('leaves out what was erased', () => {
    expect(filterOf({ orderBy: 'n', limit: 1 })).toEqual({ erased: false });
    expect(filterOf({ where: { a: 1, b: ['x', null] }, orderBy: 'n', limit: 1 })).toEqual({
      erased: false,
      a: 1,
      b: { $in: ['x', null] },
    });
  });

  it('holds one of several filters or another, on later pages too', () => {
    const page: ListQuery = {
      where: { a: 1 },
      anyOf: [{ b: ['x', 'y'] }, { c: true }],
      orderBy: 'n',
      limit: 1,
    };
    const either = { $or: [{ b: { $in: ['x', 'y'] } }, { c: true }] };
    expect(filterOf(page)).toEqual({ erased: false, a: 1, ...either });
    const cursor = cursorAfter(page, { value: 5, id: 'i' });
    expect(filterOf({ ...page, cursor })).toEqual({
      erased: false,
      a: 1,
      $and: [either, { $or: [{ n: 5, _id: { $gt: 'i' } }, { n: { $gt: 5 } }] }],
    });
    const { anyOf: _none, ...without } = page;
    expect(() => positionOf({ ...without, cursor })).toThrow('not issued by this list');
    expect(() => filterOf({ ...page, anyOf: [{ b: { $ne: 1 } as never }, { c: true }] })).toThrow(
      'plain values',
    );
  });

  it.each([
    [false, 5, [{ n: 5, _id: { $gt: 'i' } }, { n: { $gt: 5 } }]],
    [false, null, [{ n: null, _id: { $gt: 'i' } }, { n: { $ne: null } }]],
    [true, 5, [{ n: 5, _id: { $lt: 'i' } }, { n: { $lt: 5 } }, { n: null }]],
    [true, null, [{ n: null, _id: { $lt: 'i' } }]],
  ])('goes on after a position (descending: %p, value: %p)', (descending, value, beyond) => {
    const page: ListQuery = { orderBy: 'n', descending, limit: 1 };
    expect(filterOf({ ...page, cursor: cursorAfter(page, { value, id: 'i' }) })).toEqual({
      erased: false,
      $or: beyond,
    });
  });

  it('is ordered by the value and then by the id', () => {
    expect(Object.entries(sortOf({ orderBy: 'n', limit: 1 }))).toEqual([
      ['n', 1],
      ['_id', 1],
    ]);
    expect(Object.entries(sortOf({ orderBy: 'n', descending: true, limit: 1 }))).toEqual([
      ['n', -1],
      ['_id', -1],
    ]);
  });
});
