import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProblemError, refuse } from '@admissions/contracts/problem';
import type { Loaded } from '../src/aggregate.ts';
import type { Store } from '../src/store.ts';
import type { StreamStore } from '../src/stream.store.ts';
import { Bench, until } from './bench.ts';
import { revisionsOf } from './checks.ts';
import { actOf, counting, countOn } from './counting.ts';
import type { Counting } from './counting.ts';

const codeOf = (error: unknown): string => (error instanceof ProblemError ? error.code : String(error));

describe('a change', () => {
  let bench: Bench;
  let store: Store;
  let streams: StreamStore<Counting>;
  beforeAll(async () => {
    bench = new Bench('changing');
    store = await bench.store();
    streams = store.streams(counting);
  });
  afterAll(() => bench.drop());

  const count = (id: string, cause: string, fingerprint?: string) =>
    streams.change(id, actOf(cause, fingerprint), countOn(cause));

  it('is one revision that says who, when, why and what was sent', async () => {
    await count('whole', 'c1');
    expect(await streams.load('whole')).toEqual({
      id: 'whole',
      revision: 1,
      state: { count: 1, last: 'c1' },
      at: bench.clock.now(),
      by: 'system:store/test',
      act: 'count',
    });
    await until('the tail to publish', () =>
      bench.publisher.sent().some(({ id }) => id === 'counting/whole/1/1'),
    );
    expect(bench.publisher.sent().find(({ id }) => id === 'counting/whole/1/0')).toEqual({
      id: 'counting/whole/1/0',
      name: 'store.counted.v1',
      occurredAt: '2026-11-24T09:00:00.000Z',
      correlationId: 'test',
      causationId: 'c1',
      data: { count: 1 },
    });
  });

  it('gives a repeat the stored answer, however long ago it was', async () => {
    for (let turn = 1; turn <= 45; turn++) await count('long', `t${turn}`);
    // Among the newest, among those looked up one by one, and beyond: there the index is asked.
    for (const turn of [45, 44, 30, 13, 2, 1]) {
      expect(await count('long', `t${turn}`)).toEqual({
        id: 'long',
        revision: turn,
        state: { count: turn, last: `t${turn}` },
        answer: { count: turn },
        repeated: true,
      });
    }
    expect((await streams.load('long'))?.revision).toBe(45);
  });

  it('refuses the same cause with another body', async () => {
    await count('reused', 'key', 'first body');
    await count('reused', 'later');
    await expect(count('reused', 'key', 'other body')).rejects.toMatchObject({
      code: 'idempotency-key-reused',
      status: 422,
    });
    expect((await streams.load('reused'))?.revision).toBe(2);
    await until('its row to be deleted', async () => (await store.outbox.pending()).rows === 0);
  });

  it('answers a repeat although the rule would refuse it now', async () => {
    const once = (current: Loaded<Counting> | undefined) =>
      current ? refuse('wrong-state', 'once only') : countOn('once')(current);
    const first = await streams.change('refusing', actOf('once'), once);
    const again = await streams.change('refusing', actOf('once'), once);
    expect(again).toEqual({ ...first, repeated: true });
    await expect(streams.change('refusing', actOf('other'), once)).rejects.toMatchObject({
      problem: { code: 'wrong-state', detail: 'once only' },
    });
    await count('refusing', 'another');
    await expect(streams.change('refusing', actOf('other'), once)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    expect((await streams.change('refusing', actOf('once'), once)).repeated).toBe(true);
  });

  it('stores nothing of a refusal: the same cause may succeed later', async () => {
    const refusing = (): ReturnType<typeof refuse> => refuse('wrong-state');
    await expect(streams.change('patient', actOf('try'), refusing)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    expect(await streams.load('patient')).toBeUndefined();
    expect(await count('patient', 'try')).toMatchObject({ revision: 1, repeated: false });
  });

  it('records that a message was ignored, once', async () => {
    const ignoring = () => ({ ignored: 'it came too late' });
    await count('late', 'first');
    for (let turn = 0; turn < 2; turn++) {
      expect(await streams.change('late', actOf('payments/m1'), ignoring)).toEqual({
        id: 'late',
        revision: 1,
        state: { count: 1, last: 'first' },
        answer: null,
        repeated: false,
        ignored: 'it came too late',
      });
    }
    const inbox = (await bench.raw()).collection<{ _id: string; ignored: string }>('inbox');
    const recorded = await inbox.findOne({ _id: 'payments/m1/ignored/counting/late' });
    expect(recorded?.ignored).toBe('it came too late');
    expect((await streams.load('late'))?.revision).toBe(1);
  });

  it('runs once when fifty send it at once', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => count('fifty', 'one key')));
    expect(all.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(all.map(({ answer }) => JSON.stringify(answer)))).toEqual(new Set(['{"count":1}']));
  });

  it('waits for its neighbours in the process: none of them decides in vain', async () => {
    let decided = 0;
    const changes = Array.from({ length: 24 }, (_, index) =>
      streams.change(
        'neighbours',
        actOf(`n${index}`),
        (current) => (decided++, countOn(`n${index}`)(current)),
      ),
    );
    await Promise.all(changes);
    expect((await streams.load('neighbours'))?.state.count).toBe(24);
    expect(decided).toBe(24);
  });

  it('runs once when fifty send it at once to five processes', async () => {
    const stores = await Promise.all(Array.from({ length: 5 }, () => bench.store()));
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (stores[index % 5] as Store)
          .streams(counting)
          .change('fifty-5', actOf('one key'), countOn('one key')),
      ),
    );
    expect(all.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect((await revisionsOf(bench, 'counting')).filter(({ stream }) => stream === 'fifty-5')).toHaveLength(
      1,
    );
  });

  it('keeps states that the local engine cannot store as they are', async () => {
    const odd = { 'a.b': 1, $set: [[1, [2]], []], '': null, text: 'nul \u0000, half \ud800, é' };
    const state = { count: 1, last: 'odd', odd } as Counting;
    const changed = await streams.change('odd', actOf('odd'), () => ({ state, answer: odd }));
    expect(changed.answer).toEqual(odd);
    expect((await streams.load('odd'))?.state).toEqual(state);
  });

  it('leaves out what is undefined, as every reader will see it', async () => {
    const state = { count: 1, last: 'u', due: undefined };
    const changed = await streams.change('undefined', actOf('u'), () => ({ state }));
    expect(Object.keys(changed.state)).toEqual(['count', 'last']);
    expect(changed.answer).toBeNull();
  });

  it('fails before anything is stored when summary or deadlines are wrong', async () => {
    const wrong = { count: 1, last: { not: 'a scalar' } as unknown as string };
    await expect(streams.change('wrong', actOf('w'), () => ({ state: wrong }))).rejects.toThrow(
      'last in the summary is not a scalar',
    );
    const due = { 'Not Kebab': '2027-01-01T00:00:00Z' };
    await expect(
      streams.change('wrong', actOf('w'), () => ({ state: { count: 1, last: 'x', due } })),
    ).rejects.toThrow('kebab-case');
    expect(await streams.load('wrong')).toBeUndefined();
  });

  it('of an id that cannot exist is refused; to look for one finds nothing', async () => {
    for (const id of ['', 'x'.repeat(201), 'line\nbreak', 'nul\u0000']) {
      expect(await streams.load(id)).toBeUndefined();
      expect(await streams.history(id)).toEqual([]);
      await expect(count(id, 'c')).rejects.toMatchObject({ code: 'invalid-input' });
    }
    expect(await streams.load('$where')).toBeUndefined();
  });

  it('ends with busy when its deadline has passed, without a decision', async () => {
    let decided = 0;
    const deadline = new Date(Date.now() - 1);
    const change = streams.change('late-command', actOf('d'), () => (decided++, { ignored: 'never' }), {
      deadline,
    });
    await expect(change.catch((error) => Promise.reject(codeOf(error)))).rejects.toBe('busy');
    expect(decided).toBe(0);
  });

  it('gives up with busy when others are first every time', async () => {
    const other = await bench.store();
    let decided = 0;
    const overtaken = async (current: Loaded<Counting> | undefined) => {
      await other.streams(counting).change('crowded', actOf(`other-${decided++}`), countOn('other'));
      return countOn('mine')(current);
    };
    await expect(streams.change('crowded', actOf('mine'), overtaken)).rejects.toMatchObject({
      code: 'busy',
      status: 503,
      problem: { retryAfter: 1 },
    });
    expect(decided).toBe(15);
    // Its own rows are gone, as those of a loser must be.
    await until('the outbox to be empty', async () => (await store.outbox.pending()).rows === 0);
  });

  it('recognises its own insert when the answer was lost on the way', async () => {
    const lost = await bench.store();
    const streamsOfLost = lost.streams(counting);
    await streamsOfLost.load('cut');
    // The connection breaks after the server has the revision: what the driver tells is an error of the network.
    const { revisions } = streamsOfLost;
    const insert = revisions.insert.bind(revisions);
    let cuts = 0;
    revisions.insert = async (row) => {
      await insert(row);
      if (cuts++ === 0) throw Object.assign(new Error('connection closed'), { name: 'MongoNetworkError' });
    };
    const changed = await streamsOfLost.change('cut', actOf('cut'), countOn('cut'));
    expect(changed).toMatchObject({ revision: 1, repeated: false, answer: { count: 1 } });
    expect(cuts).toBe(1);
    await until('its messages to be published', () =>
      bench.publisher.sent().some(({ id }) => id === 'counting/cut/1/0'),
    );
    await until('its row to be deleted', async () => (await store.outbox.pending()).rows === 0);
    expect((await streams.load('cut'))?.revision).toBe(1);
  });

  it('recognises its own insert although others went on meanwhile', async () => {
    const lost = await bench.store();
    const streamsOfLost = lost.streams(counting);
    const { revisions } = streamsOfLost;
    const insert = revisions.insert.bind(revisions);
    let cuts = 0;
    revisions.insert = async (row) => {
      await insert(row);
      if (cuts++ > 0) return;
      for (const cause of ['x', 'y']) await count('cut-2', cause);
      throw Object.assign(new Error('connection closed'), { name: 'MongoNetworkError' });
    };
    const changed = await streamsOfLost.change('cut-2', actOf('cut'), countOn('cut'));
    expect(changed).toMatchObject({ revision: 1, repeated: false });
    expect((await streams.load('cut-2'))?.state).toEqual({ count: 3, last: 'y' });
  });

  it('is unavailable, and may be sent again, while the database does not answer', async () => {
    const away = await bench.store();
    const streamsAway = away.streams(counting);
    streamsAway.revisions.insert = () =>
      Promise.reject(Object.assign(new Error('closed'), { name: 'MongoNetworkError' }));
    await expect(streamsAway.change('away', actOf('a'), countOn('a'))).rejects.toMatchObject({
      code: 'service-unavailable',
      problem: { retryAfter: 2 },
    });
    expect(await count('away', 'a')).toMatchObject({ revision: 1, repeated: false });
  });

  it('shows its history in order and in parts', async () => {
    for (const cause of ['h1', 'h2', 'h3']) await count('past', cause);
    const history = await streams.history('past');
    expect(history.map(({ revision, cause, act, state }) => [revision, cause, act, state?.count])).toEqual([
      [1, 'h1', 'count', 1],
      [2, 'h2', 'count', 2],
      [3, 'h3', 'count', 3],
    ]);
    expect(history[0]?.messages).toHaveLength(2);
    expect((await streams.history('past', { after: 1, limit: 1 })).map(({ revision }) => revision)).toEqual([
      2,
    ]);
  });
});
