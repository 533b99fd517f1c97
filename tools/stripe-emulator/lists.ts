import { badParameter, noSuch } from './problems.ts';
import * as r from './readers.ts';
import type { Raw } from './form.ts';
import type { World } from './world.ts';

const range = r.parts({
  gt: r.optional(r.integer()),
  gte: r.optional(r.integer()),
  lt: r.optional(r.integer()),
  lte: r.optional(r.integer()),
});

function created(): r.Reader<r.Read<typeof range>> {
  return (raw: Raw | undefined, name) => {
    if (raw instanceof Map) return range(raw, name);
    const exact = r.integer()(raw, name);
    return { gt: undefined, gte: exact, lt: undefined, lte: exact };
  };
}

export const pageForm = {
  limit: r.optional(r.integer({ min: 1, max: 100 })),
  starting_after: r.optional(r.text()),
  ending_before: r.optional(r.text()),
  expand: r.optional(r.list(r.text(), { max: 20 })),
};

/** Common parameters of the list routes: https://docs.stripe.com/api/pagination */
export const listForm = { ...pageForm, created: r.optional(created()) };

type Page = {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
  created?: r.Read<typeof range>;
};
export type Condition = { sql: string; values: (string | number)[] };
export type ApiList<T> = { object: 'list'; data: T[]; has_more: boolean; url: string };

/** `$.name = value`, for the filters of list routes. */
export function equals(name: string, value: string | undefined): Condition[] {
  return value === undefined ? [] : [{ sql: `json_extract(body, '$.${name}') = ?`, values: [value] }];
}

/** One page, newest first. `ending_before` reads towards the newer ones, as at Stripe. */
export function page<T>(
  world: World,
  kind: string,
  url: string,
  form: Page,
  filters: Condition[],
): ApiList<T> {
  const limit = form.limit ?? 10;
  const backwards = form.ending_before !== undefined;
  const conditions = [
    { sql: 'kind = ?', values: [kind] },
    ...cursor(world, kind, form),
    ...createdWithin(form.created),
    ...filters,
  ];
  const where = conditions.map((condition) => condition.sql).join(' AND ');
  const values = conditions.flatMap((condition) => condition.values);
  const sql = `SELECT body FROM objects WHERE ${where} ORDER BY seq ${backwards ? 'ASC' : 'DESC'} LIMIT ?`;
  const rows = world.journal.rows<{ body: string }>(sql, ...values, limit + 1);
  const data = rows.slice(0, limit).map((row) => JSON.parse(row.body) as T);
  return { object: 'list', data: backwards ? data.reverse() : data, has_more: rows.length > limit, url };
}

function cursor(world: World, kind: string, form: Page): Condition[] {
  const { starting_after: after, ending_before: before } = form;
  if (after !== undefined && before !== undefined) {
    throw badParameter('starting_after', 'You cannot parameterize both starting_after and ending_before.');
  }
  if (after !== undefined)
    return [{ sql: 'seq < ?', values: [placeOf(world, kind, after, 'starting_after')] }];
  if (before !== undefined)
    return [{ sql: 'seq > ?', values: [placeOf(world, kind, before, 'ending_before')] }];
  return [];
}

function placeOf(world: World, kind: string, id: string, param: string): number {
  const row = world.journal.row<{ seq: number }>(
    'SELECT seq FROM objects WHERE kind = ? AND id = ?',
    kind,
    id,
  );
  if (row === undefined) throw noSuch(kind, id, param);
  return row.seq;
}

function createdWithin(limits: r.Read<typeof range> | undefined): Condition[] {
  const signs = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;
  return Object.entries(signs).flatMap(([name, sign]) => {
    const value = limits?.[name as keyof typeof signs];
    return value === undefined ? [] : [{ sql: `created ${sign} ?`, values: [value] }];
  });
}
