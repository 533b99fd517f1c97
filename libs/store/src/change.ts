import { setTimeout as sleep } from 'node:timers/promises';
import type { Outgoing } from '@admissions/contracts/message';
import { isRefusal, ProblemError } from '@admissions/contracts/problem';
import type { Act, Changed, Loaded, Outcome } from './aggregate.ts';
import { duesOf, fieldsOf } from './copies.ts';
import type { Engine } from './engine.ts';
import { isDuplicate, isUnavailable, unavailable } from './errors.ts';
import type { FollowUp } from './follow-up.ts';
import type { Inbox } from './inbox.ts';
import type { Json } from './json.ts';
import { isStreamId, newAttempt, outboxKey, revisionKey } from './keys.ts';
import type { Keeper } from './keeper.ts';
import type { Outbox } from './outbox.ts';
import { jitterMs, outageTries } from './retry.ts';
import type { RevisionRow } from './rows.ts';

/** One writer may lose so often before the caller is told to come again (store measurements, 2). */
const mostTries = 15;

export interface ChangeParts<S> {
  readonly engine: Engine;
  readonly keeper: Keeper<S>;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly followUp: FollowUp;
  /** The newest revision of a stream. */
  readonly head: (id: string) => Promise<RevisionRow | undefined>;
}

/** What a decision comes to inside the store: erasure is a revision without a state; "unchanged" leaves no trace. */
export type Decision<S, A extends Json> =
  Outcome<S, A> | { readonly erased: true } | { readonly unchanged: true };
export type Decide<S, A extends Json> = (
  current: Loaded<S> | undefined,
) => Decision<S, A> | Promise<Decision<S, A>>;

/** One command on one stream: load, decide, insert, and again when somebody else was first. */
export class Change<S, A extends Json> {
  readonly #parts: ChangeParts<S>;
  readonly #id: string;
  readonly #act: Act;
  readonly #decide: Decide<S, A>;
  /** One for all tries: an insert whose answer was lost is recognised by it. */
  readonly #attempt = newAttempt();
  #head: RevisionRow | undefined;
  #seen = false;

  constructor(parts: ChangeParts<S>, id: string, act: Act, decide: Decide<S, A>) {
    this.#parts = parts;
    this.#id = id;
    this.#act = act;
    this.#decide = decide;
  }

  async run(deadline: Date | undefined): Promise<Changed<S, A>> {
    const { engine } = this.#parts;
    let outages = 0;
    for (let tries = 0; tries < mostTries; tries++) {
      if (tries > 0) await sleep(jitterMs(tries, engine.random));
      if (deadline && engine.now() >= deadline) break;
      try {
        const changed = await this.#try();
        if (changed) return changed;
      } catch (error) {
        if (!isUnavailable(error)) throw error;
        // A broken connection does not say whether the insert happened: look again, our attempt is in the revision.
        this.#seen = false;
        if (++outages >= outageTries) throw unavailable(error);
      }
    }
    throw new ProblemError('busy', undefined, { retryAfter: 1 });
  }

  /** Undefined when somebody else was first. */
  async #try(): Promise<Changed<S, A> | undefined> {
    const earlier = await this.#advance();
    if (earlier) return this.#earlier(earlier);
    const head = this.#head;
    if (head?.erased) throw new ProblemError('not-found', 'this was erased');
    const decision = await this.#decide(head && loadedOf<S>(head));
    if (isRefusal(decision)) {
      const { code, detail, ...more } = decision.refused;
      return (await this.#stored()) ?? Promise.reject(new ProblemError(code, detail, more));
    }
    if ('unchanged' in decision) return this.#unchanged(undefined, undefined);
    if ('ignored' in decision)
      return (await this.#stored()) ?? this.#ignored(decision.ignored, decision.answer);
    return this.#insert(this.#rowOf(decision));
  }

  /** Learns the newest revision; returns the one that our cause made, if it is among those seen. */
  async #advance(): Promise<RevisionRow | undefined> {
    const { head, keeper } = this.#parts;
    const seen = this.#head && this.#seen ? await keeper.revisions.after(this.#head) : [await head(this.#id)];
    this.#head = seen.at(-1);
    this.#seen = this.#head !== undefined;
    return seen.find((row) => row?.cause.id === this.#act.cause.id);
  }

  /** The revision that our cause made, wherever it is. */
  async #ofCause(): Promise<RevisionRow | undefined> {
    return this.#head && this.#parts.keeper.revisions.ofCause(this.#head, this.#act.cause.id);
  }

