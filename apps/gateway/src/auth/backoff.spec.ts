import { describe, expect, it } from '@jest/globals';
import { Backoff } from './backoff.ts';

const options = { free: 3, longestMs: 60_000, forgetMs: 3_600_000 };

describe('backoff', () => {
  it('lets the first tries pass, then doubles the wait', () => {
    const backoff = new Backoff(options);
    expect([0, 0, 0].map(() => backoff.begin('a', 0))).toEqual([0, 0, 0]);
    expect(backoff.begin('a', 0)).toBe(1_000);
    expect(backoff.begin('a', 1_000)).toBe(0);
    expect(backoff.begin('a', 1_000)).toBe(2_000);
    expect(backoff.begin('a', 3_000)).toBe(0);
    expect(backoff.begin('a', 3_000)).toBe(4_000);
  });

  it('never waits longer than its limit, however many tries came', () => {
    const backoff = new Backoff(options);
    let now = 0;
    for (let i = 0; i < 100; i++) {
      now += backoff.begin('a', now);
      backoff.begin('a', now);
    }
    expect(backoff.begin('a', now)).toBeLessThanOrEqual(60_000);
  });

  it('counts a try when it begins, so that many at once do not all pass', () => {
    const backoff = new Backoff(options);
    expect(
      Array.from({ length: 100 }, () => backoff.begin('a', 5)).filter((wait) => wait === 0),
    ).toHaveLength(3);
  });

  it('keeps keys apart, forgets after a success and after a while', () => {
    const backoff = new Backoff(options);
    for (let i = 0; i < 4; i++) backoff.begin('a', 0);
    expect(backoff.begin('b', 0)).toBe(0);
    backoff.clear('a');
    expect(backoff.begin('a', 0)).toBe(0);
    for (let i = 0; i < 4; i++) backoff.begin('c', 0);
    expect(backoff.begin('c', 3_600_000)).toBe(0);
  });

  it('forgets the oldest key when there are too many', () => {
    const backoff = new Backoff({ ...options, free: 1, mostKeys: 2 });
    for (const key of ['a', 'b', 'c']) backoff.begin(key, 0);
    expect(backoff.begin('a', 0)).toBe(0);
    expect(backoff.begin('c', 0)).toBe(1_000);
  });
});
