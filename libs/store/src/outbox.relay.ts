import type { Engine } from './engine.ts';
import { parseOutboxKey } from './keys.ts';
import type { OutboxKey } from './keys.ts';
import type { AnyKeeper } from './keeper.ts';
import type { Outbox } from './outbox.ts';
import { envelopesOf, publishAll } from './publishing.ts';
import type { Publisher, PublishOutcome } from './publisher.ts';
import { patiently } from './retry.ts';
import type { OutboxRow, RevisionRow } from './rows.ts';

export interface RelayOptions {
  /** Between two sweeps. */
  readonly intervalMs: number;
  /** A younger row belongs to a writer that is still at it. */
  readonly minAgeMs: number;
  /** A row whose revision is still absent after this will never have one. */
  readonly abandonedMs: number;
  /** A row that waits longer is an alarm. */
  readonly alarmMs: number;
  /** Between two audits of everything. */
  readonly auditMs: number;
}

export const relayDefaults: RelayOptions = {
  intervalMs: 2_000,
  minAgeMs: 3_000,
  abandonedMs: 24 * 3_600_000,
  alarmMs: 60_000,
  auditMs: 24 * 3_600_000,
};

/** Something waits that should not: messages that no queue wants, or rows older than a minute. */
export interface OutboxAlarm {
  /** Names of the messages that no queue wanted in this sweep. */
  readonly unroutable: readonly string[];
  readonly rows: number;
  readonly oldestMs: number;
}

export interface RelayParts {
  readonly engine: Engine;
  readonly outbox: Outbox;
  readonly publisher: Publisher;
  readonly keeperOf: (aggregate: string) => AnyKeeper | undefined;
  readonly audit: () => Promise<unknown>;
  readonly alarm?: (alarm: OutboxAlarm) => void;
}

interface Work {
  readonly key: OutboxKey;
  readonly rowId: string;
  readonly row: RevisionRow;
}

const windowSize = 25;

/**
 * The sweep: publishes what a crash, a full tail or an absent broker left in the outbox, and brings its copies up. Any number of
 * replicas may sweep at once: they only repeat one another's messages, which followers are ready for.
 */
export class OutboxRelay {
  readonly #parts: RelayParts;
  readonly #options: RelayOptions;
  #running: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #nextAudit = Number.POSITIVE_INFINITY;
  #lastLogged = 0;
  #troubled = false;
  #started = false;

  constructor(parts: RelayParts, options: RelayOptions = relayDefaults) {
    this.#parts = parts;
    this.#options = options;
  }

  /** Sweeps now and then until {@link stop}; audits once a day, for the first time within the hour. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    const { engine } = this.#parts;
    const firstAudit = Math.min(this.#options.auditMs, 3_600_000) * engine.random();
    this.#nextAudit = engine.now().getTime() + firstAudit;
    this.#again(0);
  }

  /** Begins nothing new and waits for what runs. */
  async stop(): Promise<void> {
    this.#started = false;
    clearTimeout(this.#timer);
    await this.#running.catch(() => undefined);
  }

  /** Rows that wait, and the age of the oldest in milliseconds (real time). */
  async pending(): Promise<{ rows: number; oldestMs: number }> {
    return this.#age(await patiently(() => this.#parts.outbox.rows(), this.#parts.engine.random));
  }

  /** One sweep. */
  async sweep(): Promise<void> {
    const { engine, outbox } = this.#parts;
    const rows = await outbox.rows();
    const ripe = this.#ordered(
      rows.filter(({ at }) => engine.now().getTime() - at.getTime() >= this.#options.minAgeMs),
    );
    const unroutable = new Set<string>();
    this.#troubled = false;
    for (let i = 0; i < ripe.length && !this.#troubled; i += windowSize) {
      const outcomes = await this.#window(ripe.slice(i, i + windowSize), unroutable);
      // All refused: the broker is away, as a rule. The rest would only wait in vain, once more.
      this.#troubled = outcomes.length > 0 && outcomes.every((outcome) => outcome === 'failed');
    }
    this.#tell(unroutable, this.#age(unroutable.size > 0 || ripe.length > 0 ? await outbox.rows() : []));
  }

  /** Oldest first; after a sweep that failed, from another place on, so that a window that can never pass does not block the rest. */
  #ordered(rows: OutboxRow[]): OutboxRow[] {
    const sorted = rows.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const from = this.#troubled ? Math.floor(this.#parts.engine.random() * sorted.length) : 0;
    return [...sorted.slice(from), ...sorted.slice(0, from)];
  }

