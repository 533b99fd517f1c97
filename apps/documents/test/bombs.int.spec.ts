import { describe, expect, it, jest } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { Inspector, inspectionLimits } from '../src/checking/inspector.ts';
import { limitsOf } from '../src/domain/limits.ts';
import { badFiles, bombs } from './corpus/bad-files.ts';
import { document, photo } from './corpus/samples.ts';

jest.setTimeout(120_000);

const inspector = new Inspector();
const megabyte = 1024 * 1024;
/** SEC-2: what a check may take of the machine. */
const mostMemory = 512 * megabyte;

/** The most memory that a process started from here had while `work` ran, in bytes. */
async function peakOfChildren<T>(work: Promise<T>): Promise<{ result: T; peak: number; seen: number }> {
  let [peak, seen] = [0, 0];
  const watch = { isDone: false };
  const watched = work.finally(() => (watch.isDone = true));
  while (!watch.isDone) {
    for (const kilobytes of residentOfChildren()) {
      seen++;
      peak = Math.max(peak, kilobytes * 1024);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { result: await watched, peak, seen };
}

function residentOfChildren(): number[] {
  const rows = execFileSync('ps', ['-Ao', 'ppid=,rss=,args='], { encoding: 'utf8' }).split('\n');
  return rows.flatMap((row) => {
    const [, parent, rss, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
    return Number(parent) === process.pid && args?.includes('inspection.process') ? [Number(rss)] : [];
  });
}

describe('a file that unpacks without end (SEC-2)', () => {
  it.each(bombs().map((sample) => [sample.name, sample] as const))(
    '%s is refused within bounds of memory and time',
    async (_name, { bytes, format, codes }) => {
      expect(bytes.length).toBeLessThan(limitsOf[format].maxBytes);
      const before = process.memoryUsage.rss();
      const work = inspector.inspect({ bytes, format, limits: limitsOf[format] });
      const { result, peak, seen } = await peakOfChildren(work);
      expect(result).toMatchObject({
        sound: false,
        code: codes[0],
        reason: expect.stringMatching(/too much/),
      });
      expect(seen).toBeGreaterThan(0);
      expect(peak).toBeGreaterThan(50 * megabyte);
      expect(peak).toBeLessThan(mostMemory);
      expect(process.memoryUsage.rss() - before).toBeLessThan(100 * megabyte);
    },
  );

  it('a photo of 196 million pixels costs nothing', async () => {
    const sample = (await badFiles()).find(({ name }) => name.includes('196 million'));
    if (!sample) throw new Error('not in the corpus');
    const work = inspector.inspect({ bytes: sample.bytes, format: 'jpeg', limits: limitsOf.jpeg });
    const { result, peak } = await peakOfChildren(work);
    expect(result).toMatchObject({ sound: false, code: 'document-too-large' });
    expect(peak).toBeLessThan(200 * megabyte);
  });
});

describe('inspections', () => {
  it('of ordinary files go on while others burst, a few at a time', async () => {
    const [bomb] = bombs();
    if (!bomb) throw new Error('not in the corpus');
    const ordinary = [
      { bytes: await document(2), format: 'pdf', limits: limitsOf.pdf } as const,
      { bytes: await photo(), format: 'jpeg', limits: limitsOf.jpeg } as const,
    ];
    const all = [
      ...ordinary,
      { ...bomb, limits: limitsOf.pdf },
      ...ordinary,
      { ...bomb, limits: limitsOf.pdf },
      ...ordinary,
    ];
    const most = { atOnce: 0 };
    const watch = { isDone: false };
    const work = Promise.all(all.map((request) => inspector.inspect(request))).finally(
      () => (watch.isDone = true),
    );
    while (!watch.isDone) {
      most.atOnce = Math.max(most.atOnce, residentOfChildren().length);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const verdicts = await work;
    expect(verdicts.map(({ sound }) => sound)).toEqual([true, true, false, true, true, false, true, true]);
    expect(most.atOnce).toBeGreaterThan(0);
    expect(most.atOnce).toBeLessThanOrEqual(inspectionLimits.atOnce);
  });

  it('of the largest photo that is accepted stay within bounds', async () => {
    const bytes = await photo({ width: 5500, height: 7000 });
    const work = inspector.inspect({ bytes, format: 'jpeg', limits: limitsOf.jpeg });
    const { result, peak } = await peakOfChildren(work);
    expect(result).toMatchObject({ sound: true });
    expect(peak).toBeLessThan(mostMemory);
  });
});
