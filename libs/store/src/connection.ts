import mongoose from 'mongoose';
import type { Connection, Model } from 'mongoose';
import { isUnavailable, unavailable } from './errors.ts';
import { patiently } from './retry.ts';

/** A little over the longest list; a server that hangs is an error then, and the operation is tried again. */
const socketTimeoutMS = 10_000;

/**
 * Connects with the options of the architecture page. Waits for a server that is starting, up to `waitMs`; throws ProblemError
 * `service-unavailable` when there is none.
 */
export async function connect(
  url: string,
  database: string,
  poolSize: number,
  waitMs: number,
): Promise<Connection> {
  const end = Date.now() + waitMs;
  for (;;) {
    const connection = mongoose.createConnection(url, {
      dbName: database,
      readPreference: 'primary',
      readConcern: { level: 'majority' },
      writeConcern: { w: 'majority', journal: true },
      serverSelectionTimeoutMS: 5_000,
      connectTimeoutMS: 5_000,
      socketTimeoutMS,
      waitQueueTimeoutMS: 5_000,
      maxPoolSize: poolSize,
      autoIndex: false,
      autoCreate: false,
      bufferCommands: false,
      appName: `admissions/${database}`,
    });
    try {
      return await connection.asPromise();
    } catch (error) {
      await connection.destroy().catch(() => undefined);
      if (!isUnavailable(error)) throw error;
      if (Date.now() >= end) throw unavailable(error);
    }
  }
}

/** Makes sure of a model's indexes once, before its first use; a failure is tried again at the next use. */
export class Prepared {
  readonly #ready = new Map<string, Promise<void>>();

  ensure(model: Model<never>): Promise<void> {
    const name = model.collection.name;
    const running = this.#ready.get(name) ?? this.#start(name, model);
    this.#ready.set(name, running);
    return running;
  }

  /** Waits for what is under way, whatever becomes of it. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#ready.values());
  }

  #start(name: string, model: Model<never>): Promise<void> {
    const started = patiently(() => createIndexes(model));
    started.catch(() => this.#ready.delete(name));
    return started;
  }
}

/** Several processes start at once: the local engine may tell one of them that another made the collection meanwhile. */
async function createIndexes(model: Model<never>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await model.createIndexes();
    } catch (error) {
      if (isUnavailable(error) || tries >= 5) throw error;
    }
  }
}
