import type { Model } from 'mongoose';
import type { Engine } from './engine.ts';
import { isDuplicate } from './errors.ts';
import { outboxModel } from './rows.ts';
import type { OutboxRow } from './rows.ts';

/** The collection `outbox`: revisions that may still have something to publish or to copy. Work, not history. */
export class Outbox {
  readonly #model: Model<OutboxRow>;
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#model = outboxModel(engine.connection);
  }

  /** Before the revision is inserted. The key holds the writer's attempt: one that exists already is our own. */
  async add(key: string): Promise<void> {
    try {
      await this.#model.insertOne({ _id: key, at: this.#engine.now() });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await this.#model.deleteOne({ _id: key }).exec();
  }

  async has(key: string): Promise<boolean> {
    return (await this.#model.findById(key).lean().exec()) !== null;
  }

  /** All rows, small as they are: a row that cannot be published must not hide those behind it. */
  async rows(): Promise<OutboxRow[]> {
    return this.#model.find({}).lean<OutboxRow[]>().exec();
  }
}
