import type { Clock } from '@admissions/clock/clock';
import type { Aggregate, DueDeadline } from './aggregate.ts';
import { audit } from './audit.ts';
import type { AuditReport } from './audit.ts';
import { claimAggregate, Claims } from './claims.ts';
import { connect, Prepared } from './connection.ts';
import { Deadlines } from './deadlines.ts';
import { Documents } from './documents.ts';
import type { Engine } from './engine.ts';
import { noFaults } from './fault-points.ts';
import type { FaultPoints } from './fault-points.ts';
import { FollowUp } from './follow-up.ts';
import { Inbox } from './inbox.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { assertKebab } from './keys.ts';
import type { AnyKeeper } from './keeper.ts';
import type { Logger } from './logger.ts';
import { OutboxRelay, relayDefaults } from './outbox.relay.ts';
import type { OutboxAlarm, RelayOptions } from './outbox.relay.ts';
import { Outbox } from './outbox.ts';
import { dueDeadlines } from './polling.ts';
import type { Publisher } from './publisher.ts';
import { patiently } from './retry.ts';
import { seriesAggregate } from './series.ts';
import { StreamStore } from './stream.store.ts';
import { Tails } from './tails.ts';

export interface StoreOptions {
  url: string;
  /** One database per service. */
  database: string;
  publisher: Publisher;
  /** Business time: the `at` of revisions. Ages and limits use real time. */
  clock: Clock;
  logger: Logger;
  /** Connections of this process; 5 to 10 serve best (store measurements, 5). */
  poolSize?: number;
  faults?: FaultPoints;
  relay?: Partial<RelayOptions>;
  /** Told at every sweep while messages wait that should be gone. */
  alarm?: (alarm: OutboxAlarm) => void;
  /** How long opening waits for a database that does not answer. */
  openWithinMs?: number;
  /** How long closing waits for what follows the last changes. */
  drainMs?: number;
  /** Real time; tests move it. */
  now?: () => Date;
  /** 0 to 1; tests repeat it. */
  random?: () => number;
}

const tailsAtOnce = 32;
const tailPatienceMs = 250;

/** One per process: the only way in which a service changes and reads its data. */
export class Store {
  readonly inbox: Inbox;
  readonly claims: Claims;
  readonly outbox: OutboxRelay;
  readonly #engine: Engine;
  readonly #deadlines: Deadlines;
  readonly #outbox: Outbox;
  readonly #followUp: FollowUp;
  readonly #drainMs: number;
  readonly #keepers = new Map<string, AnyKeeper>();
  readonly #collections = new Map<string, Documents<object>>();

  private constructor(engine: Engine, options: StoreOptions) {
    const { publisher, alarm, relay } = options;
    this.#engine = engine;
    this.#drainMs = options.drainMs ?? 10_000;
    this.#deadlines = new Deadlines(engine);
    this.#outbox = new Outbox(engine);
    this.#followUp = new FollowUp(engine, this.#outbox, publisher);
    this.inbox = new Inbox(engine);
    this.claims = new Claims(engine, this.streams(claimAggregate));
    this.streams(seriesAggregate);
    const keeperOf = (aggregate: string): AnyKeeper | undefined => this.#keepers.get(aggregate);
    const parts = { engine, outbox: this.#outbox, publisher, keeperOf, audit: () => this.audit(), alarm };
    this.outbox = new OutboxRelay(parts, { ...relayDefaults, ...relay });
  }

  /** Connects; waits `openWithinMs` (half a minute) for a server that is starting. The sweep begins with `outbox.start()`. */
  static async open(options: StoreOptions): Promise<Store> {
    const { clock, logger, faults = noFaults, now = () => new Date(), random = Math.random } = options;
    const connection = await connect(
      options.url,
      options.database,
      options.poolSize ?? 8,
      options.openWithinMs ?? 30_000,
    );
    const tails = new Tails(tailsAtOnce, tailPatienceMs, (error) =>
      logger.warn({ err: error }, 'what follows a change failed; the sweep does it again'),
    );
    const queue = new KeyedQueue();
    const engine = { connection, prepared: new Prepared(), clock, now, random, logger, faults, queue, tails };
    return new Store(engine, options);
  }

  /** The streams of an aggregate. Every aggregate of a service is asked for at boot, so that the sweep knows it. */
  streams<S>(aggregate: Aggregate<S>): StreamStore<S> {
    const known = this.#keepers.get(aggregate.name);
    if (known && known.aggregate !== aggregate) throw new Error(`two aggregates are named ${aggregate.name}`);
    if (known) return known as StreamStore<S>;
    assertKebab(aggregate.name, 'the name of an aggregate');
    const { inbox } = this;
    const parts = {
      engine: this.#engine,
      deadlines: this.#deadlines,
      outbox: this.#outbox,
      followUp: this.#followUp,
      inbox,
    };
    const streams = new StreamStore<S>(parts, aggregate);
    this.#keepers.set(aggregate.name, streams as AnyKeeper);
    return streams;
  }

  /** Plain documents that are not aggregates. `indexes`: fields that their owner filters by equality. */
  collection<T extends object>(name: string, indexes: readonly string[] = []): Documents<T> {
    const known = this.#collections.get(name) ?? new Documents<T>(this.#engine, name, indexes);
    this.#collections.set(name, known as Documents<object>);
    return known as Documents<T>;
  }

  /** Open deadlines whose (business) time has come, earliest first, at most `limit`; each was found in the newest state. */
  async due(now: Date, limit: number): Promise<DueDeadline[]> {
    await this.#deadlines.prepare();
    const keeperOf = (aggregate: string): AnyKeeper | undefined => this.#keepers.get(aggregate);
    const parts = { engine: this.#engine, deadlines: this.#deadlines, keeperOf };
    return patiently(() => dueDeadlines(parts, now, limit), this.#engine.random);
  }

  /** Looks at every copy, deadline and erasure and mends them. The relay calls it once a day. */
  async audit(): Promise<AuditReport> {
    const keepers = (): readonly AnyKeeper[] => [...this.#keepers.values()];
    const parts = {
      engine: this.#engine,
      deadlines: this.#deadlines,
      outbox: this.#outbox,
      followUp: this.#followUp,
    };
    return audit({ ...parts, keepers });
  }

  /** Problems that keep this store from working; none: it is ready. */
  async ready(): Promise<string[]> {
    const { db } = this.#engine.connection;
    if (!db) return ['the database is not connected'];
    const ping = db.command({ ping: 1 });
    const late = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error('no answer within 2 s')), 2_000).unref(),
    );
    ping.catch(() => undefined);
    return Promise.race([ping, late]).then(
      () => [],
      (error: unknown) => [
        `the database does not answer: ${error instanceof Error ? error.message : String(error)}`,
      ],
    );
  }

  /** Ends the sweep, lets what follows the last changes end (`drainMs` at most), and disconnects. */
  async close(): Promise<void> {
    await this.outbox.stop();
    const drained = await this.#engine.tails.drain(this.#drainMs);
    if (!drained)
      this.#engine.logger.warn(
        { left: this.#engine.tails.running },
        'closed before all was published; the sweep goes on',
      );
    await this.#engine.prepared.settled();
    await this.#engine.connection.close();
  }
}
