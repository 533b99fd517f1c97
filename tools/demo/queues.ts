import { setTimeout as pause } from 'node:timers/promises';
import { services } from '@admissions/contracts/services';
import { followingServices, queueName, topologyOf } from '@admissions/messaging/topology';
import { connect, type Channel } from 'amqplib';
import type { Addresses } from '../client/addresses.ts';
import { patience } from '../client/api.ts';

type Broker = NonNullable<Addresses['broker']>;

/** So many looks in a row that find nothing: what is just being worked on has come to its end, and what follows from it too. */
const looks = 8;
const betweenMs = 250;

/** Waits until no message waits anywhere, also not for another try. */
export async function untilQuiet(broker: Broker): Promise<void> {
  const dead = new Set(services.map((service) => queueName(broker.prefix, service, 'dead')));
  const names = topologyOf(broker.prefix)
    .queues.map(({ name }) => name)
    .filter((name) => !dead.has(name));
  const end = performance.now() + patience.ms;
  await withChannel(broker, async (channel) => {
    for (let quiet = 0; quiet < looks;) {
      const waiting = await waitingIn(channel, names);
      quiet = waiting.length === 0 ? quiet + 1 : 0;
      if (performance.now() > end) throw new Error(`messages still wait in ${waiting.join(', ')}`);
      await pause(betweenMs);
    }
  });
}

/** How many messages the services have given up. */
export function deadLetters(broker: Broker): Promise<number> {
  return withChannel(broker, async (channel) => {
    const queues = followingServices().map((service) => queueName(broker.prefix, service, 'dead'));
    const counts = await Promise.all(queues.map((queue) => channel.checkQueue(queue)));
    return counts.reduce((sum, { messageCount }) => sum + messageCount, 0);
  });
}

async function waitingIn(channel: Channel, names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(names.map((name) => channel.checkQueue(name)));
  return found.filter(({ messageCount }) => messageCount > 0).map(({ queue }) => queue);
}

async function withChannel<T>({ url }: Broker, act: (channel: Channel) => Promise<T>): Promise<T> {
  const model = await connect(url, { timeout: 5_000 });
  model.on('error', () => {});
  try {
    return await act(await model.createChannel());
  } finally {
    await model.close().catch(() => {});
  }
}
