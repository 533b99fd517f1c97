import type { OutboxRow } from './rows.ts';
import { patiently } from './retry.ts';
import { Sweep } from './sweep.ts';
import type { SweepLimits, SweepParts } from './sweep.ts';

export interface RelayOptions extends SweepLimits {
  /** Between two sweeps. */
  readonly intervalMs: number;
  /** Messages that wait longer are an alarm. */
  readonly alarmMs: number;
  /** Between two audits of everything. */
  readonly auditMs: number;
}

const day = 24 * 3_600_000;
export const relayDefaults: RelayOptions = {
  intervalMs: 2_000,
  minAgeMs: 3_000,
  abandonedMs: day,
  alarmMs: 60_000,
  auditMs: day,
};

/** Something waits that should not: messages that no queue wants, or that are older than a minute. */
export interface OutboxAlarm {
  /** Names of the messages that no queue wanted in this sweep. */
  readonly unroutable: readonly string[];
  /** Revisions whose messages wait. */
  readonly rows: number;
  readonly oldestMs: number;
}

export interface RelayParts extends SweepParts {
  readonly audit: () => Promise<unknown>;
  readonly alarm?: (alarm: OutboxAlarm) => void;
}

/** Publishes what a crash, a full tail or an absent broker left in the outbox, brings its copies up, and audits once a day. */
export class OutboxRelay {
  readonly #parts: RelayParts;
  readonly #options: RelayOptions;
  readonly #sweep: Sweep;
  #running: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #nextAudit = Number.POSITIVE_INFINITY;
  #lastLogged = Number.NEGATIVE_INFINITY;
  #started = false;

  constructor(parts: RelayParts, options: RelayOptions = relayDefaults) {
    this.#parts = parts;
    this.#options = options;
    this.#sweep = new Sweep(parts, options);
  }

  /** Sweeps now and then until {@link stop}; audits once a day, for the first time within the hour. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#nextAudit = this.#now() + Math.min(this.#options.auditMs, 3_600_000) * this.#parts.engine.random();
    this.#again(0);
  }

  /** Begins nothing new and waits for what runs. */
  async stop(): Promise<void> {
    this.#started = false;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** Rows of the outbox, those of running changes among them, and the age of the oldest in milliseconds (real time). */
  async pending(): Promise<{ rows: number; oldestMs: number }> {
    return this.#age(await patiently(() => this.#parts.outbox.rows(), this.#parts.engine.random));
  }

  /** One sweep. */
  async sweep(): Promise<void> {
    const { unroutable, waiting } = await this.#sweep.run();
    this.#tell({ unroutable, ...this.#age(waiting) });
  }

  #again(ms: number): void {
    if (!this.#started) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#pass().finally(() => this.#again(this.#options.intervalMs));
    }, ms);
    this.#timer.unref();
  }

  async #pass(): Promise<void> {
    try {
      await this.sweep();
      if (this.#now() < this.#nextAudit) return;
      this.#nextAudit = this.#now() + this.#options.auditMs;
      await this.#parts.audit();
    } catch (error) {
      this.#parts.engine.logger.warn({ err: error }, 'the sweep of the outbox failed; it is tried again');
    }
  }

  #now(): number {
    return this.#parts.engine.now().getTime();
  }

  #age(rows: readonly OutboxRow[]): { rows: number; oldestMs: number } {
    const oldest = rows.reduce((min, { at }) => Math.min(min, at.getTime()), this.#now());
    return { rows: rows.length, oldestMs: this.#now() - oldest };
  }

  /** The alarm is told at every sweep, the log once a minute. */
  #tell(alarm: OutboxAlarm): void {
    if (alarm.unroutable.length === 0 && alarm.oldestMs < this.#options.alarmMs) return;
    this.#parts.alarm?.(alarm);
    if (this.#now() - this.#lastLogged < 60_000) return;
    this.#lastLogged = this.#now();
    this.#parts.engine.logger.error(alarm, 'messages wait in the outbox that should be gone');
  }
}
