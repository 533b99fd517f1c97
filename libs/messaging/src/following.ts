import { envelope, type Envelope, type MessageDefinition } from '@admissions/contracts/message';
import { ProblemError } from '@admissions/contracts/problem';
import type { Service } from '@admissions/contracts/services';
import { fingerprintOf } from '@admissions/identity/ids';
import type { Message } from 'amqplib';
import { issuesOf } from './answering.ts';
import type { Delivery } from './consumer.ts';
import { withCorrelation } from './correlation.ts';
import { RetryLater, type EventContext, type Followed } from './handlers.ts';
import type { MessagingLog } from './log.ts';
import type { ConfirmWindow } from './publisher.ts';
import { backoff, pause } from './time.ts';
import { crashLimit, homeOf, queueName, retryExchange, type Home } from './topology.ts';
import { again, decode, returnsOf, trialHeaders, trialsOf, type Trials } from './wire.ts';

export interface Follower {
  readonly message: MessageDefinition;
  run(data: unknown, context: EventContext): Promise<Followed>;
}

export interface FollowingOptions {
  readonly service: Service;
  readonly prefix: string;
  readonly delays: readonly number[];
  /** Tries before a message is put aside. */
  readonly tries: number;
  readonly log: MessagingLog;
  /** For retries and dead letters. */
  readonly publisher: ConfirmWindow;
  readonly stopping: AbortSignal;
  find(message: string): Follower | undefined;
}

/** Why a message goes no further. */
interface Verdict {
  readonly to: 'retry' | 'dead';
  readonly code: string;
  readonly error: string;
}

type Kind = Home | 'suspects';

/** Gives messages to their followers; each ends in exactly one of: done, tried later, suspect, dead. */
export class Following {
  readonly #options: FollowingOptions;

  constructor(options: FollowingOptions) {
    this.#options = options;
  }

