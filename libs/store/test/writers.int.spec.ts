import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Bench } from './bench.ts';
import { acknowledgedBy, checkCopies, checkMessages, checkStreams, revisionsOf } from './checks.ts';
import { seedOf } from './seed.ts';
import type { Job } from './worker.ts';

const processes = ['a', 'b', 'c', 'd'];

describe('24 writers in 4 processes', () => {
  let bench: Bench;
  beforeAll(() => {
    bench = new Bench('writers');
  });
  afterAll(() => bench.drop());

  async function race(
    task: Job['task'],
    names: readonly string[],
    turns: number,
    streams: readonly string[],
  ): Promise<void> {
    const seed = seedOf(`writers, ${task} on ${streams.length}`);
    const jobs = names.map((name, index) =>
      bench.work({ task, name, seed: seed + index, writers: 6, turns, streams }),
    );
    for (const { code, errors } of await Promise.all(jobs))
      expect({ code, errors }).toEqual({ code: 0, errors: '' });
  }

  it('lose no change of one aggregate, leave no gap, and its copy is the newest', async () => {
    await race('count', processes, 8, ['hot']);
    const rows = await revisionsOf(bench, 'counting');
    expect(rows).toHaveLength(24 * 8);
    expect(acknowledgedBy(bench)).toHaveLength(24 * 8);
    checkStreams(rows, acknowledgedBy(bench));
    await checkCopies(bench, 'counting', rows);
    expect(checkMessages(bench, 'counting', rows)).toBe(0);
    expect(await (await bench.raw()).collection('outbox').countDocuments()).toBe(0);
  });

  it('lose no change of twenty aggregates', async () => {
    const streams = Array.from({ length: 20 }, (_, index) => `warm-${index}`);
    await race(
      'count',
      processes.map((name) => `${name}2`),
      15,
      streams,
    );
    const rows = await revisionsOf(bench, 'counting');
    expect(rows).toHaveLength(24 * 8 + 24 * 15);
    checkStreams(rows, acknowledgedBy(bench));
    await checkCopies(bench, 'counting', rows);
    checkMessages(bench, 'counting', rows);
  });

  it('take the numbers of a series without a gap, and a repeat takes none', async () => {
    await race(
      'number',
      processes.map((name) => `${name}3`),
      4,
      ['receipts-2026'],
    );
    const taken = acknowledgedBy<{ number?: number; again?: number }>(bench).filter(
      ({ number }) => number !== undefined,
    );
    expect(taken.map(({ number }) => number).toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 24 * 4 }, (_, index) => index + 1),
    );
    expect(taken.filter(({ number, again }) => number !== again)).toEqual([]);
  });

  it('take a claim once: one holds it, the others learn who', async () => {
    const texts = Array.from({ length: 6 }, (_, index) => `seat/${index}`);
    await race(
      'claim',
      processes.map((name) => `${name}4`),
      texts.length,
      texts,
    );
    const taken = acknowledgedBy<{ stream: string; cause: string; held?: boolean; holder?: string }>(bench);
    for (const text of texts) {
      const tries = taken.filter(({ stream }) => stream === text);
      expect(tries).toHaveLength(24);
      const winners = tries.filter(({ held }) => held);
      expect(winners).toHaveLength(1);
      expect(new Set(tries.filter(({ held }) => !held).map(({ holder }) => holder))).toEqual(
        new Set([winners[0]?.cause]),
      );
    }
  });
});
