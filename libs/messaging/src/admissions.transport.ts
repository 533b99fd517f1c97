import type { CallDefinition } from '@admissions/contracts/call';
import { callsOf, followedBy } from '@admissions/contracts/catalogue';
import type { MessageDefinition } from '@admissions/contracts/message';
import type { Service } from '@admissions/contracts/services';
import type { SubjectVerifier } from '@admissions/identity/subject-token';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { Answering, type Answerer } from './answering.ts';
import type { Broker } from './broker.ts';
import { Consumer, type Delivery } from './consumer.ts';
import { Following, type Follower } from './following.ts';
import type { Followed } from './handlers.ts';
import type { MessagingLog } from './log.ts';
import { ConfirmWindow } from './publisher.ts';
import { answeringServices, homeOf, homesOf, queueName } from './topology.ts';

/** Messages in work at once, by queue. Slow work and mail go one by one: after a crash at most one is done twice. */
const usualPrefetch = { rpc: 64, events: 32, slow: 1, suspects: 1 } as const;
type Prefetch = Record<keyof typeof usualPrefetch, number>;

export interface TransportOptions {
  readonly service: Service;
  readonly broker: Broker;
  readonly verifier: SubjectVerifier;
  readonly logger: MessagingLog;
  readonly prefetch?: Partial<Prefetch>;
  /** Tries before a message that fails is put aside; with the usual delays, 40 are about six hours. */
  readonly tries?: number;
  /** How long work that was begun may take when the process stops, in milliseconds. */
  readonly drainMs?: number;
  /** Milliseconds after which a handler that has not ended is reported, and the process is not ready; five times that for slow work. */
  readonly hungMs?: number;
}

/** Brings calls and messages from the broker to the handlers of one service, and settles each exactly once. */
export class AdmissionsTransport extends Server implements CustomTransportStrategy {
  // Nest must not log failures of handlers a second time: they end here.
  override readonly propagatesEventHandlerErrors = true;
  readonly #options: Required<Omit<TransportOptions, 'prefetch'>> & { prefetch: Prefetch };
  readonly #answerers = new Map<string, Answerer>();
  readonly #followers = new Map<string, Follower>();
  readonly #end = new AbortController();
  #consumers: Consumer[] = [];
  #publisher: ConfirmWindow | undefined;

  constructor({ prefetch, ...options }: TransportOptions) {
    super();
    const usual = { tries: 40, drainMs: 25_000, hungMs: 60_000 };
    this.#options = { ...usual, ...options, prefetch: { ...usualPrefetch, ...prefetch } };
  }

  /** Called by Nest for each handler; refuses what could never work, so that it is seen at the start. */
  override addHandler(
    pattern: string,
    handler: MessageHandler,
    isEvent = false,
    extras: Record<string, unknown> = {},
  ): void {
    super.addHandler(pattern, handler, isEvent, extras);
    const { call, message } = extras as { call?: CallDefinition; message?: MessageDefinition };
    if (call) this.#addAnswerer(call, handler);
    else if (message) this.#addFollower(message, handler);
    else throw new Error(`${pattern}: handlers are marked with @Answers or @Follows`);
  }

