import { documentChanged } from '@admissions/contracts/documents';
import type { DataOf } from '@admissions/contracts/message';
import { listProgrammes } from '@admissions/contracts/applications';
import { Controller } from '@nestjs/common';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { Answers, Follows } from '../src/handlers.ts';
import { Bench, envelopeOf, eventually, visitor } from './harness.ts';

jest.setTimeout(60_000);

const begun: string[] = [];
const done: string[] = [];
let answered = 0;
let asked = 0;

@Controller()
class Applications {
  @Follows(documentChanged)
  async follow({ documentId }: DataOf<typeof documentChanged>) {
    begun.push(documentId);
    await new Promise((resolve) =>
      setTimeout(resolve, documentId === 'document-endless' ? 60_000 : 300).unref(),
    );
    done.push(documentId);
  }

  @Answers(listProgrammes)
  async list() {
    asked++;
    await new Promise((resolve) => setTimeout(resolve, 300));
    answered++;
    return { items: [] };
  }
}

const changed = (documentId: string) =>
  envelopeOf(documentChanged, { documentId, applicationId: 'application-1', type: 'CV', state: 'accepted' });

describe('a service that is stopped', () => {
  const bench = new Bench();
  afterAll(() => bench.close());

  it('finishes what it has begun, answers its callers, and gives nothing back', async () => {
    const service = await bench.service('applications', [Applications]);
    const publisher = await bench.publisher();
    const client = await bench.client();
    await publisher.publish(Array.from({ length: 100 }, (_, i) => changed(`document-${i}`)));
    const options = await bench.as(visitor, 'applications');
    const calls = Array.from({ length: 10 }, () => client.call(listProgrammes, {} as never, options));
    await eventually('work', () => begun.length >= 32 && asked === 10);
    const start = performance.now();
    await service.stop();
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(begun.length).toBe(done.length);
    expect(answered).toBe(10);
    expect((await Promise.allSettled(calls)).map(({ status }) => status)).toEqual(
      Array(10).fill('fulfilled'),
    );
    const left = 100 - done.length;
    expect(left).toBeGreaterThan(0);
    expect(await bench.depth('applications.events')).toEqual({ waiting: left, consumers: 0 });
    const admin = await bench.admin();
    const next = await admin.get(`${bench.prefix}applications.events`);
    expect(next && next.fields.redelivered).toBe(false);
    if (next) admin.ack(next);
    await admin.purgeQueue(`${bench.prefix}applications.events`);
  });

  it('does not wait for ever for work that does not end: the broker keeps that message', async () => {
    const service = await bench.service('applications', [Applications], { drainMs: 300 });
    const publisher = await bench.publisher();
    await publisher.publish([changed('document-endless')]);
    await eventually('work', () => begun.includes('document-endless'));
    const start = performance.now();
    await service.stop();
    expect(performance.now() - start).toBeLessThan(5_000);
    await eventually('it is back', async () => (await bench.depth('applications.events'))?.waiting === 1);
    expect(bench.log.lines.some(({ message }) => message.startsWith('some work did not end'))).toBe(true);
  });

  it('tells of a handler that does not end while it runs', async () => {
    const admin = await bench.admin();
    await admin.purgeQueue(`${bench.prefix}applications.events`);
    const service = await bench.service('applications', [Applications], { drainMs: 100, hungMs: 200 });
    const publisher = await bench.publisher();
    await publisher.publish([changed('document-endless')]);
    await eventually('the problem', () =>
      service.transport.problems().some((problem) => problem.startsWith(`${documentChanged.name} runs for`)),
    );
    await service.stop();
  });
});
