import { setTimeout as sleep } from 'node:timers/promises';
import { isUnavailable, unavailable } from './errors.ts';

/** How often an operation that may safely run again is tried while the database is away. */
export const outageTries = 3;

/** A wait that grows with the tries and differs between writers: up to 20, 40, 80… at most 300 ms. */
export function jitterMs(tries: number, random: () => number): number {
  return Math.ceil(random() * Math.min(300, 10 * 2 ** Math.min(tries, 10)));
}

/**
 * Runs a read, or a write that may happen twice, again when the connection broke.
 * Throws ProblemError `service-unavailable` when the database stays away; other errors pass.
 */
export async function patiently<T>(
  operation: () => Promise<T>,
  random: () => number = Math.random,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await operation();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      if (tries >= outageTries) throw unavailable(error);
      await sleep(jitterMs(tries + 2, random));
    }
  }
}
