/** Answers a problem in words when a dependency is not usable, nothing when it is. */
export type Check = () => Promise<string | undefined>;

const limitMs = 2_000;
const cachedMs = 500;

/** What this process needs in order to work; `/health/ready` asks all of it, so that it tells the truth. */
export class Health {
  readonly #checks = new Map<string, Check>();
  #draining = false;
  #last: { at: number; problems: Promise<Record<string, string>> } | undefined;

  /** Adds a dependency; a capability calls it once at boot. */
  register(name: string, check: Check): void {
    this.#checks.set(name, check);
  }

  /** From now on not ready: the process is going away and finishes what it has. */
  drain(): void {
    this.#draining = true;
  }

  /** Problems by dependency, empty when ready. Many askers share one round of checks. */
  async problems(): Promise<Record<string, string>> {
    if (this.#draining) return { process: 'shutting down' };
    const now = performance.now();
    if (!this.#last || now - this.#last.at > cachedMs) this.#last = { at: now, problems: this.#ask() };
    return this.#last.problems;
  }

  async #ask(): Promise<Record<string, string>> {
    const answers = await Promise.all(
      [...this.#checks].map(async ([name, check]) => [name, await within(limitMs, check)] as const),
    );
    return Object.fromEntries(
      answers.filter((answer): answer is readonly [string, string] => answer[1] !== undefined),
    );
  }
}

async function within(ms: number, check: Check): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${ms} ms`), ms);
  });
  try {
    return await Promise.race([check(), late]);
  } catch (error) {
    return error instanceof Error ? error.message : 'failed';
  } finally {
    clearTimeout(timer);
  }
}
