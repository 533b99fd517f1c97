import type { Engine } from './engine.ts';
import { parseOutboxKey } from './keys.ts';
import type { OutboxKey } from './keys.ts';
import type { AnyKeeper } from './keeper.ts';
import type { Outbox } from './outbox.ts';
import { envelopesOf, publishAll } from './publishing.ts';
import type { Publisher } from './publisher.ts';
import type { OutboxRow, RevisionRow } from './rows.ts';

export interface SweepParts {
  readonly engine: Engine;
  readonly outbox: Outbox;
  readonly publisher: Publisher;
  readonly keeperOf: (aggregate: string) => AnyKeeper | undefined;
}

export interface SweepLimits {
  /** A younger row belongs to a writer that is still at it. */
  readonly minAgeMs: number;
  /** A row whose revision is still absent after this will never have one. */
  readonly abandonedMs: number;
}

export interface SweepReport {
  /** Names of messages that no queue wanted. */
  readonly unroutable: readonly string[];
  /** Rows whose messages still wait after the sweep. */
  readonly waiting: readonly OutboxRow[];
}

/** A row with something to do. */
interface Work {
  readonly row: OutboxRow;
  readonly key: OutboxKey;
  readonly revision: RevisionRow;
}

const windowSize = 25;

/** Goes once through the outbox. Any number of replicas may do so at once: they only repeat one another's messages. */
export class Sweep {
  readonly #parts: SweepParts;
  readonly #limits: SweepLimits;
  #troubled = false;
  /** Rows whose copies this process brought up already: one that waits for the broker for hours is not copied at every sweep. */
  #copied = new Set<string>();

  constructor(parts: SweepParts, limits: SweepLimits) {
    this.#parts = parts;
    this.#limits = limits;
  }

  async run(): Promise<SweepReport> {
    const rows = await this.#parts.outbox.rows();
    const ripe = this.#ordered(rows.filter((row) => this.#ageOf(row) >= this.#limits.minAgeMs));
    const waiting = new Set(ripe);
    const unroutable = new Set<string>();
    this.#troubled = false;
    for (let i = 0; i < ripe.length && !this.#troubled; i += windowSize) {
      this.#troubled = await this.#window(ripe.slice(i, i + windowSize), waiting, unroutable);
    }
    this.#copied = new Set([...waiting].map(({ _id }) => _id).filter((id) => this.#copied.has(id)));
    return { unroutable: [...unroutable], waiting: [...waiting] };
  }

  #ageOf({ at }: OutboxRow): number {
    return this.#parts.engine.now().getTime() - at.getTime();
  }

  /** Oldest first; after a sweep that failed, from another place on, so that a window that can never pass does not block the rest. */
  #ordered(rows: OutboxRow[]): OutboxRow[] {
    const sorted = rows.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const from = this.#troubled ? Math.floor(this.#parts.engine.random() * sorted.length) : 0;
    return [...sorted.slice(from), ...sorted.slice(0, from)];
  }

  /** Publishes together what some rows name. True when all was refused: the broker is away, and the rest would wait in vain. */
  async #window(
    rows: readonly OutboxRow[],
    waiting: Set<OutboxRow>,
    unroutable: Set<string>,
  ): Promise<boolean> {
    const { outbox, publisher } = this.#parts;
    const looked = await Promise.all(rows.map((row) => this.#workOf(row)));
    for (const [index, row] of rows.entries()) if (looked[index] === 'nothing') waiting.delete(row);
    const sent = looked
      .filter((item) => typeof item === 'object')
      .flatMap(({ row, key, revision }) =>
        envelopesOf(key.aggregate, revision).map((message) => ({ row, message })),
      );
    const outcomes = await publishAll(
      publisher,
      sent.map(({ message }) => message),
    );
    const unsent = new Set(sent.filter((_, index) => outcomes[index] !== 'confirmed').map(({ row }) => row));
    for (const [index, { message }] of sent.entries())
      if (outcomes[index] === 'unroutable') unroutable.add(message.name);
    const done = looked.flatMap((item) =>
      typeof item === 'object' && !unsent.has(item.row) ? [item.row] : [],
    );
    await Promise.all(done.map((row) => outbox.remove(row._id)));
    for (const row of done) waiting.delete(row);
    return outcomes.length > 0 && outcomes.every((outcome) => outcome === 'failed');
  }

  /**
   * What a row asks for, its copy being brought up. `nothing`: it is a loser's, or its revision is not there (yet).
   * `unclear`: it could not be found out.
   */
  async #workOf(row: OutboxRow): Promise<Work | 'nothing' | 'unclear'> {
    const { engine, keeperOf } = this.#parts;
    const key = parseOutboxKey(row._id);
    const keeper = key && keeperOf(key.aggregate);
    if (!key || !keeper) {
      engine.logger.error({ row: row._id }, 'the outbox names an aggregate that this service does not keep');
      return 'unclear';
    }
    try {
      return await this.#look(row, key, keeper);
    } catch (error) {
      engine.logger.warn(
        { err: error, row: row._id },
        'a row of the outbox could not be worked on; it is tried again',
      );
      return 'unclear';
    }
  }

  async #look(row: OutboxRow, key: OutboxKey, keeper: AnyKeeper): Promise<Work | 'nothing'> {
    await keeper.prepare();
    const revision = await keeper.revisions.at(key.id, key.revision);
    if (revision?.attempt === key.attempt) {
      if (!this.#copied.has(row._id)) await keeper.copies.bring(revision, { force: true });
      this.#copied.add(row._id);
      return { row, key, revision };
    }
    if (revision || this.#ageOf(row) > this.#limits.abandonedMs) await this.#parts.outbox.remove(row._id);
    return 'nothing';
  }
}
