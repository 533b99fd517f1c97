import { callsOf, followedBy, messages } from '@admissions/contracts/catalogue';
import type { AnsweringService, Service } from '@admissions/contracts/services';
import { services } from '@admissions/contracts/services';
import type { Channel, Options } from 'amqplib';

/**
 * Every exchange and queue of the platform, and nothing else names them. All processes declare all of it,
 * so that no message is without a queue because its follower has not started yet.
 */

/** Delays before a message is tried again, in milliseconds; the last one repeats. */
export const retryDelays: readonly number[] = [1_000, 10_000, 60_000, 600_000];

/** Crashes of the process that one message may cause before it is put aside. */
export const crashLimit = 5;

/** The kinds of queues whose messages follow the catalogue. */
export type Home = 'events' | 'slow';

/** The topic exchange of all messages; the routing key is the message's name. */
export function exchangeName(prefix: string): string {
  return `${prefix}admissions.events`;
}

/** The direct exchange before the retry queues of one delay; the routing key is the queue to come back to. */
export function retryExchange(prefix: string, delay: number): string {
  return `${prefix}admissions.retry.${delayName(delay)}`;
}

export function queueName(
  prefix: string,
  service: Service,
  kind: 'rpc' | Home | 'suspects' | 'dead',
): string {
  return `${prefix}${service}.${kind}`;
}

/** The queue in which messages of a service wait for `delay` milliseconds. */
export function retryQueue(prefix: string, service: Service, delay: number): string {
  return `${prefix}${service}.retry.${delayName(delay)}`;
}

/** 600000 → `10m`: readable in the broker's list of queues. */
export function delayName(ms: number): string {
  const units = [
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1_000],
  ] as const;
  const unit = units.find(([, size]) => ms >= size && ms % size === 0);
  return unit ? `${ms / unit[1]}${unit[0]}` : `${ms}ms`;
}

/** The queue in which a service meets a message: the one for slow work when the catalogue says so. */
export function homeOf(service: Service, messageName: string): Home | undefined {
  const message = messages.find(({ name }) => name === messageName);
  if (!message?.followers.includes(service)) return undefined;
  return message.slow?.includes(service) ? 'slow' : 'events';
}

/** The queues in which a service meets messages; a service without slow work has no queue for it. */
export function homesOf(service: Service): Home[] {
  const homes = ['events', 'slow'] as const;
  return homes.filter((home) => followedBy(service, home === 'slow').length > 0);
}

/** The services that follow at least one message. */
export function followingServices(): Service[] {
  return services.filter((service) => homesOf(service).length > 0);
}

/** The services that answer at least one call. */
export function answeringServices(): AnsweringService[] {
  return services.filter(
    (service): service is AnsweringService => service !== 'gateway' && callsOf(service).length > 0,
  );
}

export interface QueueDeclaration {
  readonly name: string;
  readonly arguments: Readonly<Record<string, string | number>>;
}

export interface Topology {
  readonly exchanges: readonly { readonly name: string; readonly type: 'topic' | 'direct' }[];
  readonly queues: readonly QueueDeclaration[];
  readonly bindings: readonly { readonly queue: string; readonly exchange: string; readonly key: string }[];
}

// A queue refuses instead of dropping, and dead-lettering waits for the confirm of the queue it goes to.
const safe = {
  'x-queue-type': 'quorum',
  'x-overflow': 'reject-publish',
  'x-dead-letter-strategy': 'at-least-once',
} as const;
// Brokers from 4.0 drop a message after 20 returns; looking at dead letters returns them, so that theirs is out of reach.
const outOfReach = 1_000_000_000;
// Above the one of our own consumer, which knows more about the message; the broker's is for what we did not foresee.
const brokerLimit = 20;
// More calls than this waiting means that their callers have given up: further ones are refused at once.
const callsWaiting = 10_000;

/** The whole topology for one platform (prefix), from the catalogue. Pure. */
export function topologyOf(prefix: string, delays: readonly number[] = retryDelays): Topology {
  const following = followingServices();
  return {
    exchanges: [
      { name: exchangeName(prefix), type: 'topic' },
      ...delays.map((delay) => ({ name: retryExchange(prefix, delay), type: 'direct' as const })),
    ],
    queues: [
      ...answeringServices().map((service) => rpcQueue(prefix, service)),
      ...following.flatMap((service) => followerQueues(prefix, service, delays)),
    ],
    bindings: following.flatMap((service) => [
      ...messageBindings(prefix, service),
      ...retryBindings(prefix, service, delays),
    ]),
  };
}

function rpcQueue(prefix: string, service: Service): QueueDeclaration {
  return {
    name: queueName(prefix, service, 'rpc'),
    arguments: { 'x-queue-type': 'classic', 'x-max-length': callsWaiting, 'x-overflow': 'reject-publish' },
  };
}

function followerQueues(prefix: string, service: Service, delays: readonly number[]): QueueDeclaration[] {
  const dead = queueName(prefix, service, 'dead');
  const toDead = {
    ...safe,
    'x-dead-letter-exchange': '',
    'x-dead-letter-routing-key': dead,
    'x-delivery-limit': brokerLimit,
  };
  return [
    ...homesOf(service).map((home) => ({ name: queueName(prefix, service, home), arguments: toDead })),
    { name: queueName(prefix, service, 'suspects'), arguments: toDead },
    // Back by the default exchange under the key it came with, which is the name of the queue it left.
    ...delays.map((delay) => ({
      name: retryQueue(prefix, service, delay),
      arguments: { ...safe, 'x-dead-letter-exchange': '', 'x-message-ttl': delay },
    })),
    { name: dead, arguments: { 'x-queue-type': 'quorum', 'x-delivery-limit': outOfReach } },
  ];
}

function messageBindings(prefix: string, service: Service) {
  return messages.flatMap(({ name }) => {
    const home = homeOf(service, name);
    return home
      ? [{ queue: queueName(prefix, service, home), exchange: exchangeName(prefix), key: name }]
      : [];
  });
}

function retryBindings(prefix: string, service: Service, delays: readonly number[]) {
  return delays.flatMap((delay) =>
    homesOf(service).map((home) => ({
      queue: retryQueue(prefix, service, delay),
      exchange: retryExchange(prefix, delay),
      key: queueName(prefix, service, home),
    })),
  );
}

/** How an exchange or a queue of ours is declared: durable, shared, never deleted by itself. */
export function queueOptions(queue: QueueDeclaration): Options.AssertQueue {
  return { durable: true, arguments: queue.arguments };
}

/** Declares everything; safe to repeat. Fails when a queue exists with other arguments. */
export async function assertTopology(
  channel: Channel,
  prefix: string,
  delays: readonly number[] = retryDelays,
): Promise<void> {
  const { exchanges, queues, bindings } = topologyOf(prefix, delays);
  for (const { name, type } of exchanges) await channel.assertExchange(name, type, { durable: true });
  for (const queue of queues) await channel.assertQueue(queue.name, queueOptions(queue));
  for (const { queue, exchange, key } of bindings) await channel.bindQueue(queue, exchange, key);
}

/** Deletes everything of a prefix, with its messages: for tests, which have a prefix of their own. */
export async function deleteTopology(
  channel: Channel,
  prefix: string,
  delays: readonly number[] = retryDelays,
): Promise<void> {
  if (prefix === '') throw new Error('only the queues of a test may be deleted');
  const { exchanges, queues } = topologyOf(prefix, delays);
  for (const { name } of queues) await channel.deleteQueue(name);
  for (const { name } of exchanges) await channel.deleteExchange(name);
}
