interface Entry {
  tries: number;
  /** Nothing is tried before this. */
  until: number;
  lastAt: number;
}

export interface BackoffOptions {
  /** Tries that cost no waiting. */
  readonly free: number;
  /** The longest wait, in milliseconds: nobody is shut out for good. */
  readonly longestMs: number;
  /** After this long without a try, all is forgotten. */
  readonly forgetMs: number;
  readonly mostKeys?: number;
}

/**
 * Waiting that doubles with each failed try of a key: 1 s, 2 s, 4 s… up to a limit.
 * A try is counted when it begins, so that many at once cannot all slip through. Bounded in memory: the oldest key is forgotten.
 */
export class Backoff {
  readonly #entries = new Map<string, Entry>();
  readonly #options: BackoffOptions;

  constructor(options: BackoffOptions) {
    this.#options = options;
  }

  /** Milliseconds to wait before the key may be tried; 0 when it may, and then this counts as a try. */
  begin(key: string, now: number): number {
    const entry = this.#fresh(key, now);
    if (entry.until > now) return entry.until - now;
    entry.tries++;
    entry.lastAt = now;
    const over = entry.tries - this.#options.free;
    if (over >= 0) entry.until = now + Math.min(1_000 * 2 ** Math.min(over, 30), this.#options.longestMs);
    this.#keep(key, entry);
    return 0;
  }

  /** The key was right: its tries are forgotten. */
  clear(key: string): void {
    this.#entries.delete(key);
  }

  #fresh(key: string, now: number): Entry {
    const entry = this.#entries.get(key);
    if (entry && now - entry.lastAt < this.#options.forgetMs) return entry;
    return { tries: 0, until: 0, lastAt: now };
  }

  #keep(key: string, entry: Entry): void {
    // Set anew, so that the map stays in the order of the last try.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const { mostKeys = 50_000 } = this.#options;
    if (this.#entries.size <= mostKeys) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}
