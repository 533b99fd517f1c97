import type { Model } from 'mongoose';
import type { Engine } from './engine.ts';
import { isDuplicate } from './errors.ts';
import type { Json } from './json.ts';
import { patiently } from './retry.ts';
import { inboxModel } from './rows.ts';
import type { InboxRow } from './rows.ts';

/** One run of an effect: `key` is the same on every run, and goes to the provider as its idempotency key. */
export interface Attempt {
  readonly repeated: boolean;
  readonly key: string;
}

/**
 * Effects outside the database (mail, card provider). `begun` is written before the effect and `done` after it; only `done` is
 * skipped. After a crash in between the effect runs again, with the same key: a provider that knows keys does it once.
 */
export class Inbox {
  readonly #model: Model<InboxRow>;
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#model = inboxModel(engine.connection);
  }

  /** Runs the effect unless it was done. What the effect throws passes, and the effect stays begun. */
  run(
    consumer: string,
    messageId: string,
    effect: (attempt: Attempt) => Promise<Json | void>,
  ): Promise<'done' | 'already-done'> {
    const key = `${consumer}/${messageId}`;
    return this.#engine.queue.run(`inbox/${key}`, async () => {
      if (await this.#has(`${key}/done`)) return 'already-done';
      const repeated = !(await this.#insert(`${key}/begun`, {}));
      const result = await effect({ repeated, key });
      await this.#insert(`${key}/done`, result === undefined ? {} : { result: JSON.stringify(result) });
      return 'done';
    });
  }

  /** Records that a message was looked at and that nothing is ever to be done about it. */
  async ignore(consumer: string, messageId: string, reason: string): Promise<void> {
    await this.#insert(`${consumer}/${messageId}/done`, { ignored: reason });
  }

  /** How far the effect of a message came: for screens and tests, not for decisions. */
  async seen(consumer: string, messageId: string): Promise<'begun' | 'done' | undefined> {
    const key = `${consumer}/${messageId}`;
    if (await this.#has(`${key}/done`)) return 'done';
    return (await this.#has(`${key}/begun`)) ? 'begun' : undefined;
  }

  /** What a done effect gave back, or undefined. */
  async result(consumer: string, messageId: string): Promise<Json | undefined> {
    const row = await this.#get(`${consumer}/${messageId}/done`);
    return row?.result === undefined ? undefined : (JSON.parse(row.result) as Json);
  }

  /** Records an outcome "ignored" of a change; once for a cause and a stream. */
  async record(id: string, reason: string): Promise<void> {
    await this.#insert(id, { ignored: reason });
  }

  async #get(id: string): Promise<InboxRow | undefined> {
    return patiently(
      async () => (await this.#model.findById(id).lean<InboxRow>().exec()) ?? undefined,
      this.#engine.random,
    );
  }

  async #has(id: string): Promise<boolean> {
    return (await this.#get(id)) !== undefined;
  }

  /** False when it exists already: perhaps from our own try before a cut connection, which only makes `repeated` careful. */
  async #insert(id: string, content: { result?: string; ignored?: string }): Promise<boolean> {
    try {
      await patiently(
        () => this.#model.insertOne({ _id: id, at: this.#engine.now(), ...content }),
        this.#engine.random,
      );
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }
}
