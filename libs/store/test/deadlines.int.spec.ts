import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DueRow, RevisionRow } from '../src/rows.ts';
import type { Store } from '../src/store.ts';
import type { StreamStore } from '../src/stream.store.ts';
import { Bench, until } from './bench.ts';
import { actOf, counting } from './counting.ts';
import type { Counting } from './counting.ts';

const early = '2026-12-01T08:00:00.000Z';
const later = '2026-12-05T08:00:00.000Z';

describe('open deadlines', () => {
  let bench: Bench;
  let store: Store;
  let streams: StreamStore<Counting>;
  let causes = 0;
  beforeAll(async () => {
    bench = new Bench('deadlines');
    store = await bench.store();
    streams = store.streams(counting);
  });
  afterAll(() => bench.drop());

  const rows = async () => (await bench.raw()).collection<DueRow>('due');
  const at = async (now: string) =>
    (await store.due(new Date(now), 50)).map(({ id, name }) => `${id} ${name}`);

  async function set(id: string, due: Record<string, string>): Promise<void> {
    const cause = `set-${causes++}`;
    await streams.change(id, actOf(cause), (current) => ({
      state: { count: (current?.revision ?? 0) + 1, last: cause, due },
    }));
    await until('the tail to end', async () => (await store.outbox.pending()).rows === 0);
  }

  it('are listed when their time has come, the earliest first', async () => {
    await set('listed', { reminder: later, answer: early });
    expect(await at('2026-12-01T07:59:59Z')).toEqual([]);
    expect(await at('2026-12-01T08:00:00Z')).toEqual(['listed answer']);
    expect(await store.due(new Date('2027-01-01T00:00:00Z'), 50)).toEqual([
      { aggregate: 'counting', id: 'listed', name: 'answer', at: new Date(early) },
      { aggregate: 'counting', id: 'listed', name: 'reminder', at: new Date(later) },
    ]);
    expect(await store.due(new Date('2027-01-01T00:00:00Z'), 1)).toHaveLength(1);
  });

  it('move with the state, and go when it has none', async () => {
    await set('listed', { answer: later });
    expect(await at('2026-12-02T00:00:00Z')).toEqual([]);
    expect(await at('2026-12-31T00:00:00Z')).toEqual(['listed answer']);
    await set('listed', {});
    expect(await at('2026-12-31T00:00:00Z')).toEqual([]);
    expect(await (await rows()).countDocuments()).toBe(0);
  });

  it('left behind by a late writer are not told, but removed', async () => {
    await set('ghost', { answer: early });
    await set('ghost', {});
    await (await rows()).insertOne({ _id: 'counting/ghost/answer', at: new Date(early), revision: 1 });
    expect(await at('2026-12-31T00:00:00Z')).toEqual([]);
    expect(await (await rows()).countDocuments()).toBe(0);
  });

  it('with an older time left behind are told when they are really due', async () => {
    await set('moved', { answer: early });
    await set('moved', { answer: later });
    await (await rows()).replaceOne({ _id: 'counting/moved/answer' }, { at: new Date(early), revision: 1 });
    expect(await at('2026-12-02T00:00:00Z')).toEqual([]);
    expect(await at('2026-12-31T00:00:00Z')).toEqual(['moved answer']);
    await set('moved', {});
  });

  it('are not taken back by a late writer', async () => {
    await set('raced', { answer: early });
    await set('raced', { answer: later, reminder: later });
    const first = (await streams.revisions.at('raced', 1)) as RevisionRow;
    await streams.copies.bring(first);
    await streams.copies.bring(first, { force: true });
    expect(await at('2026-12-02T00:00:00Z')).toEqual([]);
    expect(await at('2026-12-31T00:00:00Z')).toEqual(['raced answer', 'raced reminder']);
    await set('raced', {});
  });

  it('are not taken back by a late writer that dies before it looks ahead', async () => {
    await set('dying', { answer: early });
    await set('dying', { answer: later });
    const dying = (await bench.store()).streams(counting);
    dying.copies.get = () => Promise.resolve(undefined);
    dying.revisions.after = () => Promise.reject(new Error('died'));
    const first = (await streams.revisions.at('dying', 1)) as RevisionRow;
    await expect(dying.copies.bring(first, { force: true })).rejects.toThrow('died');
    const row = await (await rows()).findOne({ _id: 'counting/dying/answer' });
    expect(row).toMatchObject({ at: new Date(later), revision: 2 });
    await set('dying', {});
  });

  it('that move to an earlier time are told then', async () => {
    await set('sooner', { answer: later });
    await set('sooner', { answer: early });
    expect(await at('2026-12-02T00:00:00Z')).toEqual(['sooner answer']);
    await set('sooner', {});
  });

  it('that are missing are listed again by the audit', async () => {
    await set('lost', { answer: early });
    await (await rows()).deleteOne({ _id: 'counting/lost/answer' });
    expect(await store.audit()).toMatchObject({ withoutDue: 1, failed: 0 });
    expect(await at('2026-12-31T00:00:00Z')).toEqual(['lost answer']);
    expect(await store.audit()).toMatchObject({ withoutDue: 0 });
  });
});
