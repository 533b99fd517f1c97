import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Aggregate } from '../src/aggregate.ts';
import type { CopyRow, RevisionRow } from '../src/rows.ts';
import type { Store } from '../src/store.ts';
import type { StreamStore } from '../src/stream.store.ts';
import { Bench, until } from './bench.ts';
import { actOf, counting, countOn } from './counting.ts';
import type { Counting } from './counting.ts';

describe('the narrow copies', () => {
  let bench: Bench;
  let store: Store;
  let streams: StreamStore<Counting>;
  beforeAll(async () => {
    bench = new Bench('copies');
    store = await bench.store();
    streams = store.streams(counting);
  });
  afterAll(() => bench.drop());

  const copies = async () => (await bench.raw()).collection<CopyRow & { count?: number }>('counting');
  const row = async (id: string, revision: number) =>
    (await streams.revisions.at(id, revision)) as RevisionRow;

  async function grown(id: string, revisions: number): Promise<void> {
    for (let turn = 1; turn <= revisions; turn++)
      await streams.change(id, actOf(`${id}-${turn}`), countOn(`${id}-${turn}`));
    await until('the tails to end', async () => (await store.outbox.pending()).rows === 0);
  }

  it('hold the summary, not the state', async () => {
    await grown('narrow', 2);
    expect(await (await copies()).findOne({ _id: 'narrow' })).toEqual({
      _id: 'narrow',
      revision: 2,
      erased: false,
      dues: '{}',
      count: 2,
      last: 'narrow-2',
      even: true,
    });
  });

  it('are not taken back by a late writer', async () => {
    await grown('late', 5);
    await streams.copies.bring(await row('late', 2));
    await streams.copies.bring(await row('late', 1));
    expect(await (await copies()).findOne({ _id: 'late' })).toMatchObject({ revision: 5, count: 5 });
  });

  it('are not written at all by a late writer, when they are newer already', async () => {
    await grown('idle', 3);
    const other = (await bench.store()).streams(counting);
    await other.prepare();
    const written = (): never => {
      throw new Error('written');
    };
    Object.assign(other.copies.model, { replaceOne: written, insertOne: written });
    await other.copies.bring(await row('idle', 2));
  });

  it('are not taken back by a writer that read an old copy, and dies before it looks ahead', async () => {
    await grown('dying', 5);
    const dying = (await bench.store()).streams(counting);
    const old = { _id: 'dying', revision: 1, erased: false, dues: '{}' };
    dying.copies.get = () => Promise.resolve(old);
    dying.revisions.after = () => Promise.reject(new Error('died'));
    await expect(dying.copies.bring(await row('dying', 2))).rejects.toThrow('died');
    expect(await (await copies()).findOne({ _id: 'dying' })).toMatchObject({ revision: 5, count: 5 });
  });

  it('are brought to the newest by a writer that was late to write an older one', async () => {
    await grown('staged', 5);
    // What a writer leaves that wrote revision 2 last, without a guard, and then looks ahead.
    await (await copies()).replaceOne({ _id: 'staged' }, { revision: 1, erased: false, dues: '{}' });
    await streams.copies.bring(await row('staged', 2));
    expect(await (await copies()).findOne({ _id: 'staged' })).toMatchObject({ revision: 5, count: 5 });
  });

  it('that are behind do not mislead a load, which mends them', async () => {
    await grown('behind', 4);
    await (
      await copies()
    ).replaceOne({ _id: 'behind' }, { revision: 2, erased: false, dues: '{}', count: 2 });
    expect(await streams.load('behind')).toMatchObject({ revision: 4, state: { count: 4 } });
    await until(
      'the copy to be mended',
      async () => (await (await copies()).findOne({ _id: 'behind' }))?.revision === 4,
    );
  });

  it('that are missing do not mislead a load, which mends them', async () => {
    await grown('missing', 3);
    await (await copies()).deleteOne({ _id: 'missing' });
    expect(await streams.load('missing')).toMatchObject({ revision: 3 });
    await until(
      'the copy to be mended',
      async () => (await (await copies()).findOne({ _id: 'missing' }))?.count === 3,
    );
  });

  it('that are behind do not mislead a change', async () => {
    await grown('decided', 3);
    await (
      await copies()
    ).replaceOne({ _id: 'decided' }, { revision: 1, erased: false, dues: '{}', count: 1 });
    expect(await streams.change('decided', actOf('next'), countOn('next'))).toMatchObject({
      revision: 4,
      state: { count: 4 },
    });
  });

  it('are the newest after eight revisions raced for one copy, missing or old', async () => {
    for (let round = 0; round < 20; round++) {
      const id = `race-${round}`;
      await grown(id, 8);
      if (round % 2 === 0) await (await copies()).deleteOne({ _id: id });
      else await (await copies()).replaceOne({ _id: id }, { revision: 0, erased: false, dues: '{}' });
      const rows = await streams.revisions.range(id, 1, 8);
      await Promise.all(rows.map((each) => streams.copies.bring(each)));
      expect(await (await copies()).findOne({ _id: id })).toMatchObject({ revision: 8, count: 8 });
    }
  });

  it('are mended by the audit, which says so', async () => {
    await grown('audited', 3);
    await (await copies()).replaceOne({ _id: 'audited' }, { revision: 1, erased: false, dues: '{}' });
    expect(await store.audit()).toMatchObject({ behind: 1, failed: 0 });
    expect(await (await copies()).findOne({ _id: 'audited' })).toMatchObject({ revision: 3, count: 3 });
    expect(await store.audit()).toMatchObject({ behind: 0 });
  });

  it('cannot be wider than narrow', () => {
    const wide: Aggregate<{ list: string[] }> = { name: 'wide', summary: ({ list }) => ({ list }) as never };
    const change = store.streams(wide).change('w', actOf('w'), () => ({ state: { list: ['a'] } }));
    return expect(change).rejects.toThrow('list in the summary is not a scalar');
  });

  it('refuse two aggregates of one name', () => {
    expect(() => store.streams({ ...counting })).toThrow('two aggregates are named counting');
    expect(store.streams(counting)).toBe(streams);
  });
});
