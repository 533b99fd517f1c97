import { createHash } from 'node:crypto';
import { ProblemError } from '@admissions/contracts/problem';
import type { ListQuery, Scalar } from './aggregate.ts';

/** Where a page ended: the order value and the id of its last item. */
export interface Position {
  readonly value: Scalar;
  readonly id: string;
}

type Filter = Record<string, unknown>;

/** Text that only this list reads again; it is bound to the query that it was made for. */
export function cursorAfter(query: ListQuery, position: Position): string {
  return Buffer.from(JSON.stringify([1, fingerprint(query), position.value, position.id])).toString(
    'base64url',
  );
}

/** The position in a cursor. Throws ProblemError `invalid-cursor` when it is not one of this list. */
export function positionOf(query: ListQuery): Position | undefined {
  if (query.cursor === undefined) return undefined;
  const [version, print, value, id] = parts(query.cursor);
  if (version !== 1 || print !== fingerprint(query) || typeof id !== 'string' || !isScalar(value)) {
    throw new ProblemError('invalid-cursor');
  }
  return { value, id };
}

function parts(cursor: string): unknown[] {
  if (cursor.length > 4_000) throw new ProblemError('invalid-cursor');
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function fingerprint({ where = {}, anyOf, orderBy, descending = false }: ListQuery): string {
  const filters = sorted(where);
  // Without alternatives as before there were any: cursors that clients hold stay good.
  const text = JSON.stringify([orderBy, descending, filters, ...(anyOf ? [anyOf.map(sorted)] : [])]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

function sorted(where: NonNullable<ListQuery['where']>): [string, unknown][] {
  return Object.entries(where).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/**
 * The filter of a page. Values are scalars or lists of scalars only, so that no value is ever read as an operator.
 * Throws ProblemError `invalid-input` for another value, and an Error for a field name that no code should write.
 */
export function filterOf(query: ListQuery): Filter {
  const filter: Filter = { erased: false, ...equalities(query.where ?? {}) };
  if (!isFieldName(query.orderBy)) throw new Error(`not a field of a summary: ${query.orderBy}`);
  const position = positionOf(query);
  const beyondIt = position && beyond(query.orderBy, query.descending ?? false, position);
  const anyOf = query.anyOf?.map(equalities);
  if (anyOf && beyondIt) return { ...filter, $and: [{ $or: anyOf }, { $or: beyondIt }] };
  const either = anyOf ?? beyondIt;
  return either ? { ...filter, $or: either } : filter;
}

function equalities(where: NonNullable<ListQuery['where']>): Filter {
  const filter: Filter = {};
  for (const [field, value] of Object.entries(where)) {
    if (!isFieldName(field)) throw new Error(`not a field of a summary: ${field}`);
    const many = Array.isArray(value);
    if (!(many ? value.every(isScalar) : isScalar(value)))
      throw new ProblemError('invalid-input', `${field} takes plain values only`);
    filter[field] = many ? { $in: value } : value;
  }
  return filter;
}

function isFieldName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(name) && !['erased', 'dues'].includes(name);
}

/**
 * What comes after a position, ordered by value and then by id. Items without a value come first when ascending and last when
 * descending, and comparison operators never match them: they need a branch of their own.
 */
function beyond(field: string, descending: boolean, { value, id }: Position): Filter[] {
  const after = descending ? '$lt' : '$gt';
  const same = { [field]: value, _id: { [after]: id } };
  if (value === null) return descending ? [same] : [same, { [field]: { $ne: null } }];
  const later = { [field]: { [after]: value } };
  return descending ? [same, later, { [field]: null }] : [same, later];
}

/** The order of the sort, the id making it total. */
export function sortOf({ orderBy, descending = false }: ListQuery): Record<string, 1 | -1> {
  const direction = descending ? -1 : 1;
  return { [orderBy]: direction, _id: direction };
}
