import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { type Db, MongoClient } from 'mongodb';

interface Row {
  _id: string;
  revision: number;
  text: string;
}

/**
 * The store asks for a missing `_id` at every load (the revision that may exist by now). Unpatched FerretDB reads the whole collection
 * for that (84 ms at 20,000 documents); the patch in tools/local-mongo makes it use the index. This test holds the patch in place.
 */
describe('look-ups by _id on the local engine', () => {
  let client: MongoClient;
  let db: Db;

  beforeAll(async () => {
    client = await MongoClient.connect(process.env['MONGODB_URL'] as string, {
      serverSelectionTimeoutMS: 5000,
    });
    db = client.db(`lookups_${randomBytes(4).toString('hex')}`);
    await fill('small', 100);
    await fill('large', 20_000);
  }, 60_000);

  afterAll(async () => {
    await db.dropDatabase();
    await client.close();
  });

  async function fill(name: string, count: number): Promise<void> {
    const text = 'x'.repeat(1500);
    for (let from = 0; from < count; from += 1000) {
      const size = Math.min(1000, count - from);
      const rows = Array.from({ length: size }, (_, i) => ({
        _id: `a/${from + i}`,
        revision: from + i,
        text,
      }));
      await db.collection<Row>(name).insertMany(rows);
    }
  }

  /** Median milliseconds of 15 look-ups. */
  async function median(name: string, filter: object): Promise<number> {
    const times: number[] = [];
    for (let i = 0; i < 15; i += 1) {
      const started = performance.now();
      expect(await db.collection<Row>(name).findOne(filter)).toBeNull();
      times.push(performance.now() - started);
    }
    return times.sort((a, b) => a - b)[7] as number;
  }

  it.each([
    ['a missing _id', { _id: 'a/none' }],
    ['a missing _id with a second key', { _id: 'a/none', revision: { $lt: 5 } }],
  ])('%s among 20,000 documents costs less than 5 times that among 100', async (_what, filter) => {
    await median('large', filter); // warms both the connection and SQLite's pages
    const small = await median('small', filter);
    const large = await median('large', filter);
    // Half a millisecond is the round trip: below it the ratio would measure noise.
    expect(large).toBeLessThan(5 * Math.max(small, 0.5));
  });

  it('applies the rest of a filter that names an _id', async () => {
    const rows = db.collection<Row>('large');
    expect(await rows.findOne({ _id: 'a/7', revision: { $lt: 7 } })).toBeNull();
    expect((await rows.findOne({ _id: 'a/7', revision: { $lt: 8 } }))?.revision).toBe(7);
    expect((await rows.updateOne({ _id: 'a/7', revision: 6 }, { $set: { revision: 9 } })).matchedCount).toBe(
      0,
    );
    expect((await rows.deleteOne({ _id: 'a/8', revision: { $lt: 8 } })).deletedCount).toBe(0);
  });

  it('refuses a second document with the same _id', async () => {
    const row = { _id: 'a/9', revision: 1, text: '' };
    await expect(db.collection<Row>('large').insertOne(row)).rejects.toMatchObject({ code: 11000 });
  });
});
