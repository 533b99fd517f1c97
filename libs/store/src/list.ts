import type { QueryFilter } from 'mongoose';
import type { ListQuery, Page, Scalar, Summary } from './aggregate.ts';
import type { Copies } from './copies.ts';
import { cursorAfter, filterOf, sortOf } from './cursor.ts';
import type { CopyRow } from './rows.ts';

const mostItems = 200;

/**
 * A page of narrow copies. The same query for both engines: MongoDB finds the page by an index; the local engine pushes nothing but
 * `_id` down and reads the collection, which is why copies are narrow (store measurements, 6).
 */
export async function listPage<S>(copies: Copies<S>, query: ListQuery): Promise<Page> {
  const { limit } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > mostItems)
    throw new Error(`a page has 1 to ${mostItems} items, not ${limit}`);
  const filter = filterOf(query) as QueryFilter<CopyRow>;
  const rows = await copies.model
    .find(filter)
    .sort(sortOf(query))
    .limit(limit + 1)
    .lean<CopyRow[]>()
    .exec();
  const items = rows.slice(0, limit).map(itemOf);
  const last = items.at(-1);
  if (rows.length <= limit || !last) return { items };
  return { items, next: cursorAfter(query, { value: (last[query.orderBy] ?? null) as Scalar, id: last.id }) };
}

function itemOf({
  _id: id,
  erased: _erased,
  dues: _dues,
  ...fields
}: CopyRow): Summary & { id: string; revision: number } {
  return { ...fields, id };
}
