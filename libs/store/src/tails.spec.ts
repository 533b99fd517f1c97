import { describe, expect, it } from '@jest/globals';
import { Tails } from './tails.ts';

const none = (): void => undefined;

/** A task that ends when it is told to. */
function held(): { task: () => Promise<void>; end: () => void; begun: () => boolean } {
  let begun = false;
  let end = none;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { task: () => ((begun = true), ended), end: () => end(), begun: () => begun };
}

describe('what follows the answer', () => {
  it('does not hold up the answer', async () => {
    const tails = new Tails(2, 5, none);
    const one = held();
    await tails.start(one.task);
    expect(one.begun()).toBe(true);
    expect(tails.running).toBe(1);
    one.end();
    expect(await tails.drain(1_000)).toBe(true);
  });

  it('waits for a place when all are taken, and gets it', async () => {
    const tails = new Tails(1, 10_000, none);
    const [one, two] = [held(), held()];
    await tails.start(one.task);
    const second = tails.start(two.task);
    expect(two.begun()).toBe(false);
    one.end();
    await second;
    expect(two.begun()).toBe(true);
    expect(tails.left).toBe(0);
    two.end();
    await tails.drain(1_000);
  });

  it('is left out when no place comes free', async () => {
    const tails = new Tails(1, 5, none);
    const [one, two] = [held(), held()];
    await tails.start(one.task);
    await tails.start(two.task);
    expect(two.begun()).toBe(false);
    expect(tails.left).toBe(1);
    one.end();
    expect(await tails.drain(1_000)).toBe(true);
  });

  it('tells of failures and frees their place', async () => {
    const failures: unknown[] = [];
    const tails = new Tails(1, 5, (error) => failures.push(error));
    await tails.start(() => Promise.reject(new Error('no')));
    await tails.drain(1_000);
    expect(failures).toEqual([new Error('no')]);
    expect(tails.running).toBe(0);
  });

  it('is waited for at the end, but not for ever', async () => {
    const tails = new Tails(2, 5, none);
    const one = held();
    await tails.start(one.task);
    expect(await tails.drain(10)).toBe(false);
    one.end();
    expect(await tails.drain(1_000)).toBe(true);
  });
});
