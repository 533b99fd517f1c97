import { createHash } from 'node:crypto';
import type { Service } from '@admissions/contracts/services';
import type { ChannelModel, ConfirmChannel, GetMessage } from 'amqplib';
import { within } from './time.ts';
import { followingServices, homeOf, homesOf, queueName } from './topology.ts';
import { again, trialsOf } from './wire.ts';

/** A message that a service gave up, with the story of its tries. */
export interface DeadLetter {
  readonly service: Service;
  /** The message's id; what never had one is named by its content. */
  readonly id: string;
  readonly name: string | undefined;
  /** The queue it was in, and goes back to when it is replayed. */
  readonly queue: string;
  readonly errorCode: string;
  readonly error: string;
  readonly attempts: number;
  readonly firstAt: string | undefined;
  readonly lastAt: string | undefined;
  readonly correlationId: string | undefined;
  /** How often an operator has replayed it before. */
  readonly replays: number;
  readonly body: Buffer;
}

/** Which dead letters are meant; without ids, all of the service, or of all services. */
export interface Choice {
  readonly service?: Service | undefined;
  readonly ids?: readonly string[] | undefined;
}

const stepLimitMs = 10_000;
/** Letters read in one go per service; the rest stays for the next. */
export const mostAtOnce = 5_000;

/** The dead letters of all services on one broker: to look at, to give to their service once more, or to throw away. */
export class DeadLetters {
  readonly #model: ChannelModel;
  readonly #prefix: string;

  constructor(model: ChannelModel, prefix: string) {
    this.#model = model;
    this.#prefix = prefix;
  }

  /** What lies there, oldest first within a service. Changes nothing. */
  async list(choice: Choice = {}): Promise<DeadLetter[]> {
    return this.#each(choice, async () => false);
  }

  /** Gives them back to the queue of the one service they died in, with a new count of tries. */
  async replay(choice: Choice): Promise<DeadLetter[]> {
    return this.#each(choice, async (letter, message, channel) => {
      await sendBack(channel, letter, message);
      return true;
    });
  }

  /** Throws them away for good. */
  async drop(choice: Choice): Promise<DeadLetter[]> {
    return this.#each(choice, async () => true);
  }

  /** Reads the letters of the choice; those for which `act` is true leave their queue, the others go back to it. */
  async #each(
    { service, ids }: Choice,
    act: (letter: DeadLetter, message: GetMessage, channel: ConfirmChannel) => Promise<boolean>,
  ): Promise<DeadLetter[]> {
    const found: DeadLetter[] = [];
    for (const one of service ? [service] : followingServices()) {
      // A channel for each: when it closes, the broker takes back what was not acked.
      const channel = await this.#model.createConfirmChannel();
      // Whatever was asked of it then fails with the same reason.
      channel.on('error', () => {});
      try {
        for (const message of await this.#read(channel, one)) {
          const letter = letterOf(one, message, this.#prefix);
          if (ids && !ids.includes(letter.id)) continue;
          found.push(letter);
          if (await act(letter, message, channel)) channel.ack(message);
        }
      } finally {
        await within(stepLimitMs, 'closing the channel', channel.close()).catch(() => {});
      }
    }
    return found;
  }

  async #read(channel: ConfirmChannel, service: Service): Promise<GetMessage[]> {
    const queue = queueName(this.#prefix, service, 'dead');
    const messages: GetMessage[] = [];
    while (messages.length < mostAtOnce) {
      const message = await within(stepLimitMs, `reading ${queue}`, channel.get(queue)).catch(explain(queue));
      if (!message) break;
      messages.push(message);
    }
    return messages;
  }
}

function explain(queue: string) {
  return (error: Error & { code?: number }): never => {
    if (error.code !== 404) throw error;
    throw new Error(`there is no queue ${queue}: is the prefix right, and was the platform ever started?`);
  };
}

function letterOf(service: Service, message: GetMessage, prefix: string): DeadLetter {
  const { properties, content } = message;
  const trials = trialsOf(message);
  const headers = properties.headers ?? {};
  return {
    service,
    id:
      (properties.messageId as string | undefined) ??
      `unnamed-${createHash('sha256').update(content).digest('hex').slice(0, 12)}`,
    name: properties.type as string | undefined,
    queue: homeQueue(service, message, prefix),
    // Without our headers it was the broker that gave it up: too many returns.
    errorCode: trials?.errorCode ?? String(headers['x-first-death-reason'] ?? 'unknown'),
    error: trials?.error ?? 'given up by the broker',
    attempts: trials?.attempts ?? 0,
    firstAt: trials?.firstAt,
    lastAt: trials?.lastAt,
    correlationId: properties.correlationId as string | undefined,
    replays: Number(headers['x-replays'] ?? 0),
    body: content,
  };
}

/** Never any queue that a header names: only one in which this service meets messages. */
function homeQueue(service: Service, { properties }: GetMessage, prefix: string): string {
  const homes = homesOf(service);
  const told = homes.find((home) => queueName(prefix, service, home) === properties.headers?.['x-queue']);
  const home = homeOf(service, String(properties.type)) ?? told ?? homes[0] ?? 'events';
  return queueName(prefix, service, home);
}

async function sendBack(channel: ConfirmChannel, letter: DeadLetter, message: GetMessage): Promise<void> {
  let returned = false;
  const onReturn = () => (returned = true);
  channel.once('return', onReturn);
  const options = again(message, { 'x-replays': letter.replays + 1 });
  const confirmed = new Promise<void>((resolve, reject) => {
    channel.publish('', letter.queue, message.content, options, (error) =>
      error ? reject(error as Error) : resolve(),
    );
  });
  await within(stepLimitMs, `sending ${letter.id} back`, confirmed);
  channel.off('return', onReturn);
  if (returned) throw new Error(`there is no queue ${letter.queue}; start the services first`);
}
