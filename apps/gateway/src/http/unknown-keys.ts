import type { Issue } from '@admissions/contracts/problem';

/**
 * What a request holds and its schema does not know, at any depth: refused rather than dropped, so that a client learns of a mistake
 * at once. Compares what came with what was parsed.
 */
export function unknownKeys(given: unknown, parsed: unknown, path: string[] = []): Issue[] {
  if (Array.isArray(given) && Array.isArray(parsed)) {
    return given.flatMap((item, index) => unknownKeys(item, parsed[index], [...path, String(index)]));
  }
  if (!isObject(given) || !isObject(parsed)) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    if (value === undefined) return [];
    if (!Object.hasOwn(parsed, key))
      return [{ path: [...path, key.slice(0, 100)].join('.'), message: 'is not known here' }];
    return unknownKeys(value, parsed[key], [...path, key]);
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
