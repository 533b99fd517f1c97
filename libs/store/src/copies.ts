import type { Model, QueryFilter } from 'mongoose';
import type { Aggregate, Deadline, Summary } from './aggregate.ts';
import type { Deadlines } from './deadlines.ts';
import type { Engine } from './engine.ts';
import { isDuplicate } from './errors.ts';
import { assertKebab, dueKey } from './keys.ts';
import type { Revisions } from './revisions.ts';
import { copyModel } from './rows.ts';
import type { CopyRow, RevisionRow } from './rows.ts';

const ownFields = new Set(['_id', 'id', 'revision', 'erased', 'dues']);

/** The narrow copies and open deadlines of one aggregate: never trusted for a decision, and always brought up again. */
export class Copies<S> {
  readonly #aggregate: Aggregate<S>;
  readonly #revisions: Revisions;
  readonly #deadlines: Deadlines;
  readonly #engine: Engine;
  readonly model: Model<CopyRow>;

  constructor(engine: Engine, aggregate: Aggregate<S>, revisions: Revisions, deadlines: Deadlines) {
    this.#engine = engine;
    this.#aggregate = aggregate;
    this.#revisions = revisions;
    this.#deadlines = deadlines;
    this.model = copyModel(engine.connection, aggregate.name, aggregate.indexes ?? []);
  }

  prepare(): Promise<void> {
    return this.#engine.prepared.ensure(this.model as unknown as Model<never>);
  }

  async get(id: string): Promise<CopyRow | undefined> {
    return (await this.model.findById(id).lean<CopyRow>().exec()) ?? undefined;
  }

  /**
   * Brings copy and deadlines to a revision, then looks whether a newer one exists, and if so goes on with the newest. The guard of
   * each write makes this right on MongoDB, the look ahead on engines whose guard is not atomic (store measurements, 4): both are
   * needed. `force` writes what seems to be there already; `suspects` are deadlines that may have rows which no copy tells of.
   */
  async bring(row: RevisionRow, { force = false, suspects = [] as readonly string[] } = {}): Promise<void> {
    const copy = row.revision === 1 && !force ? undefined : await this.get(row.stream);
    const names = new Set(suspects);
    let next: RevisionRow | undefined = row;
    if (copy && copy.revision > row.revision) {
      const newest = await this.#revisions.newest(row.stream, copy.revision);
      if (!force && newest?.revision === copy.revision) return;
      next = newest;
    }
    for (let again = force; next; again = true) {
      await this.#write(next, copy, names, again);
      next = (await this.#revisions.after(next)).slice(1).at(-1);
    }
  }

  /** Deadlines before the copy, so that a copy at a revision says that its deadlines were written. */
  async #write(
    row: RevisionRow,
    copy: CopyRow | undefined,
    names: Set<string>,
    force: boolean,
  ): Promise<void> {
    const state = row.erased || row.state === null ? undefined : (JSON.parse(row.state) as S);
    const dues = state === undefined ? {} : duesOf(this.#aggregate, state);
    if (this.#aggregate.due) await this.#writeDues(row, dues, { shown: shownBy(copy), names, force });
    await this.#replace({
      ...(state === undefined ? {} : fieldsOf(this.#aggregate, state)),
      _id: row.stream,
      revision: row.revision,
      erased: row.erased,
      dues: JSON.stringify(dues),
    });
  }

  async #writeDues(
    row: RevisionRow,
    dues: Record<string, string>,
    { shown, names, force }: { shown: Record<string, string>; names: Set<string>; force: boolean },
  ): Promise<void> {
    for (const name of Object.keys(shown)) names.add(name);
    for (const [name, at] of Object.entries(dues)) {
      if (shown[name] === at && !force) continue;
      await this.#deadlines.put({ _id: this.#key(row, name), at: new Date(at), revision: row.revision });
    }
    for (const name of names)
      if (!(name in dues)) await this.#deadlines.remove(this.#key(row, name), row.revision);
    for (const name of Object.keys(dues)) names.add(name);
  }

  #key(row: RevisionRow, name: string): string {
    return dueKey(this.#aggregate.name, row.stream, name);
  }

  async #replace(copy: CopyRow): Promise<void> {
    const notNewer = { _id: copy._id, revision: { $lte: copy.revision } } as QueryFilter<CopyRow>;
    if (copy.revision > 1 && (await this.model.replaceOne(notNewer, copy).exec()).matchedCount > 0) return;
    try {
      await this.model.insertOne(copy);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await this.model.replaceOne(notNewer, copy).exec();
    }
  }
}

function shownBy(copy: CopyRow | undefined): Record<string, string> {
  return copy ? (JSON.parse(copy.dues) as Record<string, string>) : {};
}

/** The open deadlines of a state as they are shown: name → time (ISO). Throws when two have one name. */
export function duesOf<S>(aggregate: Aggregate<S>, state: S): Record<string, string> {
  const dues: Record<string, string> = {};
  for (const { name, at } of (aggregate.due?.(state) ?? []) as readonly Deadline[]) {
    assertKebab(name, 'the name of a deadline');
    if (name in dues) throw new Error(`${aggregate.name} has two deadlines named ${name}`);
    dues[name] = at.toISOString();
  }
  return dues;
}

/** The fields of the copy. Throws when the summary is not narrow: that is a mistake in the code of the aggregate. */
export function fieldsOf<S>(aggregate: Aggregate<S>, state: S): Summary {
  const fields: Summary = {};
  for (const [name, value] of Object.entries(aggregate.summary(state))) {
    if (ownFields.has(name) || /^\$|\./.test(name))
      throw new Error(`a summary of ${aggregate.name} cannot have a field ${name}`);
    if (value === undefined) continue;
    if (value !== null && typeof value === 'object')
      throw new Error(`${aggregate.name}: ${name} in the summary is not a scalar`);
    fields[name] = value;
  }
  return fields;
}
