import { ProblemError } from '@admissions/contracts/problem';

/** Errors of the driver after which the same operation may succeed, and after which a write may have happened. */
const unavailableNames = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoWaitQueueTimeoutError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoClientClosedError',
  'PoolClearedOnNetworkError',
]);

/** Server errors of a primary that is stepping down, shutting down or too busy (retryable codes of the driver's specification). */
const unavailableCodes = new Set([
  6, 7, 64, 89, 91, 112, 134, 189, 262, 317, 358, 9001, 10107, 11600, 11602, 13435, 13436,
]);

interface Coded {
  name?: unknown;
  code?: unknown;
  message?: unknown;
}

/** An `_id` or another unique key exists already. FerretDB does not say which. */
export function isDuplicate(error: unknown): boolean {
  return (error as Coded | null)?.code === 11000;
}

/** The database did not answer, or not in a way that says whether the operation happened. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { name, code, message } = error as Coded;
  if (unavailableNames.has(String(name)) || (typeof code === 'number' && unavailableCodes.has(code)))
    return true;
  // SQLite under the local engine gives up waiting for its one writer.
  return name === 'MongoServerError' && /database is locked|SQLITE_BUSY/.test(String(message));
}

/** What a caller of the store sees when the database is away: 503, worth sending again. */
export function unavailable(cause: unknown): ProblemError {
  return new ProblemError(
    'service-unavailable',
    'the database does not answer',
    { retryAfter: 2 },
    { cause },
  );
}
