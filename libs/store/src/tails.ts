/** What is done after the answer: a bounded number of tasks at a time, whose failures are somebody else's to mend. */
export class Tails {
  readonly #limit: number;
  readonly #patienceMs: number;
  readonly #failed: (error: unknown) => void;
  readonly #running = new Set<Promise<void>>();
  readonly #waiting: (() => void)[] = [];
  /** Tasks that found no room and were left to the sweep. */
  left = 0;

  constructor(limit: number, patienceMs: number, failed: (error: unknown) => void) {
    this.#limit = limit;
    this.#patienceMs = patienceMs;
    this.#failed = failed;
  }

  get running(): number {
    return this.#running.size;
  }

  /**
   * Starts the task and returns; when all places are taken, waits a little for one (so that writers slow down to
   * what the tails can do), and then leaves the task out: with the broker away, commands must go on.
   */
  async start(task: () => Promise<void>): Promise<void> {
    if (this.#running.size >= this.#limit && !(await this.#place())) {
      this.left++;
      return;
    }
    const running = task()
      .catch(this.#failed)
      .finally(() => {
        this.#running.delete(running);
        this.#waiting.shift()?.();
      });
    this.#running.add(running);
  }

  /** Resolves when everything started has ended, or after the limit; says whether it was everything. */
  async drain(limitMs: number): Promise<boolean> {
    const end = Date.now() + limitMs;
    while (this.#running.size > 0 && Date.now() < end) {
      await Promise.race([Promise.allSettled(this.#running), delay(end - Date.now())]);
    }
    return this.#running.size === 0;
  }

  #place(): Promise<boolean> {
    return new Promise((resolve) => {
      const called = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(called), 1);
        resolve(false);
      }, this.#patienceMs);
      this.#waiting.push(called);
    });
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(1, ms)).unref());
}
