import type { Model } from 'mongoose';
import type { Engine } from './engine.ts';
import { revisionKey } from './keys.ts';
import { revisionModel } from './rows.ts';
import type { RevisionRow } from './rows.ts';

/** How many of the newest revisions are searched for a cause by `_id`, before the index is asked. */
const searchedById = 32;
const atOnce = 8;

/** The truth of one aggregate: rows that are inserted once. Reads go by `_id`, one at a time (store measurements, 1). */
export class Revisions {
  readonly #model: Model<RevisionRow>;
  readonly #engine: Engine;

  constructor(engine: Engine, aggregate: string) {
    this.#engine = engine;
    this.#model = revisionModel(engine.connection, aggregate);
  }

  prepare(): Promise<void> {
    return this.#engine.prepared.ensure(this.#model as unknown as Model<never>);
  }

  async at(id: string, revision: number): Promise<RevisionRow | undefined> {
    return (await this.#model.findById(revisionKey(id, revision)).lean<RevisionRow>().exec()) ?? undefined;
  }

  /** The newest revision of a stream of which revision `known` is believed to exist (0: nothing is known). */
  async newest(id: string, known: number): Promise<RevisionRow | undefined> {
    const [there, next] = await Promise.all([
      known > 0 ? this.at(id, known) : undefined,
      this.at(id, known + 1),
    ]);
    if (known > 0 && !there)
      throw new Error(`revision ${known} of ${this.#model.collection.name} ${id} is missing`);
    return next ? (await this.after(next)).at(-1) : there;
  }

  /** The given revision and those after it, in order, until one is missing. */
  async after(row: RevisionRow): Promise<RevisionRow[]> {
    const rows = [row];
    for (let next: RevisionRow | undefined = row; next;) {
      next = await this.at(row.stream, next.revision + 1);
      if (next) rows.push(next);
    }
    return rows;
  }

  /** Inserts a revision; a duplicate key means that the revision or its cause exists already. */
  async insert(row: RevisionRow): Promise<void> {
    await this.#model.insertOne(row);
  }

  /**
   * The revision that a cause made, looked for from the newest backwards. A repeat follows soon as a rule, and most streams are
   * short, so that the search by the index (on the local engine: a scan) is for long streams only.
   */
  async ofCause(newest: RevisionRow, causeId: string): Promise<RevisionRow | undefined> {
    if (newest.cause.id === causeId) return newest;
    const lowest = Math.max(1, newest.revision - searchedById);
    for (let high = newest.revision - 1; high >= lowest; high -= atOnce) {
      const revisions = countdown(high, Math.max(lowest, high - atOnce + 1));
      const rows = await Promise.all(revisions.map((revision) => this.at(newest.stream, revision)));
      const found = rows.find((row) => row?.cause.id === causeId);
      if (found) return found;
    }
    if (lowest === 1) return undefined;
    const filter = { stream: newest.stream, 'cause.id': causeId };
    return (await this.#model.findOne(filter).lean<RevisionRow>().exec()) ?? undefined;
  }

  /** Revisions `from` to `to` of a stream, both included, in order; those that do not exist are left out. */
  async range(id: string, from: number, to: number): Promise<RevisionRow[]> {
    const found: RevisionRow[] = [];
    for (let low = from; low <= to; low += atOnce) {
      const revisions = countdown(Math.min(to, low + atOnce - 1), low).reverse();
      const rows = await Promise.all(revisions.map((revision) => this.at(id, revision)));
      found.push(...rows.filter((row) => row !== undefined));
    }
    return found;
  }

  /** Takes out what a revision says of people; its `_id` stays, as a freed one could be taken again. */
  async forget(id: string, revision: number): Promise<void> {
    const nothing = { state: null, messages: null, by: null, 'cause.answer': null };
    await this.#model.updateOne({ _id: revisionKey(id, revision) }, { $set: nothing }).exec();
  }
}

function countdown(high: number, low: number): number[] {
  return Array.from({ length: high - low + 1 }, (_, i) => high - i);
}
