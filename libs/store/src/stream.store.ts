import { ProblemError } from '@admissions/contracts/problem';
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
  readonly #repairing = new Set<string>();

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
    const row = await this.#patiently(() => this.#head(id, true));
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
    return this.decide<A>(id, act, decide, options.deadline);
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
    if (!(await this.#patiently(() => this.#head(id)))) return;
    const erasure = { ...erasureOf(this.aggregate.name, id), ...act, name: 'erased', by };
    await this.decide(id, erasure, () => ({ erased: true })).catch(unlessNotFound);
    const erased = await this.#patiently(() => this.#head(id));
    if (erased?.erased) await this.#patiently(() => forgetBefore({ keeper: this, ...this.#parts }, erased));
  }

  /** {@link change} for the store's own parts, whose decisions may be others too. */
  async decide<A extends Json>(
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

  /** The newest revision. With `repair`, a copy that was behind is brought up, after the answer. */
  async #head(id: string, repair = false): Promise<RevisionRow | undefined> {
    if (!isStreamId(id)) return undefined;
    const known = (await this.copies.get(id))?.revision ?? 0;
    const newest = await this.revisions.newest(id, known);
    if (repair && newest && newest.revision > known) await this.#repair(newest);
    return newest;
  }

  /** Once at a time for a stream: whoever made the revision is most likely at it as well. */
  async #repair(newest: RevisionRow): Promise<void> {
    if (this.#repairing.has(newest.stream)) return;
    await this.#parts.engine.tails.start(() => {
      this.#repairing.add(newest.stream);
      return this.copies.bring(newest).finally(() => this.#repairing.delete(newest.stream));
    });
  }

  async #patiently<T>(operation: () => Promise<T>): Promise<T> {
    await this.prepare();
    return patiently(operation, this.#parts.engine.random);
  }
}

/** Erased already, by somebody else or before. */
function unlessNotFound(error: unknown): void {
  if (!(error instanceof ProblemError && error.code === 'not-found')) throw error;
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
