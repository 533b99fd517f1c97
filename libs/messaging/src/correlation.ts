import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

/** Runs `work` so that everything it awaits, and every line it logs, knows the correlation id. */
export function withCorrelation<T>(correlationId: string, work: () => T): T {
  return storage.run(correlationId, work);
}

/** The correlation id of the work at hand; undefined outside of a call, a message or a request. */
export function currentCorrelationId(): string | undefined {
  return storage.getStore();
}
