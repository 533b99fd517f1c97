import { listProgrammes } from '@admissions/contracts/applications';
import { ProblemError } from '@admissions/contracts/problem';
import { Controller } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Answers } from '../src/handlers.ts';
import { RpcClient } from '../src/rpc.client.ts';
import { Bench, brokerUrl, eventually, visitor } from './harness.ts';
import { TcpProxy } from './tcp-proxy.ts';

jest.setTimeout(60_000);
let executed = 0;
let slowly = false;

@Controller()
class Applications {
  @Answers(listProgrammes)
  async list() {
    executed++;
    if (slowly) await new Promise((resolve) => setTimeout(resolve, 400));
    return { items: [] };
  }
}

describe('when the broker is lost', () => {
  const bench = new Bench();
  let service: TcpProxy;
  let gateway: TcpProxy;
  let client: RpcClient;

  beforeAll(async () => {
    service = await TcpProxy.before(brokerUrl());
    gateway = await TcpProxy.before(brokerUrl());
    bench.later(() => service.close());
    bench.later(() => gateway.close());
    await bench.service('applications', [Applications], { broker: await bench.broker({ url: service.url }) });
    client = await bench.client(await bench.broker({ url: gateway.url }));
  });
  afterAll(() => bench.close());

  const call = async (deadlineMs = 2_000) => {
    const options = await bench.as(visitor, 'applications', { deadlineMs });
    const start = performance.now();
    const answer = await client.call(listProgrammes, {} as never, options).catch((error: unknown) => error);
    return { answer, ms: performance.now() - start };
  };
  const codeOf = ({ answer }: { answer: unknown }) => (answer instanceof ProblemError ? answer.code : 'ok');

  it('500 calls in flight all end at once as 503 with Retry-After, and the next ones work', async () => {
    slowly = true;
    const before = executed;
    const calls = Array.from({ length: 500 }, () => call());
    await eventually('work', () => executed > before + 10);
    const cut = performance.now();
    gateway.cut();
    const ends = await Promise.all(calls);
    expect(performance.now() - cut).toBeLessThan(1_500);
    const lost = ends.filter(({ answer }) => answer instanceof ProblemError);
    expect(lost.length).toBeGreaterThan(300);
    for (const { answer } of lost)
      expect(answer).toMatchObject({ problem: { code: 'service-unavailable', retryAfter: 1 } });
    slowly = false;
    await eventually('it works again', async () => codeOf(await call()) === 'ok');
  });

  it('calls end as 503 within the grace of a second, however many, and the next ones work', async () => {
    gateway.refuse();
    const ends = await Promise.all(Array.from({ length: 500 }, () => call(5_000)));
    expect(new Set(ends.map(codeOf))).toEqual(new Set(['service-unavailable']));
    expect(Math.max(...ends.map(({ ms }) => ms))).toBeLessThan(3_000);
    gateway.mend();
    await eventually('it works again', async () => codeOf(await call()) === 'ok');
  });

  it('calls over a silent link end at their deadline', async () => {
    gateway.freeze();
    const ends = await Promise.all(Array.from({ length: 50 }, () => call(700)));
    for (const end of ends) {
      expect(['deadline-exceeded', 'service-unavailable']).toContain(codeOf(end));
      expect(end.ms).toBeLessThan(1_500);
    }
    gateway.mend();
    await eventually('it works again', async () => codeOf(await call()) === 'ok');
  });

  it('no more calls wait than the bound', async () => {
    const few = new RpcClient(await bench.broker({ url: gateway.url }), { logger: bench.log, most: 5 });
    slowly = true;
    const options = await bench.as(visitor, 'applications');
    const ends = await Promise.all(
      Array.from({ length: 8 }, () =>
        few.call(listProgrammes, {} as never, options).then(
          () => 'ok',
          (error: ProblemError) => error.code,
        ),
      ),
    );
    slowly = false;
    expect(ends.filter((end) => end === 'busy')).toHaveLength(3);
    expect(ends.filter((end) => end === 'ok')).toHaveLength(5);
  });

  it('a request that was in work at the service is not executed twice: its sender is asked to repeat it', async () => {
    slowly = true;
    const before = executed;
    const calls = Array.from({ length: 20 }, () => call(5_000));
    await eventually('work', () => executed === before + 20);
    service.cut();
    const ends = await Promise.all(calls);
    slowly = false;
    expect(executed).toBe(before + 20);
    for (const { answer } of ends) expect(answer).toMatchObject({ problem: { code: 'service-unavailable' } });
    await eventually('it works again', async () => codeOf(await call()) === 'ok');
  });
});
