import { randomUUID } from 'node:crypto';
import type { CallDefinition, InputOf, OutputOf } from '@admissions/contracts/call';
import { ProblemError } from '@admissions/contracts/problem';
import type { Channel, ConsumeMessage } from 'amqplib';
import { type Broker, LastingChannel } from './broker.ts';
import type { MessagingLog } from './log.ts';
import { ConfirmWindow } from './publisher.ts';
import { queueName } from './topology.ts';
import { encode, replyOf, requestHeaders } from './wire.ts';

export interface RpcClientOptions {
  readonly logger: MessagingLog;
  /** Deadline of a call that names none, in milliseconds. */
  readonly deadlineMs?: number;
  /** Calls under way at once; further ones are refused with `busy`. */
  readonly most?: number;
}

export interface CallOptions {
  /** The signed subject, made for the service that is called. */
  readonly token: string;
  readonly correlationId: string;
  readonly idempotencyKey?: string;
  /** Milliseconds from now. */
  readonly deadlineMs?: number;
}

interface Pending {
  readonly call: string;
  settle(body: Buffer): void;
  fail(error: ProblemError): void;
}

/** How long a call waits for a connection that is just coming back. */
const graceMs = 1_000;

/** Calls services over the broker. Every call ends by its deadline, with an answer or with a problem. */
export class RpcClient {
  readonly #broker: Broker;
  readonly #log: MessagingLog;
  readonly #deadlineMs: number;
  readonly #most: number;
  readonly #pending = new Map<string, Pending>();
  readonly #requests: ConfirmWindow;
  readonly #replies: LastingChannel<Channel>;
  #replyTo = '';
  #underWay = 0;

  constructor(broker: Broker, { logger, deadlineMs = 10_000, most = 5_000 }: RpcClientOptions) {
    this.#broker = broker;
    this.#log = logger;
    this.#deadlineMs = deadlineMs;
    this.#most = most;
    this.#requests = new ConfirmWindow(broker, { name: 'sending calls', window: 256 });
    this.#replies = new LastingChannel(broker, {
      name: 'receiving answers',
      open: (model) => model.createChannel(),
      setup: (channel) => this.#listen(channel),
      lost: () => this.#failAll(),
    });
  }

  /**
   * The answer of the service. Throws {@link ProblemError}: the service's own refusal; `service-unavailable` at once when broker or service
   * is away; `deadline-exceeded` when no answer came. The latter two may be repeated with the same idempotency key.
   */
  async call<C extends CallDefinition>(
    call: C,
    input: InputOf<C>,
    options: CallOptions,
  ): Promise<OutputOf<C>> {
    const deadlineMs = Math.max(1, Math.ceil(options.deadlineMs ?? this.#deadlineMs));
    const deadline = Date.now() + deadlineMs;
    const end = performance.now() + deadlineMs;
    const body = encode({ input });
    if (this.#underWay >= this.#most) throw new ProblemError('busy', undefined, { retryAfter: 1 });
    this.#underWay++;
    try {
      await this.#usable(Math.min(graceMs, deadlineMs));
      // The service has checked its output; a newer one may know more than we do, and our clients are told so.
      return (await this.#ask(call, body, options, deadline, end)) as OutputOf<C>;
    } finally {
      this.#underWay--;
    }
  }

  /** Gives the channels back; calls under way end as `service-unavailable`. */
  async close(): Promise<void> {
    await Promise.all([this.#requests.close(), this.#replies.close()]);
  }

  async #usable(ms: number): Promise<void> {
    if (this.#broker.blocked !== undefined) throw unavailable('The broker takes no messages');
    if (this.#replies.current && this.#requests.current) return;
    const [replies, requests] = await Promise.all([this.#replies.usable(ms), this.#requests.usable(ms)]);
    if (!replies || !requests) throw unavailable('The broker is not reachable');
  }

  #ask(
    call: CallDefinition,
    body: Buffer,
    options: CallOptions,
    deadline: number,
    end: number,
  ): Promise<unknown> {
    const id = randomUUID();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.#pending.get(id)?.fail(late()),
        Math.max(1, end - performance.now()),
      );
      const finish = () => {
        clearTimeout(timer);
        this.#pending.delete(id);
      };
      this.#pending.set(id, {
        call: call.name,
        settle: (answer) => {
          finish();
          settleWith(answer, resolve, reject);
        },
        fail: (error) => {
          finish();
          reject(error);
        },
      });
      void this.#send(id, call, body, options, deadline);
    });
  }

  async #send(
    id: string,
    call: CallDefinition,
    body: Buffer,
    options: CallOptions,
    deadline: number,
  ): Promise<void> {
    const { token, correlationId, idempotencyKey } = options;
    const queue = queueName(this.#broker.prefix, call.service, 'rpc');
    const left = deadline - Date.now();
    const outcome = await this.#requests.send('', queue, () => body, {
      messageId: id,
      correlationId: id,
      replyTo: this.#replyTo,
      type: call.name,
      // The broker throws the request away when nobody waits any longer.
      expiration: String(Math.max(1, left)),
      headers: requestHeaders({ call: call.name, token, correlationId, idempotencyKey, deadline }),
    });
    if (outcome === 'confirmed') return;
    // Unroutable: no queue of this name. Failed: the queue is full, or the connection was cut.
    this.#pending.get(id)?.fail(unavailable(`${call.service} is not reachable`));
  }

  async #listen(channel: Channel): Promise<void> {
    // Exclusive: it goes with the connection, so that answers to calls that nobody waits for do not pile up.
    const name = `${this.#broker.prefix}reply.${randomUUID()}`;
    const options = {
      exclusive: true,
      durable: false,
      autoDelete: true,
      arguments: { 'x-queue-type': 'classic' },
    };
    await channel.assertQueue(name, options);
    await channel.consume(name, (message) => this.#receive(message), { noAck: true, exclusive: true });
    this.#replyTo = name;
  }

  #receive(message: ConsumeMessage | null): void {
    if (message === null)
      return this.#replies.renew(new Error('the broker cancelled the consumer of answers'));
    const pending = this.#pending.get(message.properties.correlationId as string);
    if (pending) return pending.settle(message.content);
    this.#log.debug({ id: message.properties.correlationId }, 'an answer came after its deadline');
  }

  #failAll(): void {
    for (const pending of this.#pending.values())
      pending.fail(unavailable('The connection to the broker was cut'));
  }
}

function settleWith(body: Buffer, resolve: (output: unknown) => void, reject: (error: Error) => void): void {
  try {
    const reply = replyOf(body);
    if ('ok' in reply) return resolve(reply.ok);
    const { code, detail, ...more } = reply.problem;
    reject(new ProblemError(code, detail, more));
  } catch (cause) {
    reject(new ProblemError('internal-error', undefined, {}, { cause }));
  }
}

function unavailable(detail: string): ProblemError {
  return new ProblemError('service-unavailable', detail, { retryAfter: 1 });
}

function late(): ProblemError {
  return new ProblemError('deadline-exceeded', undefined, { retryAfter: 1 });
}