  async handle(kind: Kind, delivery: Delivery): Promise<void> {
    const { message } = delivery;
    const { log } = this.#options;
    // A process or a connection ended while it was in work: from now on it is handled alone, so that a further crash blames only it.
    if (kind !== 'suspects' && message.fields.redelivered)
      return this.#move(delivery, '', this.#queue('suspects'), this.#carried(message));
    const parsed = parse(message);
    if ('to' in parsed) return this.#bury(delivery, kind, parsed);
    if (kind === 'suspects' && returnsOf(message) >= crashLimit) {
      return this.#bury(delivery, kind, {
        to: 'dead',
        code: 'crashed',
        error: `its handler did not survive it ${returnsOf(message)} times`,
      });
    }
    await withCorrelation(parsed.correlationId, async () => {
      const verdict = await this.#follow(parsed, message);
      if (!verdict) return delivery.ack();
      log.warn(
        { messageId: parsed.id, name: parsed.name, attempt: attemptOf(message), ...verdict },
        'a message was not followed',
      );
      await (verdict.to === 'dead'
        ? this.#bury(delivery, kind, verdict)
        : this.#retry(delivery, parsed, verdict));
    });
  }

  async #follow(sent: Envelope, message: Message): Promise<Verdict | undefined> {
    const { log } = this.#options;
    try {
      const follower = this.#options.find(sent.name);
      // A newer version of this service may know it: during a release both run.
      if (!follower)
        return {
          to: 'retry',
          code: 'no-follower',
          error: `${this.#options.service} has no handler for ${sent.name}`,
        };
      const parsed = follower.message.data.safeParse(sent.data);
      if (!parsed.success)
        return { to: 'dead', code: 'invalid-data', error: JSON.stringify(issuesOf(parsed.error.issues)) };
      const followed = await follower.run(parsed.data, this.#contextOf(sent, message));
      if (followed?.ignored !== undefined)
        log.info({ messageId: sent.id, name: sent.name, reason: followed.ignored }, 'a message was ignored');
      return undefined;
    } catch (error) {
      if (!(error instanceof RetryLater))
        log.error({ err: error, messageId: sent.id, name: sent.name }, 'a follower failed');
      return verdictOn(error);
    }
  }

  async #retry(delivery: Delivery, sent: Envelope, verdict: Verdict): Promise<void> {
    const { prefix, service, delays, tries } = this.#options;
    const trials = trialsAfter(delivery.message, verdict);
    if (trials.attempts >= tries)
      return this.#bury(delivery, 'events', { ...verdict, error: `${verdict.error} (given up)` });
    const delay = delays[Math.min(trials.attempts, delays.length) - 1] ?? 0;
    // Back to where it came from: a slow message never blocks the quick ones.
    const home = homeOf(service, sent.name) ?? 'events';
    await this.#move(
      delivery,
      retryExchange(prefix, delay),
      queueName(prefix, service, home),
      trialHeaders(trials),
    );
  }

  async #bury(delivery: Delivery, kind: Kind, verdict: Verdict): Promise<void> {
    const { message } = delivery;
    const { service, log } = this.#options;
    const home = homeOf(service, String(message.properties.type)) ?? (kind === 'suspects' ? 'events' : kind);
    const trials = trialsAfter(message, verdict);
    const headers = { ...trialHeaders(trials), 'x-queue': this.#queue(home) };
    log.error(
      {
        messageId: message.properties.messageId,
        name: message.properties.type,
        ...verdict,
        attempts: trials.attempts,
      },
      'a message is dead',
    );
    await this.#move(delivery, '', this.#queue('dead'), headers);
  }

  /** Publishes the message elsewhere and only then lets go of it. Holds on to it until that has succeeded or the broker has taken it back. */
  async #move(
    delivery: Delivery,
    exchange: string,
    key: string,
    headers: Record<string, string | number>,
  ): Promise<void> {
    const { message } = delivery;
    const { publisher, log, stopping } = this.#options;
    for (let attempt = 0; delivery.held(); attempt++) {
      const outcome = await publisher.send(exchange, key, () => message.content, again(message, headers));
      if (outcome === 'confirmed') return delivery.ack();
      if (stopping.aborted) return delivery.giveBack();
      log.error(
        { messageId: message.properties.messageId, to: key, outcome },
        'a message cannot be moved; trying again',
      );
      await pause(backoff(attempt, 100, 5_000), stopping);
    }
  }

  #queue(kind: Kind | 'dead'): string {
    return queueName(this.#options.prefix, this.#options.service, kind);
  }

  #carried(message: Message): Record<string, string | number> {
    const trials = trialsOf(message);
    return trials ? trialHeaders(trials) : {};
  }

  #contextOf(sent: Envelope, message: Message): EventContext {
    const { service } = this.#options;
    return {
      id: sent.id,
      name: sent.name,
      correlationId: sent.correlationId,
      causationId: sent.causationId,
      occurredAt: new Date(sent.occurredAt),
      attempt: attemptOf(message),
      act: (consumer) => ({
        name: consumer,
        by: `system:${service}/${consumer}`,
        correlationId: sent.correlationId,
        cause: { id: `${service}/${sent.id}`, fingerprint: fingerprintOf(sent.name, sent.data) },
      }),
    };
  }
}

/** Bad data stays bad: no use in trying again. Everything else may be the fault of the moment. */
export function verdictOn(error: unknown): Verdict {
  if (error instanceof ProblemError)
    return { to: error.status < 500 ? 'dead' : 'retry', code: error.code, error: error.message };
  if (error instanceof RetryLater) return { to: 'retry', code: 'came-early', error: error.message };
  return {
    to: 'retry',
    code: 'failed',
    error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}

function parse(message: Message): Envelope | Verdict {
  try {
    const parsed = envelope.safeParse(decode(message.content));
    if (parsed.success) return parsed.data;
    return { to: 'dead', code: 'malformed', error: JSON.stringify(issuesOf(parsed.error.issues)) };
  } catch (error) {
    return { to: 'dead', code: 'malformed', error: error instanceof Error ? error.message : String(error) };
  }
}

function attemptOf(message: Message): number {
  return (trialsOf(message)?.attempts ?? 0) + 1;
}

function trialsAfter(message: Message, { code, error }: Verdict): Trials {
  const before = trialsOf(message);
  const now = new Date().toISOString();
  return {
    attempts: attemptOf(message),
    firstAt: before?.firstAt ?? now,
    lastAt: now,
    errorCode: code,
    error,
  };
}
