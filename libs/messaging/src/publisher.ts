import type { Envelope } from '@admissions/contracts/message';
import { ProblemError } from '@admissions/contracts/problem';
import type { ConfirmChannel, Message, Options } from 'amqplib';
import { type Broker, LastingChannel } from './broker.ts';
import type { MessagingLog } from './log.ts';
import { Slots } from './time.ts';
import { exchangeName } from './topology.ts';
import { encode } from './wire.ts';

/** What became of one message: in a queue and on disk; without any queue; or not known to have arrived. */
export type PublishOutcome = 'confirmed' | 'unroutable' | 'failed';

export interface EventPublisherOptions {
  readonly logger: MessagingLog;
  /** Messages in flight at once; 64–256 reach most of what the broker can do. */
  readonly window?: number;
  /** Milliseconds after which an unconfirmed message counts as failed. */
  readonly confirmMs?: number;
}

/** Publishes messages and tells the outcome of each. The outbox keeps them; this holds nothing beyond its window. */
export class EventPublisher {
  readonly #window: ConfirmWindow;
  readonly #exchange: string;
  readonly #log: MessagingLog;

  constructor(broker: Broker, { logger, window, confirmMs }: EventPublisherOptions) {
    this.#window = new ConfirmWindow(broker, { name: 'publishing messages', window, confirmMs });
    this.#exchange = exchangeName(broker.prefix);
    this.#log = logger;
  }

  /** The outcome of each, in the same order. Never rejects; `failed` may be published again, it may also have arrived. */
  async publish(messages: readonly Envelope[]): Promise<readonly PublishOutcome[]> {
    return Promise.all(messages.map((message) => this.#publishOne(message)));
  }

  /** Gives the channel back. What is in flight is told as failed. */
  async close(): Promise<void> {
    await this.#window.close();
  }

  async #publishOne(message: Envelope): Promise<PublishOutcome> {
    try {
      return await this.#window.send(this.#exchange, message.name, () => encode(message), {
        messageId: message.id,
        correlationId: message.correlationId,
        type: message.name,
        persistent: true,
      });
    } catch (error) {
      this.#log.error({ err: error, messageId: message.id, name: message.name }, 'a message cannot be sent');
      return 'failed';
    }
  }
}

interface InFlight {
  readonly messageId: string | undefined;
  returned: boolean;
  tell(outcome: PublishOutcome): void;
}

/** How long a message waits for a channel that is just coming back. */
const graceMs = 1_000;

export interface WindowOptions {
  readonly name: string;
  readonly window?: number | undefined;
  readonly confirmMs?: number | undefined;
}

/** A confirm channel with a bounded number of messages in flight. Every message is mandatory. */
export class ConfirmWindow {
  readonly #broker: Broker;
  readonly #confirmMs: number;
  readonly #channel: LastingChannel<ConfirmChannel>;
  readonly #inFlight = new Set<InFlight>();
  readonly #slots: Slots;

  constructor(broker: Broker, { name, window = 128, confirmMs = 10_000 }: WindowOptions) {
    this.#broker = broker;
    this.#slots = new Slots(window);
    this.#confirmMs = confirmMs;
    this.#channel = new LastingChannel<ConfirmChannel>(broker, {
      name,
      open: (model) => model.createConfirmChannel(),
      setup: async (channel) => void channel.on('return', (message: Message) => this.#markReturned(message)),
      lost: () => this.#slots.refuse(),
    });
  }

  get current(): ConfirmChannel | undefined {
    return this.#channel.current;
  }

  async usable(withinMs: number): Promise<ConfirmChannel | undefined> {
    return this.#channel.usable(withinMs);
  }

  /**
   * Sends one message when there is room, and tells its outcome: within a second when the broker is away, at once when it takes no messages, else within the limit.
   * The body is made only when it is sent. Rejects only when it cannot be made.
   */
  async send(
    exchange: string,
    key: string,
    body: () => Buffer,
    options: Options.Publish,
  ): Promise<PublishOutcome> {
    const end = performance.now() + this.#confirmMs;
    if (!this.#channel.current) await this.#channel.usable(Math.min(graceMs, this.#confirmMs));
    if (!this.#channel.current || this.#broker.blocked !== undefined) return 'failed';
    if (!(await this.#slots.take(end - performance.now()))) return 'failed';
    return this.#sendNow(exchange, key, body, options, end);
  }

  async close(): Promise<void> {
    await this.#channel.close();
  }

  #sendNow(
    exchange: string,
    key: string,
    body: () => Buffer,
    options: Options.Publish,
    end: number,
  ): Promise<PublishOutcome> {
    return new Promise((tell, fail) => {
      const flight: InFlight = { messageId: options.messageId, returned: false, tell };
      const timer = setTimeout(() => this.#late(flight), Math.max(1, end - performance.now()));
      const settle = (error: unknown) => {
        clearTimeout(timer);
        this.#inFlight.delete(flight);
        tell(error ? 'failed' : flight.returned ? 'unroutable' : 'confirmed');
        this.#slots.release();
      };
      this.#inFlight.add(flight);
      const all = { contentType: 'application/json', mandatory: true, ...options };
      try {
        const channel = this.#channel.current;
        const content = body();
        if (channel && this.#broker.blocked === undefined)
          channel.publish(exchange, key, content, all, settle);
        else settle(new Error('the channel has gone'));
      } catch (error) {
        // Told before the outcome: a body that cannot be made is the sender's fault.
        if (error instanceof ProblemError) fail(error);
        settle(error);
      }
    });
  }

  // A slot stays taken until the channel settles it, so that a stuck broker is not sent more and more.
  #late(flight: InFlight): void {
    flight.tell('failed');
    if (this.#broker.blocked === undefined)
      this.#channel.renew(new Error(`no confirm within ${this.#confirmMs} ms`));
  }

  #markReturned(message: Message): void {
    for (const flight of this.#inFlight) {
      if (flight.messageId !== message.properties.messageId || flight.returned) continue;
      flight.returned = true;
      return;
    }
  }
}
