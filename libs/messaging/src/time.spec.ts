import { describe, expect, it } from '@jest/globals';
import { backoff, Bell, pause, Slots, within } from './time.ts';

describe('waiting', () => {
  it('ends with the value, the failure, or the limit', async () => {
    await expect(within(1_000, 'x', Promise.resolve(7))).resolves.toBe(7);
    await expect(within(1_000, 'x', Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(within(5, 'opening', new Promise(() => {}))).rejects.toThrow('opening: not within 5 ms');
  });

  it('backs off by doubling up to the most, never less than half of it', () => {
    for (const [attempt, full] of [
      [0, 100],
      [1, 200],
      [2, 400],
      [50, 1_000],
    ] as const) {
      for (let i = 0; i < 50; i++) {
        const ms = backoff(attempt, 100, 1_000);
        expect(ms).toBeGreaterThanOrEqual(full / 2);
        expect(ms).toBeLessThanOrEqual(full);
      }
    }
  });

  it('pauses until it is woken', async () => {
    const end = new AbortController();
    const paused = pause(60_000, end.signal);
    end.abort();
    await paused;
    await pause(60_000, end.signal);
  });

  it('a bell wakes all, each looks for itself', async () => {
    const bell = new Bell();
    let value: number | undefined;
    const both = Promise.all([
      bell.until(() => value),
      bell.until(() => (value === 2 ? 'two' : undefined), 5_000),
    ]);
    value = 1;
    bell.ring();
    value = 2;
    bell.ring();
    await expect(both).resolves.toEqual([2, 'two']);
    await expect(bell.until(() => undefined, 5)).resolves.toBeUndefined();
    await expect(bell.until(() => undefined, 5_000, AbortSignal.abort())).resolves.toBeUndefined();
  });

  it('slots are never more than there are, and are given in order', async () => {
    const slots = new Slots(2);
    const order: number[] = [];
    const takes = [1, 2, 3, 4].map((n) => slots.take(1_000).then((given) => given && order.push(n)));
    await Promise.all(takes.slice(0, 2));
    expect(order).toEqual([1, 2]);
    slots.release();
    await takes[2];
    slots.release();
    await takes[3];
    expect(order).toEqual([1, 2, 3, 4]);
    await expect(slots.take(5)).resolves.toBe(false);
    const waiting = slots.take(1_000);
    slots.refuse();
    await expect(waiting).resolves.toBe(false);
    slots.release();
    await expect(slots.take(0)).resolves.toBe(true);
  });
});
