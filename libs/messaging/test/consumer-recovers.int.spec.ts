import { documentChanged } from '@admissions/contracts/documents';
import type { DataOf } from '@admissions/contracts/message';
import { listProgrammes } from '@admissions/contracts/applications';
import { Controller } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Answers, Follows } from '../src/handlers.ts';
import { provokeChannelError, watchChannels } from './break-channels.ts';
import { Bench, brokerUrl, envelopeOf, eventually, visitor } from './harness.ts';
import { TcpProxy } from './tcp-proxy.ts';

const followed = new Set<string>();

@Controller()
class Applications {
  @Follows(documentChanged)
  async follow({ documentId }: DataOf<typeof documentChanged>) {
    followed.add(documentId);
  }

  @Answers(listProgrammes)
  async list() {
    return { items: [] };
  }
}

const limitMs = 10_000;
const rounds = Number(process.env['ROUNDS'] ?? 3);

jest.setTimeout(120_000);

describe(`whatever ends a consumer, it consumes again within ${limitMs} ms, and is not ready meanwhile`, () => {
  const bench = new Bench();
  let proxy: TcpProxy;
  let service: Awaited<ReturnType<Bench['service']>>;
  let publisher: Awaited<ReturnType<Bench['publisher']>>;
  let client: Awaited<ReturnType<Bench['client']>>;
  let count = 0;

  beforeAll(async () => {
    watchChannels(await bench.admin());
    proxy = await TcpProxy.before(brokerUrl());
    bench.later(() => proxy.close());
    service = await bench.service('applications', [Applications], {
      broker: await bench.broker({ url: proxy.url, heartbeat: 1 }),
    });
    publisher = await bench.publisher();
    client = await bench.client();
  });
  afterAll(() => bench.close());

  const problems = () => service.transport.problems();

  /** Harms, sees the readiness fall, and waits until messages and calls flow again. */
  async function survives(harm: () => unknown): Promise<void> {
    expect(problems()).toEqual([]);
    let unready = false;
    const watch = setInterval(() => (unready ||= problems().length > 0), 1);
    const start = performance.now();
    await harm();
    await eventually('readiness falls', () => unready, limitMs);
    await eventually('readiness returns', () => problems().length === 0, limitMs);
    clearInterval(watch);
    const documentId = `document-${++count}`;
    await publisher.publish([
      envelopeOf(documentChanged, {
        documentId,
        applicationId: 'application-1',
        type: 'CV',
        state: 'accepted',
      }),
    ]);
    await eventually('a message is followed', () => followed.has(documentId), limitMs);
    await expect(
      client.call(listProgrammes, {} as never, await bench.as(visitor, 'applications')),
    ).resolves.toMatchObject({ items: [] });
    expect(performance.now() - start).toBeLessThan(limitMs);
  }

  const harms: [string, () => unknown][] = [
    [
      'the events queue is deleted',
      async () => (await bench.admin()).deleteQueue(`${bench.prefix}applications.events`),
    ],
    [
      'the rpc queue is deleted',
      async () => (await bench.admin()).deleteQueue(`${bench.prefix}applications.rpc`),
    ],
    [
      'the queue of suspects is deleted',
      async () => (await bench.admin()).deleteQueue(`${bench.prefix}applications.suspects`),
    ],
    ['the channel of events breaks', () => provokeChannelError(`${bench.prefix}applications.events`)],
    ['the channel of calls breaks', () => provokeChannelError(`${bench.prefix}applications.rpc`)],
    ['the connection is cut', () => proxy.cut()],
    [
      'the broker refuses connections for a while',
      async () => {
        proxy.refuse();
        await eventually('it is noticed', () => service.broker.ready().length > 0);
        setTimeout(() => proxy.mend(), 1_500);
      },
    ],
    [
      'the link goes silent',
      async () => {
        proxy.freeze();
        await eventually('it is noticed', () => service.broker.ready().length > 0);
        proxy.mend();
      },
    ],
  ];

  it.each(harms)(`%s (${rounds} times)`, async (_what, harm) => {
    for (let round = 0; round < rounds; round++) await survives(harm);
  });
});
