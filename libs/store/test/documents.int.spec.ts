import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Store } from '../src/store.ts';
import { Bench } from './bench.ts';

interface Session {
  readonly account: string;
  readonly nested: { readonly kept: boolean };
}

describe('plain documents', () => {
  let bench: Bench;
  let store: Store;
  beforeAll(async () => {
    bench = new Bench('documents');
    store = await bench.store();
  });
  afterAll(() => bench.drop());

  it('are inserted once, found, and removed', async () => {
    const sessions = store.collection<Session>('sessions', ['account']);
    const session = { account: 'a', nested: { kept: true } };
    expect(await sessions.insert('1', session)).toBe(true);
    expect(await sessions.insert('1', { ...session, account: 'b' })).toBe(false);
    expect(await sessions.insert('2', session)).toBe(true);
    expect(await sessions.get('1')).toEqual({ _id: '1', ...session });
    expect(await sessions.find({ account: 'a' }, 1)).toHaveLength(1);
    expect((await sessions.find({ account: 'a' }, 5)).map(({ _id }) => _id).toSorted()).toEqual(['1', '2']);
    await expect(sessions.find({ account: { $ne: '' } as never }, 5)).rejects.toThrow('plain values');
    expect(await sessions.remove('1')).toBe(true);
    expect(await sessions.remove('1')).toBe(false);
    expect(await sessions.get('1')).toBeUndefined();
    expect(store.collection<Session>('sessions')).toBe(sessions);
  });

  it('inserted by ourselves before the connection was cut count as inserted', async () => {
    const events = store.collection<{ type: string }>('events');
    const insertMany = events.model.insertMany.bind(events.model) as (...rest: unknown[]) => Promise<unknown>;
    let cuts = 0;
    events.model.insertMany = (async (...rest: unknown[]) => {
      const result = await insertMany(...rest);
      if (cuts++ === 0) throw Object.assign(new Error('connection closed'), { name: 'MongoNetworkError' });
      return result;
    }) as never;
    expect(await events.insert('evt', { type: 't' })).toBe(true);
    expect(cuts).toBe(1);
    expect(await events.insert('evt', { type: 't' })).toBe(false);
    expect(await events.get('evt')).toEqual({ _id: 'evt', type: 't' });
  });
});

describe('a store', () => {
  it('is ready, and says when its database is away', async () => {
    const bench = new Bench('ready');
    const store = await bench.store();
    expect(await store.ready()).toEqual([]);
    await store.close();
    expect(await store.ready()).toEqual([expect.stringContaining('the database')]);
    await bench.drop();
  });

  it('does not wait for ever for a database that is not there', async () => {
    const bench = new Bench('absent');
    const url = 'mongodb://127.0.0.1:9/';
    const started = performance.now();
    await expect(bench.store({ url, openWithinMs: 1_000 })).rejects.toMatchObject({
      code: 'service-unavailable',
    });
    expect(performance.now() - started).toBeLessThan(9_000);
    await bench.drop();
  });
});