  /** What is wrong with the consumers, in words; empty when all of them consume and no handler hangs. */
  problems(): string[] {
    if (this.#consumers.length === 0 && this.#queues().length > 0) return ['not consuming yet'];
    return this.#consumers.flatMap((consumer) => consumer.problems());
  }

  /** Subscribes to the queues of the service; calls back when the broker has confirmed all of it. */
  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      await this.#start();
    } catch (error) {
      return callback(error);
    }
    callback();
  }

  /** Takes no more work, finishes what was begun within the bound, then gives the channels back. */
  async close(): Promise<void> {
    const ended = await Promise.all(this.#consumers.map((consumer) => consumer.stop(this.#options.drainMs)));
    this.#end.abort();
    if (ended.includes(false)) {
      this.#options.logger.error(
        { service: this.#options.service },
        'some work did not end in time; the broker gives it to another process',
      );
    }
    await this.#publisher?.close();
  }

  on(): void {
    throw new Error('this transport has no events; ask problems()');
  }

  unwrap<T>(): T {
    return this.#options.broker as T;
  }

  async #start(): Promise<void> {
    const { broker, service, logger } = this.#options;
    this.#warnOfMissingHandlers();
    this.#publisher = new ConfirmWindow(broker, { name: `moving messages of ${service}` });
    const answering = this.#answering();
    const following = this.#following(this.#publisher);
    this.#consumers = this.#queues().map((kind) => {
      const handle = (delivery: Delivery) =>
        kind === 'rpc' ? answering.handle(delivery) : following.handle(kind, delivery);
      return this.#consume(kind, handle);
    });
    await Promise.all(this.#consumers.map(awaitConsuming));
    logger.info({ service, queues: this.#consumers.map(({ queue }) => queue) }, 'consuming');
  }

  #consume(kind: keyof Prefetch, handle: (delivery: Delivery) => Promise<void>): Consumer {
    const { broker, service, prefetch } = this.#options;
    const quick = kind === 'rpc' || kind === 'events';
    const hungMs = quick ? this.#options.hungMs : 5 * this.#options.hungMs;
    return new Consumer(broker, {
      queue: queueName(broker.prefix, service, kind),
      prefetch: prefetch[kind],
      hungMs,
      handle,
    });
  }

  #queues(): (keyof Prefetch)[] {
    const { service } = this.#options;
    const homes = homesOf(service);
    const rpc = (answeringServices() as Service[]).includes(service) ? (['rpc'] as const) : [];
    return [...rpc, ...homes, ...(homes.length > 0 ? (['suspects'] as const) : [])];
  }

  #answering(): Answering {
    const { verifier, logger } = this.#options;
    return new Answering({ verifier, log: logger, find: (call) => this.#answerers.get(call) });
  }

  #following(publisher: ConfirmWindow): Following {
    const { broker, service, tries, logger } = this.#options;
    return new Following({
      service,
      prefix: broker.prefix,
      delays: broker.delays,
      tries,
      log: logger,
      publisher,
      stopping: this.#end.signal,
      find: (message) => this.#followers.get(message),
    });
  }

  #addAnswerer(call: CallDefinition, handler: MessageHandler): void {
    if (call.service !== this.#options.service)
      throw new Error(`${call.name} is answered by ${call.service}, not ${this.#options.service}`);
    if (this.#answerers.has(call.name)) throw new Error(`${call.name} has two handlers`);
    this.#answerers.set(call.name, { call, run: (input, context) => resultOf(handler(input, context)) });
  }

  #addFollower(message: MessageDefinition, handler: MessageHandler): void {
    const { service } = this.#options;
    if (!homeOf(service, message.name))
      throw new Error(`the catalogue does not name ${service} as a follower of ${message.name}`);
    // Two would be tried again together when one of them failed.
    if (this.#followers.has(message.name)) throw new Error(`${message.name} has two followers in ${service}`);
    this.#followers.set(message.name, {
      message,
      run: (data, context) => resultOf(handler(data, context)) as Promise<Followed>,
    });
  }

  #warnOfMissingHandlers(): void {
    const { service, logger } = this.#options;
    const calls =
      service === 'gateway' ? [] : callsOf(service).filter(({ name }) => !this.#answerers.has(name));
    const followed = [...followedBy(service, false), ...followedBy(service, true)].filter(
      ({ name }) => !this.#followers.has(name),
    );
    for (const { name } of [...calls, ...followed])
      logger.warn({ service, name }, 'the catalogue gives this to the service, and no handler takes it');
  }
}

/** Nest hands back promises, values, or streams: the last value of a stream counts. */
async function resultOf(returned: unknown): Promise<unknown> {
  const result = await returned;
  return isObservable(result) ? lastValueFrom(result, { defaultValue: undefined }) : result;
}

const startLimitMs = 30_000;

async function awaitConsuming(consumer: Consumer): Promise<void> {
  if (!(await consumer.consuming(startLimitMs)))
    throw new Error(`${consumer.problems().join('; ')} (after ${startLimitMs} ms)`);
}
