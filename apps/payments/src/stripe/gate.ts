import { ProviderUnavailable } from './provider-errors.ts';

/** Lets a bounded number of requests out at once, so that a provider that hangs takes only its own feature with it. */
export class Gate {
  readonly #most: number;
  #inside = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Runs the work, or refuses at once when too many are inside. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside >= this.#most) throw new ProviderUnavailable();
    this.#inside += 1;
    try {
      return await work();
    } finally {
      this.#inside -= 1;
    }
  }
}
