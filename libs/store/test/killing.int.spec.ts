import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { faultPoints } from '../src/fault-points.ts';
import { parseOutboxKey } from '../src/keys.ts';
import type { OutboxRow } from '../src/rows.ts';
import type { Store } from '../src/store.ts';
import { Bench, until } from './bench.ts';
import type { Acknowledged } from './checks.ts';
import { acknowledgedBy, checkCopies, checkMessages, checkStreams, revisionsOf } from './checks.ts';
import { actOf, counting, countOn } from './counting.ts';
import { seeded, seedOf } from './seed.ts';
import type { Job } from './worker.ts';

const killsPerPoint = 20;
const atOnce = 3;
const streams = ['k-0', 'k-1', 'k-2', 'k-3'];

/** One job for each kill, in an order by chance. */
function jobsOf(seed: number): Omit<Job, 'url' | 'database' | 'folder'>[] {
  const random = seeded(seed);
  const jobs = faultPoints.flatMap((point) =>
    Array.from({ length: killsPerPoint }, (_, index) => {
      const kill = { point, at: 1 + Math.floor(random() * 3) };
      return {
        task: 'count' as const,
        name: `${point}-${index}`,
        seed: seed + index,
        writers: 2,
        turns: 8,
        // One of its own as well, which nobody but the sweep mends.
        streams: [...streams, `own-${point}-${index}`],
        kill,
        order: random(),
      };
    }),
  );
  return jobs.toSorted((a, b) => a.order - b.order).map(({ order: _order, ...job }) => job);
}

/** Rows of the outbox that the sweep has something to do for: all but those of writers that nobody came after. */
async function namedRows(bench: Bench): Promise<number> {
  const outbox = (await bench.raw()).collection<OutboxRow>('outbox');
  const there = new Set(
    (await revisionsOf(bench, 'counting')).map(({ stream, revision }) => `${stream} ${revision}`),
  );
  const keys = (await outbox.find({}).toArray()).map(({ _id }) => parseOutboxKey(_id));
  return keys.filter((key) => key && there.has(`${key.id} ${key.revision}`)).length;
}

describe('SIGKILL between any two steps of a change', () => {
  let bench: Bench;
  let store: Store;
  beforeAll(async () => {
    bench = new Bench('killing');
    store = await bench.store({ relay: { intervalMs: 300, minAgeMs: 500 } });
  });
  afterAll(() => bench.drop());

  it(`loses nothing, ${killsPerPoint} times at each point, beside a steady writer and a sweep`, async () => {
    const seed = seedOf('killing');
    const counted = store.streams(counting);
    const own: Acknowledged[] = [];
    const change = async (stream: string, cause: string): Promise<void> => {
      const { revision } = await counted.change(stream, actOf(cause), countOn(cause));
      own.push({ stream, cause, revision });
    };
    store.outbox.start();
    const steadyWriter = { goes: true };
    const steady = (async () => {
      for (let turn = 0; steadyWriter.goes; turn++) {
        await change(streams[turn % streams.length] as string, `steady-${turn}`);
        // It is to be there, not to keep the processors from those who die.
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    })();

    const jobs = jobsOf(seed);
    const ends: string[] = [];
    const crasher = async (): Promise<void> => {
      for (let job = jobs.pop(); job; job = jobs.pop())
        ends.push(`${job.kill?.point} ${(await bench.work(job)).signal}`);
    };
    await Promise.all(Array.from({ length: atOnce }, crasher));
    steadyWriter.goes = false;
    await steady;
    const expected = faultPoints.flatMap((point) => Array<string>(killsPerPoint).fill(`${point} SIGKILL`));
    expect(ends.toSorted()).toEqual(expected.toSorted());

    // The rows of writers that died before their revision are recognised as soon as somebody else made that revision.
    for (const stream of streams) await change(stream, 'last');
    await until(
      'the sweep to leave only rows without a revision',
      async () => (await namedRows(bench)) === 0,
      30_000,
    );
    const rows = await revisionsOf(bench, 'counting');
    checkStreams(rows, [...own, ...acknowledgedBy(bench)]);
    await checkCopies(bench, 'counting', rows);
    const repeats = checkMessages(bench, 'counting', rows);
    process.stdout.write(
      `killing: ${rows.length} revisions, ${own.length} by the steady writer, ${repeats} repeated messages\n`,
    );
    // The window between publishing and deleting was hit: every kill at its two points repeats two messages.
    expect(repeats).toBeGreaterThanOrEqual(2 * 2 * killsPerPoint);
  }, 300_000);
});
