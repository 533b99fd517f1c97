import { documentChanged } from '@admissions/contracts/documents';
import type { DataOf } from '@admissions/contracts/message';
import { Controller } from '@nestjs/common';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { Follows } from '../src/handlers.ts';
import { Bench, envelopeOf, eventually } from './harness.ts';

jest.setTimeout(180_000);

let working = 0;
let most = 0;
let done = 0;

@Controller()
class Applications {
  @Follows(documentChanged)
  async follow(_data: DataOf<typeof documentChanged>) {
    most = Math.max(most, ++working);
    await new Promise((resolve) => setImmediate(resolve));
    working--;
    done++;
  }
}

const count = 20_000;

describe(`a start with ${count} messages waiting`, () => {
  const bench = new Bench();
  afterAll(() => bench.close());

  it('has at most the prefetch in work, and memory stays bounded', async () => {
    const publisher = await bench.publisher();
    const start = performance.now();
    for (let at = 0; at < count; at += 1_000) {
      const batch = Array.from({ length: 1_000 }, (_, i) =>
        envelopeOf(documentChanged, {
          documentId: `document-${at + i}`,
          applicationId: 'application-1',
          type: 'CV',
          state: 'accepted',
        }),
      );
      expect(await publisher.publish(batch)).toEqual(Array(1_000).fill('confirmed'));
    }
    const published = performance.now();
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
    await bench.service('applications', [Applications]);
    await eventually('all are done', () => done === count, 60_000);
    clearInterval(watch);
    const rate = (ms: number) => Math.round((count / ms) * 1_000);
    process.stdout.write(
      `published ${rate(published - start)}/s, followed ${rate(performance.now() - published)}/s, memory +${Math.round((peak - before) / 1e6)} MB\n`,
    );
    expect(most).toBeLessThanOrEqual(32);
    expect(most).toBeGreaterThan(1);
    expect(peak - before).toBeLessThan(100e6);
  });
});
