import { createHash, randomBytes } from 'node:crypto';

/** Chance, injected, so that tests repeat what they saw. */
export abstract class Chance {
  abstract bytes(length: number): Buffer;
}

export class SystemChance extends Chance {
  override bytes(length: number): Buffer {
    return randomBytes(length);
  }
}

/** The same sequence for the same seed; for tests only. */
export class SeededChance extends Chance {
  readonly #seed: string;
  #count = 0;
  constructor(seed: string) {
    super();
    this.#seed = seed;
  }
  override bytes(length: number): Buffer {
    const parts: Buffer[] = [];
    while (Buffer.concat(parts).length < length)
      parts.push(createHash('sha256').update(`${this.#seed}/${this.#count++}`).digest());
    return Buffer.concat(parts).subarray(0, length);
  }
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** 26 letters and digits that carry 128 bits: safe in paths, keys and file names. */
function base32(bytes: Buffer): string {
  let value = BigInt(`0x${bytes.subarray(0, 16).toString('hex')}`);
  let text = '';
  for (let i = 0; i < 26; i++) {
    text += alphabet[Number(value & 31n)];
    value >>= 5n;
  }
  return text;
}

/** The id of what a command creates, derived from the command, so that a repeat creates the same thing. */
export function idFrom(kind: string, commandId: string): string {
  return `${kind}-${base32(createHash('sha256').update(`${kind}/${commandId}`).digest())}`;
}

/** An id by chance, for what no command creates. */
export function newId(kind: string, chance: Chance): string {
  return `${kind}-${base32(chance.bytes(16))}`;
}

/** The id of a command: actor and key together, so that nobody can meet another's keys. */
export function commandIdOf(actor: string, idempotencyKey: string): string {
  return createHash('sha256')
    .update(JSON.stringify([actor, idempotencyKey]))
    .digest('hex');
}

/** What a command asks, whatever the order of its keys: the same id with another fingerprint is another command. */
export function fingerprintOf(name: string, input: unknown): string {
  return createHash('sha256')
    .update(`${name}\n${canonical(input)}`)
    .digest('hex');
}

/** JSON with sorted keys. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value instanceof Date) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
}
