import { badParameter } from './problems.ts';

/** A decoded form: text, or named parts. Lists are parts named 0, 1, 2… */
export type Raw = string | RawParts;
export type RawParts = Map<string, Raw>;

const MAX_PAIRS = 2_000;
const MAX_DEPTH = 10;

/**
 * Decodes `a[b][0][c]=x` as Stripe does. Maps, not objects: a key named `__proto__` is only a key.
 * Refuses (400) malformed names, a name used both as text and as parts, and absurd sizes.
 */
export function decodeForm(text: string): RawParts {
  const root: RawParts = new Map();
  const pairs = [...new URLSearchParams(text)];
  if (pairs.length > MAX_PAIRS) throw badParameter('', 'Too many parameters.');
  for (const [name, value] of pairs) place(root, name, value);
  return root;
}

function place(root: RawParts, name: string, value: string): void {
  const steps = splitName(name);
  let parts = root;
  for (const step of steps.slice(0, -1)) {
    const key = step === '' ? String(parts.size) : step;
    const next = parts.get(key) ?? new Map<string, Raw>();
    if (typeof next === 'string') throw badParameter(name, 'Invalid object');
    parts.set(key, next);
    parts = next;
  }
  const last = steps.at(-1)!;
  const key = last === '' ? String(parts.size) : last;
  if (parts.get(key) instanceof Map) throw badParameter(name, 'Invalid string');
  parts.set(key, value);
}

function splitName(name: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (match === null) throw badParameter(name, `Invalid parameter name: ${name}`);
  const steps = [match[1]!, ...[...match[2]!.matchAll(/\[([^[\]]*)\]/g)].map((part) => part[1]!)];
  if (steps.length > MAX_DEPTH) throw badParameter(name, 'Parameters are nested too deeply.');
  return steps;
}

/** Equal for two forms that say the same in another order: what an idempotency key is compared on. */
export function canonicalForm(text: string): string {
  const pairs = [...new URLSearchParams(text)].map(([name, value]) => JSON.stringify([name, value]));
  return pairs.sort().join('\n');
}
