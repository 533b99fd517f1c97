import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RevisionRow } from '../src/rows.ts';
import type { Store } from '../src/store.ts';
import type { StreamStore } from '../src/stream.store.ts';
import { Bench, until } from './bench.ts';
import { revisionsOf } from './checks.ts';
import { actOf, counting, countOn } from './counting.ts';
import type { Counting } from './counting.ts';

describe('erasure', () => {
  let bench: Bench;
  let store: Store;
  let streams: StreamStore<Counting>;
  beforeEach(async () => {
    bench = new Bench('erasing');
    store = await bench.store();
    streams = store.streams(counting);
  });
  afterEach(() => bench.drop());

  const count = (id: string, cause: string) => streams.change(id, actOf(cause), countOn(cause));
  const settled = () => until('the tails to end', async () => (await store.outbox.pending()).rows === 0);

  async function grown(): Promise<void> {
    for (const cause of ['e1', 'e2', 'e3']) await count('person', cause);
    await settled();
  }

  it('takes out what revisions say of people and keeps their ids', async () => {
    await grown();
    const before = await revisionsOf(bench, 'counting');
    await streams.erase('person', 'system:applications/erase');
    const after = await revisionsOf(bench, 'counting');
    expect(after.map(({ _id }) => _id)).toEqual([...before.map(({ _id }) => _id), 'person/000004']);
    for (const row of after.slice(0, 3)) {
      expect([row.state, row.messages, row.by, row.cause.answer]).toEqual([null, null, null, null]);
      expect(row.cause.id).toMatch(/^e[123]$/);
    }
    expect(after[3]).toMatchObject({
      act: 'erased',
      by: 'system:applications/erase',
      erased: true,
      state: null,
    });
  });

  it('ends the stream: nothing is found, listed, due or changed any more, and no id is free', async () => {
    const due = { answer: '2026-11-01T00:00:00.000Z' };
    await streams.change('person', actOf('e0'), () => ({ state: { count: 1, last: 'secret', due } }));
    await settled();
    expect(await store.due(bench.clock.now(), 5)).toHaveLength(1);
    await streams.erase('person', 'officer');
    await settled();
    expect(await streams.load('person')).toBeUndefined();
    expect((await streams.list({ orderBy: 'count', limit: 5 })).items).toEqual([]);
    expect(await store.due(bench.clock.now(), 5)).toEqual([]);
    await expect(count('person', 'new')).rejects.toMatchObject({ code: 'not-found' });
    await expect(count('person', 'e0')).rejects.toMatchObject({ code: 'not-found' });
    expect(JSON.stringify(await (await bench.raw()).collection('counting').find({}).toArray())).not.toContain(
      'secret',
    );
  });

  it('may be asked again, and by two at once, and of nobody', async () => {
    await grown();
    await Promise.all([streams.erase('person', 'a'), streams.erase('person', 'b')]);
    await streams.erase('person', 'c');
    await streams.erase('nobody', 'c');
    expect((await streams.history('person')).map(({ act }) => act)).toEqual([
      'count',
      'count',
      'count',
      'erased',
    ]);
    expect(await streams.history('nobody')).toEqual([]);
  });

  it('may be asked again for another reason', async () => {
    await grown();
    const because = (id: string) => ({ cause: { id, fingerprint: '' } });
    await Promise.all([
      streams.erase('person', 'a', because('x')),
      streams.erase('person', 'b', because('y')),
    ]);
    await streams.erase('person', 'c', because('z'));
    expect((await streams.history('person')).map(({ act }) => act)).toEqual([
      'count',
      'count',
      'count',
      'erased',
    ]);
    expect((await streams.history('person')).map(({ state }) => state)).toEqual([null, null, null, null]);
  });

  it('publishes first what still waits, and does not take it out while the broker is away', async () => {
    bench.publisher.outcome = () => 'failed';
    await count('person', 'e1');
    const copies = (await bench.raw()).collection('counting');
    await until('the tail to end', async () => (await copies.countDocuments()) === 1);
    await expect(streams.erase('person', 'officer')).rejects.toMatchObject({ code: 'service-unavailable' });
    expect((await revisionsOf(bench, 'counting'))[0]?.messages).not.toBeNull();
    bench.publisher.outcome = () => 'confirmed';
    await streams.erase('person', 'officer');
    expect(bench.publisher.sent().map(({ id }) => id)).toContain('counting/person/1/1');
    expect((await revisionsOf(bench, 'counting'))[0]?.messages).toBeNull();
  });

  it('that a crash cut off is finished by the audit', async () => {
    await grown();
    const kept = (await streams.revisions.at('person', 1)) as RevisionRow;
    await streams.erase('person', 'officer');
    await settled();
    const { state, messages, by } = kept;
    const raw = (await bench.raw()).collection<RevisionRow>('counting.revisions');
    await raw.updateOne({ _id: 'person/000001' }, { $set: { state, messages, by } });
    expect(await store.audit()).toMatchObject({ halfErased: 1, failed: 0 });
    expect((await revisionsOf(bench, 'counting'))[0]).toMatchObject({
      state: null,
      messages: null,
      by: null,
    });
    expect(await store.audit()).toMatchObject({ halfErased: 0 });
  });
});
