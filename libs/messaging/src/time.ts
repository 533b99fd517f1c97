import { setTimeout as sleep } from 'node:timers/promises';

/** Gives the promise's value, or fails naming `what` after `ms` of real time; the loser's failure is not lost on anyone. */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
    promise.catch(() => {});
  }
}

/** Waits `ms`, or less when the signal comes; never fails. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, signal ? { signal } : {});
  } catch {
    // Woken up.
  }
}

/**
 * Milliseconds before try `attempt` (from 0): doubled each time up to `most`, between half and all of it,
 * so that processes that lost the same broker do not come back in step.
 */
export function backoff(attempt: number, first: number, most: number): number {
  return Math.min(most, first * 2 ** Math.min(attempt, 20)) * (0.5 + Math.random() / 2);
}

/** Lets many wait for "something has changed"; each then looks whether it is what they wait for. */
export class Bell {
  readonly #waiting = new Set<() => void>();

  ring(): void {
    for (const wake of this.#waiting) wake();
  }

  /** Gives what `look` finds, now or after a ring; undefined after `ms` or when the signal comes. */
  async until<T>(look: () => T | undefined, ms = Infinity, signal?: AbortSignal): Promise<T | undefined> {
    const end = performance.now() + ms;
    for (;;) {
      const found = look();
      const left = end - performance.now();
      if (found !== undefined || left <= 0 || signal?.aborted) return found;
      await this.#wait(left, signal);
    }
  }

  #wait(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = ms === Infinity ? undefined : setTimeout(wake, ms);
      signal?.addEventListener('abort', wake);
      this.#waiting.add(wake);
    });
  }
}

/** A fixed number of places, given in the order in which they were asked for. */
export class Slots {
  #free: number;
  readonly #waiting = new Set<(given: boolean) => void>();

  constructor(count: number) {
    this.#free = count;
  }

  /** True with a place, which is to be released; false when none came free within `ms` or nobody is to wait any longer. */
  take(ms: number): Promise<boolean> {
    if (this.#free > 0) {
      this.#free--;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const give = (given: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(give);
        resolve(given);
      };
      const timer = setTimeout(give, Math.max(0, ms), false);
      this.#waiting.add(give);
    });
  }

  /** Gives a place to the next who waits, or back. */
  release(): void {
    const [next] = this.#waiting;
    if (next) next(true);
    else this.#free++;
  }

  /** Sends away all who wait. */
  refuse(): void {
    for (const give of this.#waiting) give(false);
  }
}
