import { reportClock } from '@admissions/contracts/evaluation';
import { listLetters } from '@admissions/contracts/notifications';
import { listOrders, openCheckout } from '@admissions/contracts/payments';
import type { InputOf } from '@admissions/contracts/call';
import { Controller } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Answers } from '../src/handlers.ts';
import { queueName } from '../src/topology.ts';
import { requestHeaders } from '../src/wire.ts';
import { Bench, candidate, eventually } from './harness.ts';

jest.setTimeout(60_000);

const executed: string[] = [];

@Controller()
class Orders {
  @Answers(listOrders)
  async list({ applicationId }: InputOf<typeof listOrders>) {
    executed.push(applicationId);
    if (applicationId === 'application-slow') await new Promise((resolve) => setTimeout(resolve, 600));
    return { items: [] };
  }

  @Answers(openCheckout)
  async open() {
    return { url: 'https://pay.example', expiresAt: '2026-11-24T10:00:00.000Z' };
  }
}

describe('every call ends by its deadline', () => {
  const bench = new Bench();
  let client: Awaited<ReturnType<Bench['client']>>;
  beforeAll(async () => {
    client = await bench.client();
  });
  afterAll(() => bench.close());

  const ask = async (applicationId: string, deadlineMs: number) => {
    const options = await bench.as(candidate, 'payments', { deadlineMs });
    const start = performance.now();
    const answer = await client.call(listOrders, { applicationId }, options).catch((error: unknown) => error);
    return { answer, ms: performance.now() - start };
  };

  it('a queue without a service: 504 with Retry-After at the deadline, and none of it is executed when the service comes', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => ask(`application-${i}`, 300)));
    for (const { answer, ms } of answers) {
      expect(answer).toMatchObject({ problem: { code: 'deadline-exceeded', retryAfter: 1 } });
      expect(ms).toBeLessThan(1_000);
    }
    await eventually(
      'the broker has thrown them away',
      async () => (await bench.depth('payments.rpc'))?.waiting === 0,
    );
    await bench.service('payments', [Orders]);
    await expect(ask('application-after', 5_000)).resolves.toMatchObject({ answer: { items: [] } });
    expect(executed).toEqual(['application-after']);
  });

  it('a slow handler: 504 at the deadline, and its late answer harms nobody', async () => {
    const { answer, ms } = await ask('application-slow', 200);
    expect(answer).toMatchObject({ problem: { code: 'deadline-exceeded' } });
    expect(ms).toBeLessThan(550);
    await eventually('the late answer', () =>
      bench.log.lines.some(({ message }) => message.startsWith('an answer came after')),
    );
    await expect(ask('application-then', 5_000)).resolves.toMatchObject({ answer: { items: [] } });
  });

  it('a request that the broker delivers after its deadline is not executed', async () => {
    const admin = await bench.admin();
    const headers = (deadline: number) => ({
      ...requestHeaders({ call: listOrders.name, correlationId: 'c', deadline }),
      token,
    });
    const { token } = await bench.as(candidate, 'payments');
    const send = (applicationId: string, deadline: number) =>
      admin.publish(
        '',
        queueName(bench.prefix, 'payments', 'rpc'),
        Buffer.from(JSON.stringify({ input: { applicationId } })),
        { headers: headers(deadline) },
      );
    send('application-expired', Date.now() - 1);
    send('application-in-time', Date.now() + 60_000);
    await eventually('the one in time', () => executed.includes('application-in-time'));
    expect(executed).not.toContain('application-expired');
  });

  it('a queue that is full: 503 at once', async () => {
    const admin = await bench.admin();
    const queue = queueName(bench.prefix, 'evaluation', 'rpc');
    for (let i = 0; i < 10_000; i++) admin.sendToQueue(queue, Buffer.from('{}'));
    await eventually('it is full', async () => (await admin.checkQueue(queue)).messageCount === 10_000);
    const start = performance.now();
    const options = await bench.as(candidate, 'evaluation');
    const answer = await client.call(reportClock, {}, options).catch((error: unknown) => error);
    expect(answer).toMatchObject({ problem: { code: 'service-unavailable', retryAfter: 1 } });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('a service without a queue: 503 at once', async () => {
    const admin = await bench.admin();
    await admin.deleteQueue(queueName(bench.prefix, 'notifications', 'rpc'));
    const options = await bench.as(candidate, 'notifications');
    const start = performance.now();
    const answer = await client
      .call(listLetters, { applicationId: 'application-1' } as never, options)
      .catch((error: unknown) => error);
    expect(answer).toMatchObject({ problem: { code: 'service-unavailable', retryAfter: 1 } });
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
