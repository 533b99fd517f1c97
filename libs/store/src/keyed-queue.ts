/** Lets one task at a time run for a key; the others wait in order of arrival. */
export class KeyedQueue {
  readonly #last = new Map<string, Promise<void>>();

  /** Keys that run or wait now. */
  get size(): number {
    return this.#last.size;
  }

  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const result = before.then(task);
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(key, settled);
    void settled.then(() => {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    });
    return result;
  }
}
