import type { Act, Aggregate, Changed, ListQuery, Loaded, Outcome, Page, Revision } from './aggregate.ts';
import { Change, loadedOf, stateOf } from './change.ts';
import type { Decide } from './change.ts';
import { Copies } from './copies.ts';
import type { Deadlines } from './deadlines.ts';
import type { Engine } from './engine.ts';
import { forgetBefore } from './erasing.ts';
import type { FollowUp } from './follow-up.ts';
import type { Inbox } from './inbox.ts';
import type { Json } from './json.ts';
import { isStreamId } from './keys.ts';
import type { Keeper } from './keeper.ts';
import { listPage } from './list.ts';
import type { Outbox } from './outbox.ts';
import { patiently } from './retry.ts';
import { Revisions } from './revisions.ts';
import { messagesOf } from './rows.ts';
import type { RevisionRow } from './rows.ts';

export interface StreamParts {
  readonly engine: Engine;
  readonly deadlines: Deadlines;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly followUp: FollowUp;
}

/** The streams of one kind of aggregate: load, change, history, lists, erasure. */
export class StreamStore<S> implements Keeper<S> {
  readonly aggregate: Aggregate<S>;
  readonly revisions: Revisions;
  readonly copies: Copies<S>;
  readonly #parts: StreamParts;

  constructor(parts: StreamParts, aggregate: Aggregate<S>) {
    this.#parts = parts;
    this.aggregate = aggregate;
    this.revisions = new Revisions(parts.engine, aggregate.name);
    this.copies = new Copies(parts.engine, aggregate, this.revisions, parts.deadlines);
  }

  /** Makes sure of the indexes; called by every operation, done once. */
  async prepare(): Promise<void> {
    await Promise.all([this.revisions.prepare(), this.copies.prepare(), this.#parts.deadlines.prepare()]);
  }

  /** The newest state of a stream; undefined when there is none, or when it was erased. */
  async load(id: string): Promise<Loaded<S> | undefined> {
    const row = await this.#patiently(() => this.#head(id));
    return row && !row.erased ? loadedOf<S>(row) : undefined;
  }

  /**
   * Loads, lets `decide` say what follows, and inserts the next revision; when somebody else was first, decides again, within
   * `deadline` (real time). `decide` has no effects of its own: it may run several times. It is given undefined when there is no
   * stream. A cause that changed this stream before gives the stored answer with `repeated`; nothing is decided then.
   *
   * Throws ProblemError: the refusal; `idempotency-key-reused` (same cause, other fingerprint); `busy` (others were first every
   * time); `not-found` (the stream was erased); `service-unavailable` (the database does not answer: the change may have happened,
   * and the same cause tells).
   */
  async change<A extends Json = Json>(
    id: string,
    act: Act,
    decide: (current: Loaded<S> | undefined) => Outcome<S, A> | Promise<Outcome<S, A>>,
    options: { deadline?: Date } = {},
  ): Promise<Changed<S, A>> {
    return this.#change<A>(id, act, decide, options.deadline);
  }

  /** Revisions in order, from the one after `after`; at most `limit` (100, at most 500). */
  async history(id: string, options: { after?: number; limit?: number } = {}): Promise<Revision<S>[]> {
    const { after = 0, limit = 100 } = options;
    const rows = await this.#patiently(async () => {
      const newest = (await this.#head(id))?.revision ?? 0;
      return this.revisions.range(id, after + 1, Math.min(newest, after + Math.min(limit, 500)));
    });
    return rows.map((row) => revisionOf<S>(row));
  }

  /**
   * A page of narrow copies, ordered by a field of the summary and then by id; erased streams are left out. A copy may be a step
   * behind. Throws ProblemError `invalid-cursor` for a cursor of another query.
   */
  async list(query: ListQuery): Promise<Page> {
    return this.#patiently(() => listPage(this.copies, query));
  }

  /**
   * Ends a stream for ever and takes out of its revisions the states, messages, authors and answers (the ids stay, or one could be
   * taken again). May be called again after a failure. Does nothing when there is no such stream.
   * Throws ProblemError `service-unavailable` while messages of the stream cannot be published.
   */
  async erase(id: string, by: string, act: Partial<Act> = {}): Promise<void> {
    const head = await this.#patiently(() => this.#head(id));
    if (!head) return;
    if (!head.erased)
      await this.#change<Json>(
        id,
        { ...erasureOf(this.aggregate.name, id), ...act, name: 'erased', by },
        toErased,
      );
    const erased = head.erased ? head : await this.#patiently(() => this.#head(id));
    if (erased?.erased) await this.#patiently(() => forgetBefore({ keeper: this, ...this.#parts }, erased));
  }

  async #change<A extends Json>(
    id: string,
    act: Act,
    decide: Decide<S, A>,
    deadline?: Date,
  ): Promise<Changed<S, A>> {
    assertAct(act);
    const parts = { ...this.#parts, keeper: this, head: (stream: string) => this.#head(stream) };
    return this.#parts.engine.queue.run(`${this.aggregate.name}/${id}`, async () => {
      await this.prepare();
      return new Change<S, A>(parts, id, act, decide).run(deadline);
    });
  }

  /** The newest revision. A copy that was behind is brought up, after the answer. */
  async #head(id: string): Promise<RevisionRow | undefined> {
    if (!isStreamId(id)) return undefined;
    const known = (await this.copies.get(id))?.revision ?? 0;
    const newest = await this.revisions.newest(id, known);
    if (newest && newest.revision > known)
      await this.#parts.engine.tails.start(() => this.copies.bring(newest));
    return newest;
  }

  async #patiently<T>(operation: () => Promise<T>): Promise<T> {
    await this.prepare();
    return patiently(operation, this.#parts.engine.random);
  }
}

function toErased(current: Loaded<unknown> | undefined): { erased: true } | { ignored: string } {
  return current ? { erased: true } : { ignored: 'erased already' };
}

function erasureOf(aggregate: string, id: string): Act {
  const cause = { id: `erasure/${aggregate}/${id}`, fingerprint: '' };
  return { name: 'erased', by: '', correlationId: cause.id.slice(0, 100), cause };
}

function revisionOf<S>(row: RevisionRow): Revision<S> {
  const { stream: id, revision, at, by, act, cause } = row;
  const messages = row.messages === null ? null : messagesOf(row);
  return { id, revision, at, by, act, cause: cause.id, state: stateOf<S>(row), messages };
}

/** What the envelope of a message demands of the act is checked before anything is stored. */
function assertAct(act: Act): void {
  const limits = { name: act.name, by: act.by, correlationId: act.correlationId, causeId: act.cause.id };
  for (const [field, value] of Object.entries(limits)) {
    const most = field === 'correlationId' ? 100 : 300;
    if (!value || value.length > most) throw new Error(`${field} of an act has 1 to ${most} characters`);
  }
}
