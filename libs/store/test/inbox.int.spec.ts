import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Attempt } from '../src/inbox.ts';
import type { Store } from '../src/store.ts';
import { Bench } from './bench.ts';

describe('the inbox', () => {
  let bench: Bench;
  let store: Store;
  beforeAll(async () => {
    bench = new Bench('inbox');
    store = await bench.store();
  });
  afterAll(() => bench.drop());

  it('runs an effect once', async () => {
    const attempts: Attempt[] = [];
    const effect = async (attempt: Attempt) => (attempts.push(attempt), { provider: 'ref-1' });
    expect(await store.inbox.seen('mail', 'm1')).toBeUndefined();
    expect(await store.inbox.run('mail', 'm1', effect)).toBe('done');
    expect(await store.inbox.run('mail', 'm1', effect)).toBe('already-done');
    expect(attempts).toEqual([{ repeated: false, key: 'mail/m1' }]);
    expect(await store.inbox.seen('mail', 'm1')).toBe('done');
    expect(await store.inbox.result('mail', 'm1')).toEqual({ provider: 'ref-1' });
    expect(await store.inbox.run('other', 'm1', effect)).toBe('done');
  });

  it('runs an effect that was begun again, with the same key, and says that it may be the second time', async () => {
    const fail = () => Promise.reject(new Error('the provider hung up'));
    await expect(store.inbox.run('mail', 'm2', fail)).rejects.toThrow('the provider hung up');
    expect(await store.inbox.seen('mail', 'm2')).toBe('begun');
    const again: Attempt[] = [];
    expect(await store.inbox.run('mail', 'm2', async (attempt) => void again.push(attempt))).toBe('done');
    expect(again).toEqual([{ repeated: true, key: 'mail/m2' }]);
    expect(await store.inbox.result('mail', 'm2')).toBeUndefined();
  });

  it('runs an effect once when ten deliveries meet in one process', async () => {
    let effects = 0;
    const effect = async () => {
      effects++;
      await new Promise((resolve) => setTimeout(resolve, 20));
    };
    const ends = await Promise.all(Array.from({ length: 10 }, () => store.inbox.run('mail', 'm3', effect)));
    expect(effects).toBe(1);
    expect(ends.filter((end) => end === 'done')).toHaveLength(1);
  });

  it('records what is ignored, and does not run it any more', async () => {
    await store.inbox.ignore('mail', 'm4', 'the candidate withdrew');
    await store.inbox.ignore('mail', 'm4', 'again');
    expect(await store.inbox.seen('mail', 'm4')).toBe('done');
    expect(await store.inbox.run('mail', 'm4', () => Promise.reject(new Error('must not run')))).toBe(
      'already-done',
    );
    const row = await (
      await bench.raw()
    )
      .collection<{ _id: string; ignored: string }>('inbox')
      .findOne({ _id: 'mail/m4/done' });
    expect(row?.ignored).toBe('the candidate withdrew');
  });
});
