import type { Model } from 'mongoose';
import type { Engine } from './engine.ts';
import { isDuplicate } from './errors.ts';
import { dueModel } from './rows.ts';
import type { DueRow } from './rows.ts';

/** The collection `due`: one small document for each open deadline, so that polling reads little. */
export class Deadlines {
  readonly #model: Model<DueRow>;
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#model = dueModel(engine.connection);
  }

  prepare(): Promise<void> {
    return this.#engine.prepared.ensure(this.#model as unknown as Model<never>);
  }

  /** Writes a row unless a newer revision wrote it: the same three steps as the narrow copy, for the same reasons. */
  async put(row: DueRow): Promise<void> {
    const notNewer = { _id: row._id, revision: { $lte: row.revision } };
    const content = { at: row.at, revision: row.revision };
    if ((await this.#model.replaceOne(notNewer, content).exec()).matchedCount > 0) return;
    try {
      await this.#model.insertOne(row);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await this.#model.replaceOne(notNewer, content).exec();
    }
  }

  /** Removes a row that a state of this revision does not have, unless a newer revision wrote it. */
  async remove(key: string, revision: number): Promise<void> {
    await this.#model.deleteOne({ _id: key, revision: { $lte: revision } }).exec();
  }

  async get(key: string): Promise<DueRow | undefined> {
    return (await this.#model.findById(key).lean<DueRow>().exec()) ?? undefined;
  }

  /** The earliest rows whose time has come. */
  async due(now: Date, limit: number): Promise<DueRow[]> {
    return this.#model
      .find({ at: { $lte: now } })
      .sort({ at: 1, _id: 1 })
      .limit(limit)
      .lean<DueRow[]>()
      .exec();
  }
}
