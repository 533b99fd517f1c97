import { expect } from '@jest/globals';
import type { Bench } from './bench.ts';
import { linesOf } from './journal.ts';
import type { RevisionRow } from '../src/rows.ts';

export interface Acknowledged {
  stream: string;
  cause: string;
  revision: number;
}

export async function revisionsOf(bench: Bench, aggregate: string): Promise<RevisionRow[]> {
  const rows = await (await bench.raw()).collection(`${aggregate}.revisions`).find({}).toArray();
  return rows as unknown as RevisionRow[];
}

/** No gap, no cause twice, each revision one more than the one before, every acknowledged change there. */
export function checkStreams(rows: readonly RevisionRow[], acknowledged: readonly Acknowledged[]): void {
  const byStream = Map.groupBy(rows, ({ stream }) => stream);
  for (const [stream, own] of byStream) {
    const sorted = own.toSorted((a, b) => a.revision - b.revision);
    expect(sorted.map(({ revision }) => revision)).toEqual(sorted.map((_, index) => index + 1));
    const counts = sorted.map(({ state }) => (JSON.parse(state as string) as { count: number }).count);
    expect({ stream, counts }).toEqual({ stream, counts: sorted.map((_, index) => index + 1) });
    expect(new Set(own.map(({ cause }) => cause.id)).size).toBe(own.length);
  }
  const causes = new Map(rows.map(({ stream, cause, revision }) => [`${stream} ${cause.id}`, revision]));
  const lost = acknowledged.filter(
    ({ stream, cause, revision }) => causes.get(`${stream} ${cause}`) !== revision,
  );
  expect(lost).toEqual([]);
}

/** Every copy is at the newest revision of its stream. */
export async function checkCopies(
  bench: Bench,
  aggregate: string,
  rows: readonly RevisionRow[],
): Promise<void> {
  const copies = await (
    await bench.raw()
  )
    .collection<{ _id: string; revision: number; count: number }>(aggregate)
    .find({})
    .toArray();
  const shown = Object.fromEntries(copies.map(({ _id, revision, count }) => [_id, [revision, count]]));
  const newest: Record<string, [number, number]> = {};
  for (const { stream, revision } of rows)
    if (revision > (newest[stream]?.[0] ?? 0)) newest[stream] = [revision, revision];
  expect(shown).toEqual(newest);
}

/** Every message of every revision was published, none of a revision that does not exist. Returns how many were repeats. */
export function checkMessages(bench: Bench, aggregate: string, rows: readonly RevisionRow[]): number {
  const sent = bench.publisher.sent().map(({ id }) => id);
  const due = rows.flatMap(({ stream, revision }) =>
    [0, 1].map((index) => `${aggregate}/${stream}/${revision}/${index}`),
  );
  const distinct = new Set(sent);
  expect(due.filter((id) => !distinct.has(id))).toEqual([]);
  const known = new Set(due);
  expect(sent.filter((id) => !known.has(id))).toEqual([]);
  return sent.length - distinct.size;
}

export function acknowledgedBy<T = Acknowledged>(bench: Bench): T[] {
  return linesOf(bench.file('acks')).map((line) => JSON.parse(line) as T);
}
