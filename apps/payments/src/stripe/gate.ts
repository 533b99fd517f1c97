import { ProviderUnavailable } from './provider-errors.ts';

/**
 * Lets a bounded number of requests out at once, so that a provider that hangs takes only its own feature with it (REL-15).
 * Who finds it full waits a moment for a place, in order of arrival.
 */
export class Gate {
  readonly #most: number;
  readonly #waiting = new Set<() => void>();
  #inside = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Runs the work; refuses when no place becomes free within `patienceMs`. */
  async pass<T>(patienceMs: number, work: () => Promise<T>): Promise<T> {
    if (this.#inside < this.#most) this.#inside += 1;
    else await this.#placeWithin(patienceMs);
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  /** A place is handed over by who leaves, so that nobody who comes later takes it. */
  #placeWithin(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        this.#waiting.delete(enter);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(enter);
        reject(new ProviderUnavailable());
      }, ms);
      this.#waiting.add(enter);
    });
  }

  #leave(): void {
    const [next] = this.#waiting;
    if (next) next();
    else this.#inside -= 1;
  }
}