  #again(ms: number): void {
    if (!this.#started) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#pass().finally(() => this.#again(this.#options.intervalMs));
    }, ms);
    this.#timer.unref();
  }

  async #pass(): Promise<void> {
    const { engine, audit } = this.#parts;
    try {
      await this.sweep();
      if (engine.now().getTime() < this.#nextAudit) return;
      this.#nextAudit = engine.now().getTime() + this.#options.auditMs;
      await audit();
    } catch (error) {
      engine.logger.warn({ err: error }, 'the sweep of the outbox failed; it is tried again');
    }
  }

  async #window(rows: readonly OutboxRow[], unroutable: Set<string>): Promise<readonly PublishOutcome[]> {
    const { outbox, publisher } = this.#parts;
    const work = (await Promise.all(rows.map((row) => this.#workOf(row)))).filter(
      (item) => item !== undefined,
    );
    const envelopes = work.map(({ key, row }) => envelopesOf(key.aggregate, row));
    const outcomes = await publishAll(publisher, envelopes.flat());
    const outcomeOf = new Map(envelopes.flat().map(({ id }, index) => [id, outcomes[index]]));
    for (const { id, name } of envelopes.flat()) if (outcomeOf.get(id) === 'unroutable') unroutable.add(name);
    const done = work.filter((_, index) =>
      envelopes[index]?.every(({ id }) => outcomeOf.get(id) === 'confirmed'),
    );
    await Promise.all(done.map(({ rowId }) => outbox.remove(rowId)));
    return outcomes;
  }

  /** What a row asks for, its copy being brought up; undefined when there is nothing to publish for it. */
  async #workOf({ _id: rowId, at }: OutboxRow): Promise<Work | undefined> {
    const { engine, keeperOf, outbox } = this.#parts;
    const key = parseOutboxKey(rowId);
    const keeper = key && keeperOf(key.aggregate);
    if (!key || !keeper) {
      engine.logger.error({ row: rowId }, 'the outbox names an aggregate that this service does not keep');
      return undefined;
    }
    try {
      await keeper.prepare();
      const row = await keeper.revisions.at(key.id, key.revision);
      const abandoned = !row && engine.now().getTime() - at.getTime() > this.#options.abandonedMs;
      if (abandoned || (row && row.attempt !== key.attempt)) await outbox.remove(rowId);
      if (!row || row.attempt !== key.attempt) return undefined;
      await keeper.copies.bring(row, { force: true });
      return { key, rowId, row };
    } catch (error) {
      engine.logger.warn(
        { err: error, row: rowId },
        'a row of the outbox could not be worked on; it is tried again',
      );
      return undefined;
    }
  }

  #age(rows: readonly OutboxRow[]): { rows: number; oldestMs: number } {
    const oldest = rows.reduce((min, { at }) => Math.min(min, at.getTime()), Number.POSITIVE_INFINITY);
    return {
      rows: rows.length,
      oldestMs: rows.length === 0 ? 0 : Math.max(0, this.#parts.engine.now().getTime() - oldest),
    };
  }

  /** The alarm is told at every sweep, the log once a minute. */
  #tell(unroutable: ReadonlySet<string>, { rows, oldestMs }: { rows: number; oldestMs: number }): void {
    if (unroutable.size === 0 && oldestMs < this.#options.alarmMs) return;
    const alarm = { unroutable: [...unroutable], rows, oldestMs };
    this.#parts.alarm?.(alarm);
    const now = this.#parts.engine.now().getTime();
    if (now - this.#lastLogged < 60_000) return;
    this.#lastLogged = now;
    this.#parts.engine.logger.error(alarm, 'messages wait in the outbox that should be gone');
  }
}
