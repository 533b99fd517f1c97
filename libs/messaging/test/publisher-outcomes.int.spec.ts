import { documentChanged } from '@admissions/contracts/documents';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EventPublisher } from '../src/publisher.ts';
import { Bench, brokerUrl, envelopeOf, eventually } from './harness.ts';
import { TcpProxy } from './tcp-proxy.ts';

jest.setTimeout(60_000);
const changed = (i: number) =>
  envelopeOf(documentChanged, {
    documentId: `document-${i}`,
    applicationId: 'application-1',
    type: 'CV',
    state: 'accepted',
  });
const many = (count: number) => Array.from({ length: count }, (_, i) => changed(i));

describe('publishing tells what became of each message', () => {
  const bench = new Bench();
  let proxy: TcpProxy;
  let publisher: EventPublisher;
  const queue = () => `${bench.prefix}applications.events`;
  const kinds = (outcomes: readonly string[]) =>
    Object.fromEntries(
      [...new Set(outcomes)].map((kind) => [kind, outcomes.filter((one) => one === kind).length]),
    );

  beforeAll(async () => {
    proxy = await TcpProxy.before(brokerUrl());
    bench.later(() => proxy.close());
    publisher = new EventPublisher(await bench.broker({ url: proxy.url, heartbeat: 1 }), {
      logger: bench.log,
      confirmMs: 1_000,
    });
  });
  afterAll(() => bench.close());

  it('confirmed: it is in the queue, persistent, under its id and correlation', async () => {
    const message = changed(1);
    await expect(publisher.publish([message])).resolves.toEqual(['confirmed']);
    const admin = await bench.admin();
    const found = await admin.get(queue(), { noAck: true });
    expect(found).toMatchObject({
      fields: { exchange: bench.exchange, routingKey: documentChanged.name },
      properties: {
        messageId: message.id,
        correlationId: message.correlationId,
        type: message.name,
        deliveryMode: 2,
        contentType: 'application/json',
      },
    });
    expect(found && JSON.parse(found.content.toString())).toEqual(message);
  });

  it('unroutable: no queue is bound, and its neighbours are not mistaken for it', async () => {
    const lost = { ...changed(2), name: 'documents.nobody-follows.v1' };
    await expect(
      publisher.publish([changed(3), lost, changed(4), { ...lost, id: 'test/lost/2/0' }, changed(5)]),
    ).resolves.toEqual(['confirmed', 'unroutable', 'confirmed', 'unroutable', 'confirmed']);
  });

  it('unroutable as long as the binding is gone', async () => {
    const admin = await bench.admin();
    await admin.unbindQueue(queue(), bench.exchange, documentChanged.name);
    await expect(publisher.publish([changed(6)])).resolves.toEqual(['unroutable']);
    await admin.bindQueue(queue(), bench.exchange, documentChanged.name);
    await expect(publisher.publish([changed(6)])).resolves.toEqual(['confirmed']);
  });

  it('failed: too large to travel; the others go', async () => {
    await expect(
      publisher.publish([{ ...changed(7), data: 'x'.repeat(1_100_000) }, changed(8)]),
    ).resolves.toEqual(['failed', 'confirmed']);
  });

  it('failed: the connection was cut; what was confirmed is there, and it works again', async () => {
    const admin = await bench.admin();
    await admin.purgeQueue(queue());
    const messages = many(20_000);
    const publishing = publisher.publish(messages);
    await eventually(
      'some have arrived',
      async () => ((await bench.depth('applications.events'))?.waiting ?? 0) > 500,
    );
    proxy.cut();
    const outcomes = await publishing;
    const { confirmed = 0, failed = 0 } = kinds(outcomes);
    expect(failed).toBeGreaterThan(0);
    expect(confirmed + failed).toBe(messages.length);
    const { messageCount } = await admin.checkQueue(queue());
    expect(messageCount).toBeGreaterThanOrEqual(confirmed);
    await eventually(
      'it works again',
      async () => (await publisher.publish([changed(9)]))[0] === 'confirmed',
    );
  });

  it('failed: the broker is away; within a second or so, without keeping anything', async () => {
    const admin = await bench.admin();
    proxy.refuse();
    await eventually('it is noticed', async () => (await publisher.publish([changed(10)]))[0] === 'failed');
    await admin.purgeQueue(queue());
    const start = performance.now();
    expect(kinds(await publisher.publish(many(5_000)))).toEqual({ failed: 5_000 });
    // The grace of a second, and time to make 5,000 messages on a busy machine.
    expect(performance.now() - start).toBeLessThan(3_000);
    proxy.mend();
    await eventually(
      'it works again',
      async () => (await publisher.publish([changed(11)]))[0] === 'confirmed',
    );
    expect((await admin.checkQueue(queue())).messageCount).toBe(1);
  });

  it('failed: the link is silent; by the limit, with no more than the window on its way', async () => {
    const admin = await bench.admin();
    await admin.purgeQueue(queue());
    proxy.freeze();
    const start = performance.now();
    expect(kinds(await publisher.publish(many(2_000)))).toEqual({ failed: 2_000 });
    expect(performance.now() - start).toBeLessThan(6_000);
    proxy.mend();
    await eventually(
      'it works again',
      async () => (await publisher.publish([changed(12)]))[0] === 'confirmed',
    );
    // The window and what came after the mending, not the 2,000.
    expect((await admin.checkQueue(queue())).messageCount).toBeLessThan(300);
  });

  it('failed at once: the broker takes no messages (its disk or memory is low), and readiness says so', async () => {
    const broker = await bench.broker({ url: proxy.url });
    const blocked = new EventPublisher(broker, { logger: bench.log });
    await expect(blocked.publish([changed(13)])).resolves.toEqual(['confirmed']);
    proxy.inject(connectionBlocked('low on disk'));
    await eventually('readiness falls', () =>
      broker.ready().some((problem) => problem.includes('low on disk')),
    );
    const start = performance.now();
    expect(kinds(await blocked.publish(many(1_000)))).toEqual({ failed: 1_000 });
    expect(performance.now() - start).toBeLessThan(2_000);
    proxy.inject(connectionUnblocked());
    await eventually('readiness returns', () => broker.ready().length === 0);
    await expect(blocked.publish([changed(14)])).resolves.toEqual(['confirmed']);
  });
});

/** `connection.blocked` of AMQP 0-9-1, as the broker sends it during an alarm. */
function connectionBlocked(reason: string): Buffer {
  return methodFrame(60, Buffer.concat([Buffer.from([reason.length]), Buffer.from(reason)]));
}

function connectionUnblocked(): Buffer {
  return methodFrame(61, Buffer.alloc(0));
}

function methodFrame(method: number, argument: Buffer): Buffer {
  const payload = Buffer.concat([Buffer.from([0, 10, 0, method]), argument]);
  const head = Buffer.alloc(7);
  head.writeUInt8(1, 0);
  head.writeUInt32BE(payload.length, 3);
  return Buffer.concat([head, payload, Buffer.from([0xce])]);
}
