import { calls, messages } from '@admissions/contracts/catalogue';
import { services } from '@admissions/contracts/services';
import { describe, expect, it } from '@jest/globals';
import {
  delayName,
  deleteTopology,
  homeOf,
  queueName,
  retryDelays,
  retryQueue,
  topologyOf,
} from './topology.ts';

describe('the topology, from the catalogue', () => {
  const { exchanges, queues, bindings } = topologyOf('p-');
  const named = new Map(queues.map((queue) => [queue.name, queue.arguments]));

  it.each(messages.map(({ name, followers, slow = [] }) => ({ name, followers, slow })))(
    '$name reaches exactly one queue of each follower',
    ({ name, followers, slow }) => {
      const reached = bindings
        .filter(({ exchange, key }) => exchange === 'p-admissions.events' && key === name)
        .map(({ queue }) => queue);
      const wanted = followers.map((service) => `p-${service}.${slow.includes(service) ? 'slow' : 'events'}`);
      expect(reached.sort()).toEqual(wanted.sort());
      expect(reached.length).toBeGreaterThan(0);
    },
  );

  it.each(calls.map(({ name, service }) => ({ name, service })))('$name has a queue', ({ service }) => {
    expect(named.get(`p-${service}.rpc`)).toMatchObject({
      'x-queue-type': 'classic',
      'x-overflow': 'reject-publish',
    });
  });

  it('binds only what it declares, and names nothing twice', () => {
    for (const { queue, exchange } of bindings) {
      expect(named.has(queue)).toBe(true);
      expect(exchanges.some(({ name }) => name === exchange)).toBe(true);
    }
    expect(named.size).toBe(queues.length);
    expect(queues.every(({ name }) => name.startsWith('p-'))).toBe(true);
    expect(exchanges.every(({ name }) => name.startsWith('p-'))).toBe(true);
  });

  it('keeps messages on quorum queues whose dead letters are confirmed, and every service with messages has a place for them', () => {
    for (const service of services) {
      const homes = queues.filter(({ name }) =>
        [`p-${service}.events`, `p-${service}.slow`, `p-${service}.suspects`].includes(name),
      );
      for (const { arguments: args } of homes) {
        expect(args).toMatchObject({
          'x-queue-type': 'quorum',
          'x-overflow': 'reject-publish',
          'x-dead-letter-strategy': 'at-least-once',
          'x-dead-letter-exchange': '',
          'x-dead-letter-routing-key': `p-${service}.dead`,
        });
      }
      if (homes.length > 0)
        expect(named.get(`p-${service}.dead`)).toMatchObject({ 'x-queue-type': 'quorum' });
    }
  });

  it('lets a message wait for each delay and come back to the queue it was meant for', () => {
    for (const delay of retryDelays) {
      expect(named.get(retryQueue('p-', 'notifications', delay))).toMatchObject({
        'x-message-ttl': delay,
        'x-dead-letter-exchange': '',
      });
      // Without a routing key of its own: the message keeps the one it came with.
      expect(named.get(retryQueue('p-', 'notifications', delay))).not.toHaveProperty(
        'x-dead-letter-routing-key',
      );
      for (const home of ['events', 'slow'] as const) {
        const key = queueName('p-', 'notifications', home);
        expect(bindings).toContainEqual({
          queue: retryQueue('p-', 'notifications', delay),
          exchange: `p-admissions.retry.${delayName(delay)}`,
          key,
        });
      }
    }
  });

  it('never lets the broker drop a dead letter for being looked at', () => {
    for (const [name, args] of named)
      if (name.endsWith('.dead')) expect(args['x-delivery-limit']).toBeGreaterThan(1e6);
  });

  it('names delays for people', () => {
    expect([50, 1_000, 1_500, 60_000, 90_000, 3_600_000].map(delayName)).toEqual([
      '50ms',
      '1s',
      '1500ms',
      '1m',
      '90s',
      '1h',
    ]);
  });

  it('knows where a service meets a message, and where it does not', () => {
    expect(homeOf('notifications', 'payments.order-paid.v1')).toBe('slow');
    expect(homeOf('applications', 'payments.order-paid.v1')).toBe('events');
    expect(homeOf('payments', 'payments.order-paid.v1')).toBeUndefined();
    expect(homeOf('payments', 'undefined')).toBeUndefined();
  });

  it('is never deleted in production', async () => {
    await expect(deleteTopology({} as never, '')).rejects.toThrow('only the queues of a test');
  });
});
