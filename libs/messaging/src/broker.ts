import { connect, type Channel, type ChannelModel } from 'amqplib';
import type { MessagingLog } from './log.ts';
import { backoff, Bell, pause, within } from './time.ts';
import { assertTopology, retryDelays } from './topology.ts';

export interface BrokerOptions {
  readonly url: string;
  /** Before every queue and exchange, so that several platforms share a broker; '' in production. */
  readonly prefix: string;
  /** The name of this process, shown by the broker beside its connection. */
  readonly instance: string;
  readonly logger: MessagingLog;
  /** How long the first connection may take, in milliseconds; later ones are tried for ever. */
  readonly firstConnectMs?: number;
  /** Delays before a message is tried again; other than the usual ones in tests only. */
  readonly delays?: readonly number[];
  /** Seconds between signs of life; silence of two to three of them ends a connection. */
  readonly heartbeat?: number;
}

/** What lives on the connection and wants to be told when it ends for good. */
interface Part {
  problems(): string[];
  close(): Promise<void>;
}

const openLimitMs = 5_000;
const topologyLimitMs = 30_000;
const closeLimitMs = 2_000;

/** The one connection of a process to the broker. It comes back by itself, and declares all queues whenever it does. */
export class Broker {
  readonly prefix: string;
  readonly delays: readonly number[];
  readonly log: MessagingLog;
  readonly #options: BrokerOptions;
  readonly #parts = new Set<Part>();
  readonly #bell = new Bell();
  readonly #end = new AbortController();
  #model: ChannelModel | undefined;
  #blocked: string | undefined;
  #trouble = 'not connected yet';
  #mending: Promise<void> | undefined;
  /** When the last declaration that succeeded had begun. */
  #declaredAt = 0;

  private constructor(options: BrokerOptions) {
    this.#options = options;
    this.prefix = options.prefix;
    this.delays = options.delays ?? retryDelays;
    this.log = options.logger;
  }

  /** Connects and declares the topology; tries again for a while, then fails with the last trouble. */
  static async connect(options: BrokerOptions): Promise<Broker> {
    const broker = new Broker(options);
    const { firstConnectMs = 30_000 } = options;
    void broker.#keep();
    if (await broker.connected(firstConnectMs)) return broker;
    const trouble = broker.#trouble;
    await broker.close();
    throw new Error(`the broker cannot be used: ${trouble} (tried for ${firstConnectMs} ms)`);
  }

