import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { SystemClock } from '@admissions/clock/clock';
import type { FaultPoint, FaultPoints } from '../src/fault-points.ts';
import { nextNumber } from '../src/series.ts';
import { Store } from '../src/store.ts';
import { actOf, counting, countOn } from './counting.ts';
import { JournalPublisher } from './journal.ts';
import { seeded } from './seed.ts';

/** What a process of the tests is to do; its acknowledgements go to the file `acks`, its messages to `published`. */
export interface Job {
  readonly url: string;
  readonly database: string;
  readonly folder: string;
  readonly task: 'count' | 'number' | 'claim';
  /** Makes the causes of this process its own. */
  readonly name: string;
  readonly seed: number;
  readonly writers: number;
  readonly turns: number;
  readonly streams: readonly string[];
  /** Kills the process at the n-th time that it reaches a point. */
  readonly kill?: { readonly point: FaultPoint; readonly at: number };
}

const job = JSON.parse(process.argv[2] ?? '{}') as Job;
const random = seeded(job.seed);
const silent = (): void => undefined;
const complain = (fields: object, message: string): void =>
  void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);

function faultsOf({ kill }: Job): FaultPoints {
  let count = 0;
  return {
    reached(point) {
      if (point === kill?.point && ++count === kill.at) process.kill(process.pid, 'SIGKILL');
    },
  };
}

function acknowledge(fields: object): void {
  appendFileSync(join(job.folder, 'acks'), `${JSON.stringify(fields)}\n`);
}

const store = await Store.open({
  url: job.url,
  database: job.database,
  publisher: new JournalPublisher(join(job.folder, 'published')),
  clock: new SystemClock(),
  logger: { debug: silent, info: silent, warn: complain, error: complain },
  poolSize: 6,
  faults: faultsOf(job),
  random,
});
const streams = store.streams(counting);

const tasks: Record<Job['task'], (stream: string, cause: string) => Promise<object>> = {
  async count(stream, cause) {
    const { revision, answer } = await streams.change(stream, actOf(cause), countOn(cause));
    return { stream, cause, revision, answer };
  },
  async number(stream, cause) {
    const number = await nextNumber(store, stream, actOf(cause));
    return { stream, cause, number, again: await nextNumber(store, stream, actOf(cause)) };
  },
  async claim(stream, cause) {
    return { stream, cause, ...(await store.claims.take(stream, cause, actOf(cause))) };
  },
};

async function write(writer: number): Promise<void> {
  for (let turn = 0; turn < job.turns; turn++) {
    const stream =
      job.task === 'claim' ? job.streams[turn] : job.streams[Math.floor(random() * job.streams.length)];
    const cause = `${job.name}-${writer}-${turn}`;
    for (;;) {
      try {
        acknowledge(await tasks[job.task](stream as string, cause));
        break;
      } catch (error) {
        // A writer that is told to come again comes again, with the same cause.
        if ((error as { code?: string }).code !== 'busy') throw error;
      }
    }
  }
}

await Promise.all(Array.from({ length: job.writers }, (_, writer) => write(writer)));
await store.close();
