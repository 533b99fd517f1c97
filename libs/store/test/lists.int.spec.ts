import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Aggregate, ListQuery, Page } from '../src/aggregate.ts';
import type { Store } from '../src/store.ts';
import type { StreamStore } from '../src/stream.store.ts';
import { Bench, until } from './bench.ts';
import { actOf } from './counting.ts';

interface Row {
  readonly programme: string;
  readonly openedAt?: string | null;
  readonly paid: boolean;
}

const rows: Aggregate<Row> = { name: 'row', summary: (row) => ({ ...row }), indexes: ['programme', 'paid'] };

describe('lists', () => {
  let bench: Bench;
  let store: Store;
  let streams: StreamStore<Row>;
  const put = (id: string, row: Row) =>
    streams.change(id, actOf(`${id}-${JSON.stringify(row)}`), () => ({ state: row }));

  beforeAll(async () => {
    bench = new Bench('lists');
    store = await bench.store();
    streams = store.streams(rows);
    // Three share a time, some have none, one has null: the order must be total all the same.
    const times = [
      '2026-01-02',
      '2026-01-01',
      '2026-01-02',
      undefined,
      '2026-01-03',
      null,
      '2026-01-02',
      undefined,
    ];
    for (const [index, openedAt] of times.entries())
      await put(`r${index}`, { programme: 'p1', openedAt, paid: index % 2 === 0 });
    await put('other', { programme: 'p2', openedAt: '2026-01-02', paid: true });
    await put('third', { programme: 'p3', openedAt: '2026-01-09', paid: true });
    await until('the tails to end', async () => (await store.outbox.pending()).rows === 0);
  });
  afterAll(() => bench.drop());

  async function walk(query: ListQuery): Promise<string[]> {
    const ids: string[] = [];
    for (let cursor: string | undefined, pages = 0; pages < 20; pages++) {
      const page: Page = await streams.list({ ...query, cursor });
      ids.push(...page.items.map(({ id }) => id));
      expect(page.items.length).toBeLessThanOrEqual(query.limit);
      cursor = page.next;
      if (!cursor) return ids;
    }
    throw new Error('the pages do not end');
  }

  const ascending = ['r3', 'r5', 'r7', 'r1', 'r0', 'r2', 'r6', 'r4'];

  it.each([1, 2, 3, 5, 8, 9])('show each item once, in a total order, %i at a time', async (limit) => {
    const query = { where: { programme: 'p1' }, orderBy: 'openedAt', limit };
    expect(await walk(query)).toEqual(ascending);
    expect(await walk({ ...query, descending: true })).toEqual(ascending.toReversed());
  });

  it('filter by several fields, by one of several values, by nothing', async () => {
    const where = { programme: ['p2', 'p3'], paid: true };
    expect(await walk({ where, orderBy: 'openedAt', limit: 1 })).toEqual(['other', 'third']);
    expect(await walk({ where: { programme: 'p1', paid: false }, orderBy: 'openedAt', limit: 2 })).toEqual([
      'r3',
      'r5',
      'r7',
      'r1',
    ]);
    expect(await walk({ where: { programme: [] }, orderBy: 'openedAt', limit: 2 })).toEqual([]);
    expect(await walk({ orderBy: 'openedAt', limit: 4 })).toHaveLength(10);
  });

  it('show the summary, the id and the revision', async () => {
    const { items } = await streams.list({ where: { programme: 'p3' }, orderBy: 'openedAt', limit: 5 });
    expect(items).toEqual([
      { id: 'third', revision: 1, programme: 'p3', openedAt: '2026-01-09', paid: true },
    ]);
  });

  it('order by revision too', async () => {
    const { items } = await streams.list({ where: { programme: 'p3' }, orderBy: 'revision', limit: 5 });
    expect(items).toHaveLength(1);
  });

  it('refuse a cursor that was not made by this list', async () => {
    const query: ListQuery = { where: { programme: 'p1' }, orderBy: 'openedAt', limit: 2 };
    const { next } = await streams.list(query);
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const [version, print, value, id] = JSON.parse(
      Buffer.from(next as string, 'base64url').toString(),
    ) as unknown[];
    const cursors = [
      '',
      'x',
      '!!!',
      'null',
      forged({}),
      forged([]),
      forged([version, 'x', value, id]),
      'a'.repeat(5_000),
    ];
    cursors.push(
      forged([version, print, { $gt: '' }, id]),
      forged([version, print, value, { $gt: '' }]),
      forged([2, print, value, id]),
    );
    for (const cursor of cursors)
      await expect(streams.list({ ...query, cursor })).rejects.toMatchObject({ code: 'invalid-cursor' });
    for (const other of [
      { ...query, where: { programme: 'p2' } },
      { ...query, descending: true },
      { ...query, orderBy: 'paid' },
    ]) {
      await expect(streams.list({ ...other, cursor: next })).rejects.toMatchObject({
        code: 'invalid-cursor',
      });
    }
    expect((await streams.list({ ...query, cursor: next })).items).toHaveLength(2);
  });

  it('never read a value as an operator', async () => {
    const where = { programme: { $ne: 'p1' } as unknown as string };
    await expect(streams.list({ where, orderBy: 'openedAt', limit: 5 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const inside = { programme: [{ $ne: 'p1' }] as unknown as string[] };
    await expect(streams.list({ where: inside, orderBy: 'openedAt', limit: 5 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(streams.list({ where: { $where: 'true' }, orderBy: 'openedAt', limit: 5 })).rejects.toThrow(
      'not a field',
    );
    await expect(streams.list({ orderBy: '$natural', limit: 5 })).rejects.toThrow('not a field');
    for (const limit of [0, 201, 1.5, Number.NaN])
      await expect(streams.list({ orderBy: 'paid', limit })).rejects.toThrow('1 to 200');
  });
});
