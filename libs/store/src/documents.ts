import type { Model, QueryFilter } from 'mongoose';
import type { Engine } from './engine.ts';
import { isDuplicate } from './errors.ts';
import { newAttempt } from './keys.ts';
import { patiently } from './retry.ts';
import { documentModel } from './rows.ts';

type Stored<T> = T & { _id: string };

interface Row {
  _attempt?: string;
}

/** Plain documents that are not aggregates (sessions, webhook events): inserted once under their `_id`, never changed. */
export class Documents<T extends object> {
  /** For queries of its owner. */
  readonly model: Model<Stored<T>>;
  readonly #engine: Engine;

  constructor(engine: Engine, name: string, indexes: readonly string[]) {
    this.#engine = engine;
    this.model = documentModel<T>(engine.connection, name, indexes);
  }

  /** False when a document with this id exists already; nothing is written then. */
  async insert(id: string, document: T): Promise<boolean> {
    const row = { ...document, _id: id, _attempt: newAttempt() } as Stored<T>;
    try {
      await this.#patiently(() => this.model.insertMany([row], { lean: true }));
      return true;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      // Perhaps it was we, before a cut connection.
      const there = await this.#patiently(() => this.model.findById(id).lean<Row>().exec());
      return there?._attempt === (row as Row)._attempt;
    }
  }

  async get(id: string): Promise<Stored<T> | undefined> {
    return this.#patiently(async () =>
      strip((await this.model.findById(id).lean<Stored<T>>().exec()) ?? undefined),
    );
  }

  /** Equality filters only; at most `limit` documents, in no order. */
  async find(where: Record<string, string | number | boolean | null>, limit: number): Promise<Stored<T>[]> {
    const plain = Object.values(where).every((value) => value === null || typeof value !== 'object');
    if (!plain) throw new Error('plain values only');
    return this.#patiently(() =>
      this.model
        .find(where as QueryFilter<Stored<T>>)
        .limit(limit)
        .lean<Stored<T>[]>()
        .exec(),
    );
  }

  /** True when there was one. */
  async remove(id: string): Promise<boolean> {
    const filter = { _id: id } as QueryFilter<Stored<T>>;
    return this.#patiently(async () => (await this.model.deleteOne(filter).exec()).deletedCount > 0);
  }

  async #patiently<R>(operation: () => Promise<R>): Promise<R> {
    await this.#engine.prepared.ensure(this.model as unknown as Model<never>);
    return patiently(operation, this.#engine.random);
  }
}

function strip<R extends object | undefined>(row: R): R {
  if (row) delete (row as Row)._attempt;
  return row;
}
