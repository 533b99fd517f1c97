import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Act, DueDeadline } from '@admissions/store/aggregate';
import { DeadlineRounds } from './deadline-rounds.ts';
import type { Log } from './log.ts';

const at = new Date('2026-11-24T09:00:00.000Z');
const deadline = (id: string): DueDeadline => ({ aggregate: 'offer', id, name: 'end', at });

describe('rounds of deadlines', () => {
  let open: DueDeadline[];
  let met: string[];
  let acts: Act[];
  let broken: (id: string) => boolean;
  const warned = jest.fn();
  const log = { warn: warned } as unknown as Log;

  beforeEach(() => {
    open = [];
    met = [];
    acts = [];
    broken = () => false;
    warned.mockClear();
  });

  const rounds = () =>
    new DeadlineRounds({
      store: { due: async (_now, limit) => open.slice(0, limit) },
      log,
      service: 'applications',
      now: () => at,
      meet: async ({ id }, act) => {
        if (broken(id)) throw new Error(`${id} cannot be met`);
        acts.push(act);
        met.push(id);
        open = open.filter((one) => one.id !== id);
      },
    });

  it('meet each once, by an act whose cause is the deadline', async () => {
    open = ['a', 'b'].map(deadline);
    expect(await rounds().run()).toBe(2);
    expect(met).toEqual(['a', 'b']);
    expect(acts[0]).toEqual({
      name: 'applications.end',
      by: 'system:applications/deadlines',
      correlationId: 'due-a',
      cause: { id: 'due/offer/a/end/2026-11-24T09:00:00.000Z', fingerprint: 'end' },
    });
  });

  it('go on for as long as they are full: many end on one day', async () => {
    open = Array.from({ length: 120 }, (_, nth) => deadline(`d${nth}`));
    await rounds().poll();
    expect(met).toHaveLength(120);
    expect(open).toEqual([]);
  });

  it('end although what was met stays due', async () => {
    const due = Array.from({ length: 50 }, (_, nth) => deadline(`d${nth}`));
    const meet = jest.fn(async () => undefined);
    const store = { due: async () => due };
    await new DeadlineRounds({ store, log, service: 'applications', now: () => at, meet }).poll();
    expect(meet).toHaveBeenCalledTimes(20 * 50);
  });

  it('are not held up by those that fail, however many they are; those rest, and are logged once each', async () => {
    open = [
      ...Array.from({ length: 70 }, (_, nth) => deadline(`broken-${nth}`)),
      ...Array.from({ length: 5 }, (_, nth) => deadline(`good-${nth}`)),
    ];
    broken = (id) => id.startsWith('broken');
    const these = rounds();
    expect(await these.run()).toBe(0);
    expect(await these.run()).toBe(5);
    expect(await these.run()).toBe(0);
    expect(warned).toHaveBeenCalledTimes(70);
  });

  it('end between two groups when they are told to stop', async () => {
    open = Array.from({ length: 40 }, (_, nth) => deadline(`d${nth}`));
    const end = new AbortController();
    broken = (id) => {
      if (id === 'd3') end.abort();
      return false;
    };
    expect(await rounds().run(end.signal)).toBe(8);
  });

  it('survive a store that cannot be read', async () => {
    const failing = new DeadlineRounds({
      store: { due: () => Promise.reject(new Error('away')) },
      log,
      service: 'applications',
      now: () => at,
      meet: async () => undefined,
    });
    await failing.poll();
    await failing.poll();
    expect(warned).toHaveBeenCalledTimes(2);
  });
});
