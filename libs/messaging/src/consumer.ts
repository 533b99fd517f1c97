import type { Channel, ConsumeMessage, Options } from 'amqplib';
import { type Broker, LastingChannel } from './broker.ts';
import { Bell } from './time.ts';

/** One delivery in work. It is settled exactly once, by its handler or, when the channel is gone, by the broker. */
export interface Delivery {
  readonly message: ConsumeMessage;
  /** False once the channel it came on is gone: the broker gives the message to someone else. */
  readonly held: () => boolean;
  ack(): void;
  /** Gives it back to the queue. */
  giveBack(): void;
  /** Sends without a confirm on the channel of the delivery; nothing when that is gone. */
  reply(queue: string, body: Buffer, options: Options.Publish): void;
}

export interface ConsumerOptions {
  readonly queue: string;
  /** Messages in work at once. */
  readonly prefetch: number;
  /** Milliseconds after which a handler that has not ended is reported. */
  readonly hungMs: number;
  handle(delivery: Delivery): Promise<void>;
}

interface Work {
  readonly what: string;
  readonly since: number;
  reported: boolean;
}

/** The channel that deliveries come from; acks mean something only while it is open. */
interface Source {
  readonly channel: Channel;
  open: boolean;
}

const cancelLimitMs = 2_000;

/** Consumes one queue for good: whatever ends the consumer, it declares the queue again and subscribes again. */
export class Consumer {
  readonly #broker: Broker;
  readonly #options: ConsumerOptions;
  readonly #work = new Set<Work>();
  readonly #idle = new Bell();
  readonly #channel: LastingChannel<Channel>;
  readonly #watch: NodeJS.Timeout;
  #tag: string | undefined;
  #lostAt = 0;

  constructor(broker: Broker, options: ConsumerOptions) {
    this.#broker = broker;
    this.#options = options;
    this.#channel = new LastingChannel<Channel>(broker, {
      name: `consuming ${options.queue}`,
      open: (model) => model.createChannel(),
      setup: (channel, again) => this.#subscribe(channel, again),
      lost: () => {
        this.#tag = undefined;
        this.#lostAt = performance.now();
      },
    });
    this.#watch = setInterval(() => this.#reportHung(), Math.min(options.hungMs, 5_000));
    this.#watch.unref();
  }

  get queue(): string {
    return this.#options.queue;
  }

  /** Messages in work at this moment. */
  get working(): number {
    return this.#work.size;
  }

  /** True as soon as the broker has confirmed the subscription; false when that takes longer than the limit. */
  async consuming(withinMs: number): Promise<boolean> {
    return (await this.#channel.usable(withinMs)) !== undefined;
  }

  problems(): string[] {
    const hung = [...this.#work]
      .filter(({ reported }) => reported)
      .map(({ what, since }) => `${what} runs for ${seconds(since)} s`);
    return [...this.#channel.problems(), ...hung];
  }

  /** Takes no more messages, lets those in work end within the limit, and gives the rest back. True when all ended. */
  async stop(withinMs: number): Promise<boolean> {
    await this.#cancel();
    const ended = await this.#idle.until(() => (this.#work.size === 0 ? true : undefined), withinMs);
    clearInterval(this.#watch);
    await this.#channel.close();
    return ended ?? false;
  }

  async #subscribe(channel: Channel, again: boolean): Promise<void> {
    // The queue may be the very thing that has gone.
    if (again) await this.#broker.mendTopology(this.#lostAt);
    const source: Source = { channel, open: true };
    channel.once('close', () => (source.open = false));
    await channel.prefetch(this.#options.prefetch);
    const { consumerTag } = await channel.consume(this.#options.queue, (message) => {
      if (message === null) this.#channel.renew(new Error('the broker cancelled the consumer'));
      else void this.#take(source, message);
    });
    this.#tag = consumerTag;
  }

  async #take(source: Source, message: ConsumeMessage): Promise<void> {
    const work: Work = {
      what: String(message.properties.type ?? 'a message'),
      since: performance.now(),
      reported: false,
    };
    this.#work.add(work);
    try {
      await this.#options.handle(deliveryOf(source, message, this.#broker));
    } catch (error) {
      // The handler settles everything itself; should it fail all the same, the broker still has the message.
      this.#broker.log.error({ err: error, queue: this.#options.queue }, 'a message could not be settled');
      this.#channel.renew(new Error('a message could not be settled'));
    } finally {
      this.#work.delete(work);
      if (this.#work.size === 0) this.#idle.ring();
    }
  }

  async #cancel(): Promise<void> {
    const channel = this.#channel.current;
    if (!channel || this.#tag === undefined) return;
    try {
      await Promise.race([
        channel.cancel(this.#tag),
        new Promise((resolve) => setTimeout(resolve, cancelLimitMs).unref()),
      ]);
    } catch {
      // The channel has gone, and the subscription with it.
    }
  }

  #reportHung(): void {
    for (const work of this.#work) {
      if (work.reported || performance.now() - work.since < this.#options.hungMs) continue;
      work.reported = true;
      this.#broker.log.error(
        { queue: this.#options.queue, what: work.what, seconds: seconds(work.since) },
        'a handler does not end',
      );
    }
  }
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1_000);
}

function deliveryOf(source: Source, message: ConsumeMessage, broker: Broker): Delivery {
  const { channel } = source;
  let settled = false;
  const onChannel = (act: () => void) => {
    if (!source.open) return;
    try {
      act();
    } catch {
      // It is closing at this moment: the broker takes the message back.
      source.open = false;
    }
  };
  const settle = (how: () => void) => {
    // A second ack would end the channel, and every neighbour's work with it.
    if (settled)
      return broker.log.error({ messageId: message.properties.messageId }, 'a message was settled twice');
    settled = true;
    onChannel(how);
  };
  return {
    message,
    held: () => source.open && !settled,
    ack: () => settle(() => channel.ack(message)),
    giveBack: () => settle(() => channel.nack(message, false, true)),
    reply: (queue, body, options) => onChannel(() => channel.publish('', queue, body, options)),
  };
}
