import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../src/store.ts';
import { Bench } from './bench.ts';
import { actOf } from './counting.ts';

describe('claims', () => {
  let bench: Bench;
  let store: Store;
  let nowMs = Date.now();
  const dead = async (): Promise<boolean> => false;
  const alive = async (): Promise<boolean> => true;
  beforeAll(async () => {
    bench = new Bench('claims');
    store = await bench.store({ now: () => new Date(nowMs) });
  });
  afterAll(() => bench.drop());

  const take = (text: string, holder: string, stillHolds?: () => Promise<boolean>) =>
    store.claims.take(text, holder, actOf(`${holder} takes`), stillHolds);
  const release = (text: string, holder: string) =>
    store.claims.release(text, holder, actOf(`${holder} releases`));

  it('have one holder, whom the same holder may ask again to be', async () => {
    expect(await take('a', 'one')).toEqual({ held: true });
    expect(await take('a', 'one')).toEqual({ held: true });
    expect(await take('a', 'two')).toEqual({ held: false, holder: 'one' });
    expect(await store.claims.holderOf('a')).toBe('one');
    expect(await store.claims.holderOf('nobody')).toBeUndefined();
  });

  it('are free after their holder gave them back, and by the same command taken again', async () => {
    await take('b', 'one');
    await release('b', 'two');
    expect(await store.claims.holderOf('b')).toBe('one');
    await release('b', 'one');
    await release('b', 'one');
    expect(await store.claims.holderOf('b')).toBeUndefined();
    expect(await take('b', 'two')).toEqual({ held: true });
    await release('b', 'two');
    expect(await take('b', 'one')).toEqual({ held: true });
    expect(await take('b', 'two')).toEqual({ held: false, holder: 'one' });
  });

  it('of a holder whose state does not show them are taken over after a minute', async () => {
    await take('c', 'died');
    nowMs += 59_000;
    expect(await take('c', 'heir', dead)).toEqual({ held: false, holder: 'died' });
    nowMs += 1_000;
    expect(await take('c', 'heir')).toEqual({ held: false, holder: 'died' });
    expect(await take('c', 'heir', alive)).toEqual({ held: false, holder: 'died' });
    expect(await take('c', 'heir', dead)).toEqual({ held: true });
    expect(await store.claims.holderOf('c')).toBe('heir');
    expect(await take('c', 'third', dead)).toEqual({ held: false, holder: 'heir' });
  });

  it('that their holder takes anew are young again, and stay when somebody gives back what they saw before', async () => {
    await take('f', 'one');
    const before = (await store.claims.seen('f'))!;
    nowMs += 60_000;
    await take('f', 'one', dead);
    expect(await take('f', 'two', dead)).toEqual({ held: false, holder: 'one' });
    await store.claims.release('f', 'one', actOf('one releases'), before.revision);
    expect(await store.claims.holderOf('f')).toBe('one');
    const { revision } = (await store.claims.seen('f'))!;
    await store.claims.release('f', 'one', actOf('one releases'), revision);
    expect(await store.claims.seen('f')).toBeUndefined();
  });

  it('are not made old by moving the business clock', async () => {
    await take('d', 'one');
    bench.clock.advance(86_400_000);
    expect(await take('d', 'two', dead)).toEqual({ held: false, holder: 'one' });
  });

  it('leave no trace of those who did not get them', async () => {
    await take('e', 'one');
    await take('e', 'two');
    await release('e', 'two');
    const inbox = await (await bench.raw()).collection('inbox').countDocuments();
    expect(inbox).toBe(0);
  });
});
