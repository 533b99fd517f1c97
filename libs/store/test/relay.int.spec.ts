import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { OutboxAlarm } from '../src/outbox.relay.ts';
import type { CopyRow, OutboxRow } from '../src/rows.ts';
import type { Store } from '../src/store.ts';
import { Bench, until } from './bench.ts';
import { actOf, counting, countOn } from './counting.ts';

describe('the sweep of the outbox', () => {
  let bench: Bench;
  let store: Store;
  let nowMs: number;
  let alarms: OutboxAlarm[];
  beforeEach(async () => {
    bench = new Bench('relay');
    nowMs = Date.now();
    alarms = [];
    store = await bench.store({ now: () => new Date(nowMs), alarm: (alarm) => alarms.push(alarm) });
    store.streams(counting);
  });
  afterEach(() => bench.drop());

  const outbox = async () => (await bench.raw()).collection<OutboxRow>('outbox');
  const count = (id: string, cause: string) =>
    store.streams(counting).change(id, actOf(cause), countOn(cause));
  const ids = () => bench.publisher.sent().map(({ id }) => id);

  /** Changes whose messages could not be published: every row is still there. */
  async function left(...streams: string[]): Promise<void> {
    let asked = 0;
    bench.publisher.outcome = () => (asked++, 'failed');
    for (const stream of streams) await count(stream, `${stream}-cause`);
    await until('the tails to have tried', () => asked >= 2 * streams.length);
    bench.publisher.outcome = () => 'confirmed';
  }

  it('publishes what is named and forgets it', async () => {
    await left('a', 'b');
    nowMs += 3_000;
    await store.outbox.sweep();
    expect(ids().toSorted()).toEqual([
      'counting/a/1/0',
      'counting/a/1/1',
      'counting/b/1/0',
      'counting/b/1/1',
    ]);
    expect(await store.outbox.pending()).toEqual({ rows: 0, oldestMs: 0 });
  });

  it('leaves a fresh row to its writer', async () => {
    await left('a');
    nowMs += 2_900;
    await store.outbox.sweep();
    expect(ids()).toEqual([]);
    expect(await store.outbox.pending()).toEqual({ rows: 1, oldestMs: expect.any(Number) });
  });

  it('brings the copy up before it forgets a row', async () => {
    await left('a');
    const copies = (await bench.raw()).collection<CopyRow>('counting');
    await copies.deleteOne({ _id: 'a' });
    nowMs += 3_000;
    await store.outbox.sweep();
    expect(await copies.findOne({ _id: 'a' })).toMatchObject({ revision: 1 });
  });

  it('forgets a row of a writer that lost, and sends nothing for it', async () => {
    await count('a', 'first');
    await until('the tail to end', async () => (await store.outbox.pending()).rows === 0);
    const before = ids().length;
    await (await outbox()).insertOne({ _id: 'counting/a/1/attempt-of-a-loser', at: new Date(nowMs) });
    nowMs += 3_000;
    await store.outbox.sweep();
    expect(ids()).toHaveLength(before);
    expect((await store.outbox.pending()).rows).toBe(0);
  });

  it('keeps a row whose revision is absent for a day: its writer may be slow', async () => {
    await (await outbox()).insertOne({ _id: 'counting/a/1/attempt', at: new Date(nowMs) });
    nowMs += 86_399_000;
    await store.outbox.sweep();
    expect((await store.outbox.pending()).rows).toBe(1);
    nowMs += 2_000;
    await store.outbox.sweep();
    expect((await store.outbox.pending()).rows).toBe(0);
    expect(ids()).toEqual([]);
  });

  it('keeps a row whose message no queue wants, tells, and delivers when one does', async () => {
    await left('a', 'b');
    const refused = (id: string) => id === 'counting/a/1/1';
    bench.publisher.outcome = ({ id }) => (refused(id) ? 'unroutable' : 'confirmed');
    nowMs += 3_000;
    await store.outbox.sweep();
    expect(alarms).toEqual([
      { unroutable: ['store.counted-again.v1'], rows: 1, oldestMs: expect.any(Number) },
    ]);
    expect(bench.logged.filter(({ level }) => level === 'error').length).toBeGreaterThan(0);
    bench.publisher.outcome = () => 'confirmed';
    await store.outbox.sweep();
    expect(ids()).toContain('counting/a/1/1');
    expect((await store.outbox.pending()).rows).toBe(0);
  });

  it('tells of a message that waits for more than a minute', async () => {
    await left('a');
    bench.publisher.outcome = () => 'failed';
    nowMs += 59_000;
    await store.outbox.sweep();
    expect(alarms).toEqual([]);
    nowMs += 2_000;
    await store.outbox.sweep();
    expect(alarms).toEqual([{ unroutable: [], rows: 1, oldestMs: expect.any(Number) }]);
    expect(alarms[0]?.oldestMs).toBeGreaterThanOrEqual(60_000);
  });

  it('is not alarmed by a row whose revision never came: nothing waits for it', async () => {
    await (await outbox()).insertOne({ _id: 'counting/a/1/attempt', at: new Date(nowMs) });
    nowMs += 120_000;
    await store.outbox.sweep();
    expect(alarms).toEqual([]);
  });

  it('stops when the broker is away, and a window that never passes does not block the rest', async () => {
    await left(...Array.from({ length: 60 }, (_, index) => `s${index}`));
    let asked = 0;
    bench.publisher.outcome = () => (asked++, 'failed');
    nowMs += 3_000;
    await store.outbox.sweep();
    expect(asked).toBe(50);
    const poisoned = new Set(Array.from({ length: 25 }, (_, index) => `counting/s${index}/`));
    bench.publisher.outcome = ({ id }) =>
      poisoned.has(id.slice(0, id.indexOf('/', 9) + 1)) ? 'failed' : 'confirmed';
    for (let sweep = 0; sweep < 30 && (await store.outbox.pending()).rows > 25; sweep++)
      await store.outbox.sweep();
    expect((await store.outbox.pending()).rows).toBe(25);
  });

  it('survives a publisher that throws or answers too little', async () => {
    await left('a', 'b');
    nowMs += 3_000;
    const { publish } = bench.publisher;
    bench.publisher.publish = () => Promise.reject(new Error('no broker'));
    await store.outbox.sweep();
    bench.publisher.publish = async () => ['confirmed'];
    await store.outbox.sweep();
    expect((await store.outbox.pending()).rows).toBe(2);
    bench.publisher.publish = publish.bind(bench.publisher);
    await store.outbox.sweep();
    expect((await store.outbox.pending()).rows).toBe(0);
  });

  it('by two replicas at once only repeats messages', async () => {
    await left(...Array.from({ length: 30 }, (_, index) => `s${index}`));
    const other = await bench.store({ now: () => new Date(nowMs) });
    other.streams(counting);
    nowMs += 3_000;
    await Promise.all([store.outbox.sweep(), other.outbox.sweep()]);
    expect(new Set(ids()).size).toBe(60);
    expect((await store.outbox.pending()).rows).toBe(0);
  });

  it('leaves rows of an aggregate that this process does not know, and says so', async () => {
    await (await outbox()).insertOne({ _id: 'unknown/a/1/attempt', at: new Date(nowMs) });
    nowMs += 3_000;
    await store.outbox.sweep();
    expect((await store.outbox.pending()).rows).toBe(1);
    expect(bench.logged).toContainEqual(
      expect.objectContaining({ level: 'error', fields: { row: 'unknown/a/1/attempt' } }),
    );
  });

  it('runs by itself from start to stop', async () => {
    const started = await bench.store({ relay: { intervalMs: 20, minAgeMs: 0 } });
    started.streams(counting);
    await left('a');
    started.outbox.start();
    await until('the sweep', () => ids().includes('counting/a/1/1'));
    await started.outbox.stop();
    await left('b');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(ids()).not.toContain('counting/b/1/0');
  });

  it('ends with the sweep in which it is stopped', async () => {
    const started = await bench.store({ relay: { intervalMs: 20, minAgeMs: 0 } });
    started.streams(counting);
    await left('a');
    const { publish } = bench.publisher;
    let begun = false;
    let goOn = (): void => undefined;
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    bench.publisher.publish = async (messages) => {
      begun = true;
      await gate;
      return publish.call(bench.publisher, messages);
    };
    started.outbox.start();
    await until('the sweep to begin', () => begun);
    const stopped = started.outbox.stop();
    goOn();
    await stopped;
    expect(ids()).toContain('counting/a/1/0');
    bench.publisher.publish = publish;
    await left('b');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(ids()).not.toContain('counting/b/1/0');
  });

  it('closing lets the last messages go out first', async () => {
    const closing = await bench.store();
    const { publish } = bench.publisher;
    bench.publisher.publish = async (messages) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return publish.call(bench.publisher, messages);
    };
    await closing.streams(counting).change('last', actOf('last'), countOn('last'));
    expect(ids()).toEqual([]);
    await closing.close();
    expect(ids()).toEqual(['counting/last/1/0', 'counting/last/1/1']);
  });

  it('is left what finds no room behind the answers: commands go on while the broker hangs', async () => {
    bench.publisher.publish = () => new Promise(() => undefined);
    const started = performance.now();
    for (let turn = 0; turn < 36; turn++) await count(`hang-${turn}`, `hang-${turn}`);
    expect(performance.now() - started).toBeLessThan(8_000);
    expect((await store.outbox.pending()).rows).toBe(36);
  }, 40_000);
});