  /** What is wrong, in words; empty when messages can be sent and every channel of this process stands. */
  ready(): string[] {
    if (!this.#model) return [`the broker is not connected: ${this.#trouble}`];
    const blocked = this.#blocked === undefined ? [] : [`the broker takes no messages: ${this.#blocked}`];
    return [...blocked, ...[...this.#parts].flatMap((part) => part.problems())];
  }

  /** The usable connection, as soon as there is one; undefined after the limit, at the signal, or when the broker is closed. */
  async connected(
    withinMs?: number,
    signal: AbortSignal = this.#end.signal,
  ): Promise<ChannelModel | undefined> {
    return this.#bell.until(() => this.#model, withinMs, AbortSignal.any([signal, this.#end.signal]));
  }

  /** The connection that stands at this moment. */
  get current(): ChannelModel | undefined {
    return this.#model;
  }

  /** Why the broker takes no messages now (disk or memory alarm); undefined when it does. */
  get blocked(): string | undefined {
    return this.#blocked;
  }

  get closing(): boolean {
    return this.#end.signal.aborted;
  }

  /**
   * Declares everything again, for a consumer whose queue may have gone before `lostAt` (of `performance.now()`); nothing when that
   * was done since, as it is with each new connection. Many askers share one round.
   */
  async mendTopology(lostAt: number): Promise<void> {
    const model = this.#model;
    if (!model) throw new Error('the broker is not connected');
    if (this.#declaredAt > lostAt) return;
    this.#mending ??= this.#declare(model).finally(() => (this.#mending = undefined));
    await this.#mending;
  }

  /** Adds a part that is told of the end and asked for its problems. */
  add(part: Part): void {
    this.#parts.add(part);
  }

  /** Ends a part's place here. */
  remove(part: Part): void {
    this.#parts.delete(part);
  }

  /** Closes all parts and the connection, within a bound. What is still unconfirmed is told as failed. */
  async close(): Promise<void> {
    if (this.closing) return;
    const model = this.#model;
    this.#end.abort();
    await Promise.all([...this.#parts].map((part) => part.close()));
    this.#model = undefined;
    this.#trouble = 'closed';
    if (model) await shut(model);
  }

  async #keep(): Promise<void> {
    for (let attempt = 0; !this.closing; attempt++) {
      try {
        const { model, ended } = await this.#open();
        if (this.closing) return await shut(model);
        attempt = 0;
        this.#model = model;
        this.#bell.ring();
        this.log.info({ instance: this.#options.instance }, 'connected to the broker');
        throw await ended;
      } catch (error) {
        this.#model = undefined;
        this.#blocked = undefined;
        this.#trouble = error instanceof Error ? error.message : String(error);
      }
      if (this.closing) return;
      this.log.warn({ reason: this.#trouble, attempt }, 'no broker; connecting again');
      await pause(backoff(attempt, 200, 3_000), this.#end.signal);
    }
  }

  async #open(): Promise<{ model: ChannelModel; ended: Promise<Error> }> {
    const model = await connect(withHeartbeat(this.#options.url, this.#options.heartbeat ?? 5), {
      noDelay: true,
      keepAlive: true,
      timeout: openLimitMs,
      clientProperties: { connection_name: this.#options.instance },
    });
    let last: Error | undefined;
    model.on('error', (error) => (last = error));
    model.on('blocked', (reason) => {
      this.#blocked = reason;
      this.log.warn({ reason }, 'the broker takes no messages');
    });
    model.on('unblocked', () => {
      this.#blocked = undefined;
      this.log.info({}, 'the broker takes messages again');
    });
    const ended = new Promise<Error>((resolve) => {
      model.on('close', (error) => resolve(error ?? last ?? new Error('the connection was closed')));
    });
    try {
      await this.#declare(model);
    } catch (error) {
      await shut(model);
      throw error;
    }
    return { model, ended };
  }

  async #declare(model: ChannelModel): Promise<void> {
    const begun = performance.now();
    const channel = await within(openLimitMs, 'opening a channel', model.createChannel());
    // The failed declaration tells the same.
    channel.on('error', () => {});
    await within(topologyLimitMs, 'declaring the queues', assertTopology(channel, this.prefix, this.delays));
    this.#declaredAt = begun;
    await within(closeLimitMs, 'closing a channel', channel.close());
  }
}

export interface LastingOptions<C extends Channel> {
  /** What the channel is for, as readiness names it. */
  readonly name: string;
  open(model: ChannelModel): Promise<C>;
  /** Prepares a fresh channel; `again` when there was one before. */
  setup(channel: C, again: boolean): Promise<void>;
  /** The channel is gone, with all that was under way on it. */
  lost(reason: Error): void;
}

/** A channel that is opened and prepared again whenever it, a consumer on it, or the connection ends. */
export class LastingChannel<C extends Channel> {
  readonly #broker: Broker;
  readonly #options: LastingOptions<C>;
  readonly #end = new AbortController();
  readonly #bell = new Bell();
  readonly #kept: Promise<void>;
  #channel: C | undefined;
  #ended: ((reason: Error) => void) | undefined;
  #trouble = 'not open yet';

  constructor(broker: Broker, options: LastingOptions<C>) {
    this.#broker = broker;
    this.#options = options;
    broker.add(this);
    this.#kept = this.#keep();
  }

  /** The channel when it is usable at this moment. */
  get current(): C | undefined {
    return this.#channel;
  }

  /** The channel, as soon as it is usable; undefined after the limit or when it was closed. */
  async usable(withinMs: number): Promise<C | undefined> {
    const found = await this.#bell.until(
      () => this.#channel ?? (this.#end.signal.aborted ? null : undefined),
      withinMs,
    );
    return found ?? undefined;
  }

  problems(): string[] {
    return this.#channel ? [] : [`${this.#options.name}: ${this.#trouble}`];
  }

  /** Gives the channel up and opens another, for instance when the broker cancelled a consumer on it. */
  renew(reason: Error): void {
    this.#ended?.(reason);
  }

  async close(): Promise<void> {
    this.#end.abort();
    this.#ended?.(new Error('closed'));
    this.#bell.ring();
    this.#broker.remove(this);
    await this.#kept;
  }

  async #keep(): Promise<void> {
    for (let attempt = 0, again = false; !this.#end.signal.aborted; attempt++) {
      const model = await this.#broker.connected(undefined, this.#end.signal);
      if (!model || this.#end.signal.aborted) return;
      const since = performance.now();
      const reason = await this.#use(model, again).catch((error: unknown) => error as Error);
      again = true;
      // A cut connection is not the channel's fault, and one that lived for a while deserves a quick return.
      if (this.#broker.current !== model || performance.now() - since > 3_000) attempt = 0;
      if (this.#end.signal.aborted) return;
      this.#broker.log.warn(
        { channel: this.#options.name, reason: reason.message },
        'channel ended; opening again',
      );
      await pause(backoff(attempt, 50, 2_000), this.#end.signal);
    }
  }

  async #use(model: ChannelModel, again: boolean): Promise<Error> {
    const channel = await within(openLimitMs, 'opening a channel', this.#options.open(model));
    let last: Error | undefined;
    channel.on('error', (error) => (last = error));
    const ended = new Promise<Error>((resolve) => {
      this.#ended = resolve;
      channel.on('close', () => resolve(last ?? new Error('the channel was closed')));
    });
    let reason: Error;
    try {
      const gone = ended.then((why) => Promise.reject(why));
      const prepared = Promise.race([this.#options.setup(channel, again), gone]);
      await within(topologyLimitMs, `preparing ${this.#options.name}`, prepared);
      this.#channel = channel;
      this.#bell.ring();
      reason = await ended;
    } catch (error) {
      reason = error instanceof Error ? error : new Error(String(error));
    }
    this.#channel = undefined;
    this.#ended = undefined;
    this.#trouble = reason.message;
    this.#options.lost(reason);
    await within(closeLimitMs, 'closing a channel', channel.close()).catch(() => {});
    return reason;
  }
}

function withHeartbeat(url: string, seconds: number): string {
  const parsed = new URL(url);
  if (!parsed.searchParams.has('heartbeat')) parsed.searchParams.set('heartbeat', String(seconds));
  return parsed.toString();
}

/** Closes a connection politely, and then in any case. */
async function shut(model: ChannelModel): Promise<void> {
  try {
    await within(closeLimitMs, 'closing the connection', model.close());
  } catch {
    const { stream } = model.connection as unknown as { stream: { destroy(error: Error): void } };
    stream.destroy(new Error('closed by us'));
  }
}