  /** A decision other than a new state holds only when this cause did not change the stream before. */
  async #stored(): Promise<Changed<S, A> | undefined> {
    const found = await this.#ofCause();
    return found && this.#earlier(found);
  }

  async #earlier(row: RevisionRow): Promise<Changed<S, A>> {
    if (row.attempt === this.#attempt) return this.#won(row);
    if (row.cause.fingerprint !== this.#act.cause.fingerprint)
      throw new ProblemError('idempotency-key-reused');
    return changedOf<S, A>(row, true);
  }

  async #ignored(reason: string, answer: A | undefined): Promise<Changed<S, A>> {
    const { keeper, inbox } = this.#parts;
    await inbox.record(`${this.#act.cause.id}/ignored/${keeper.aggregate.name}/${this.#id}`, reason);
    return this.#unchanged(answer, reason);
  }

  #unchanged(answer: A | undefined, ignored: string | undefined): Changed<S, A> {
    const revision = this.#head?.revision ?? 0;
    const state = (this.#head && stateOf<S>(this.#head)) as S;
    return { id: this.#id, revision, state, answer: (answer ?? null) as A, repeated: false, ignored };
  }

  #rowOf(
    decision:
      | { readonly state: S; readonly messages?: readonly Outgoing[]; readonly answer?: A }
      | { readonly erased: true },
  ): RevisionRow {
    if (!isStreamId(this.#id)) throw new ProblemError('invalid-input', 'this cannot be an id');
    const { aggregate } = this.#parts.keeper;
    const { name: act, by, correlationId, cause } = this.#act;
    const revision = (this.#head?.revision ?? 0) + 1;
    const kept = 'erased' in decision ? { state: null, messages: null, answer: null } : jsonOf(decision);
    if (kept.state !== null) {
      // Both would fail after the answer, where nobody learns of it.
      const state = JSON.parse(kept.state) as S;
      fieldsOf(aggregate, state);
      duesOf(aggregate, state);
    }
    return {
      _id: revisionKey(this.#id, revision),
      stream: this.#id,
      revision,
      at: this.#parts.engine.clock.now(),
      by,
      act,
      correlationId,
      attempt: this.#attempt,
      cause: { id: cause.id, fingerprint: cause.fingerprint, answer: kept.answer },
      state: kept.state,
      messages: kept.messages,
      erased: 'erased' in decision,
    };
  }

  async #insert(row: RevisionRow): Promise<Changed<S, A> | undefined> {
    const { engine, keeper, outbox } = this.#parts;
    await outbox.add(this.#outboxKey(row));
    await engine.faults.reached('after-outbox-row');
    try {
      await keeper.revisions.insert(row);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return this.#lost(row);
    }
    await engine.faults.reached('after-revision');
    return this.#won(row);
  }

  async #won(row: RevisionRow): Promise<Changed<S, A>> {
    const { engine, followUp, keeper } = this.#parts;
    await engine.tails.start(() => followUp.finish(keeper, row));
    return changedOf<S, A>(row, false);
  }

  /** Somebody else was first, or it was us before a cut connection, or our cause changed this stream long ago. */
  async #lost(row: RevisionRow): Promise<Changed<S, A> | undefined> {
    const { engine, keeper, outbox } = this.#parts;
    const there = await keeper.revisions.at(row.stream, row.revision);
    if (there?.attempt === row.attempt) return this.#won(there);
    if (there) {
      this.#head = there;
      await engine.tails.start(() => outbox.remove(this.#outboxKey(row)));
      return there.cause.id === this.#act.cause.id ? this.#earlier(there) : undefined;
    }
    // Not there: the cause is the duplicate. (Or a majority does not have it yet: then nothing is found, and we try again.)
    const earlier = await this.#ofCause();
    if (!earlier) return undefined;
    await engine.tails.start(() => outbox.remove(this.#outboxKey(row)));
    return this.#earlier(earlier);
  }

  #outboxKey(row: RevisionRow): string {
    return outboxKey({
      aggregate: this.#parts.keeper.aggregate.name,
      id: row.stream,
      revision: row.revision,
      attempt: row.attempt,
    });
  }
}

function jsonOf<S, A extends Json>(decision: {
  readonly state: S;
  readonly messages?: readonly unknown[];
  readonly answer?: A;
}): { state: string; messages: string; answer: string | null } {
  const answer = decision.answer === undefined ? null : JSON.stringify(decision.answer);
  return { state: JSON.stringify(decision.state), messages: JSON.stringify(decision.messages ?? []), answer };
}

/** The state of a revision; null when it was erased. */
export function stateOf<S>(row: RevisionRow): S | null {
  return row.state === null ? null : (JSON.parse(row.state) as S);
}

export function loadedOf<S>(row: RevisionRow): Loaded<S> {
  const { stream: id, revision, at, by, act } = row;
  return { id, revision, state: stateOf<S>(row) as S, at, by: by ?? '', act };
}

function changedOf<S, A extends Json>(row: RevisionRow, repeated: boolean): Changed<S, A> {
  const answer = (row.cause.answer === null ? null : JSON.parse(row.cause.answer)) as A;
  return { id: row.stream, revision: row.revision, state: stateOf<S>(row) as S, answer, repeated };
}
