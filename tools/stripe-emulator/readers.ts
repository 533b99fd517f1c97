// Small readers that turn a decoded form into typed values, or throw the error that Stripe would give.
import { type Raw, type RawParts } from './form.ts';
import { badParameter } from './problems.ts';

export type Reader<T> = (raw: Raw | undefined, name: string) => T;
export type Read<R> = R extends Reader<infer T> ? T : never;
type Table = Record<string, Reader<unknown>>;
type ReadTable<T extends Table> = { [K in keyof T]: Read<T[K]> };

/** Named parts, each with its reader. A part without a reader is refused: nothing is ignored in silence. */
export function parts<T extends Table>(table: T): Reader<ReadTable<T>> {
  return (raw, name) => {
    if (raw === undefined && name !== '') throw missing(name);
    if (typeof raw === 'string') throw badParameter(name, 'Invalid object');
    const given: RawParts = raw ?? new Map();
    for (const key of given.keys()) {
      const full = inner(name, key);
      if (!Object.hasOwn(table, key)) {
        throw badParameter(full, `Received unknown parameter: ${full}`, 'parameter_unknown');
      }
    }
    const entries = Object.entries(table).map(([key, read]) => [key, read(given.get(key), inner(name, key))]);
    return Object.fromEntries(entries) as ReadTable<T>;
  };
}

export function optional<T>(read: Reader<T>): Reader<T | undefined> {
  return (raw, name) => (raw === undefined ? undefined : read(raw, name));
}

/** As optional; an empty text also means "none", where Stripe allows to unset. */
export function emptyable<T>(read: Reader<T>): Reader<T | undefined> {
  return (raw, name) => (raw === undefined || raw === '' ? undefined : read(raw, name));
}

export function list<T>(read: Reader<T>, limits: { min?: number; max: number }): Reader<T[]> {
  return (raw, name) => {
    if (raw === undefined) throw missing(name);
    if (typeof raw === 'string' || [...raw.keys()].some((key) => !/^\d{1,6}$/.test(key))) {
      throw badParameter(name, 'Invalid array');
    }
    if (raw.size > limits.max) throw badParameter(name, `Array must have at most ${limits.max} elements.`);
    if (raw.size < (limits.min ?? 0)) throw missing(name);
    const ordered = [...raw].sort(([a], [b]) => Number(a) - Number(b));
    return ordered.map(([key, value]) => read(value, inner(name, key)));
  };
}

export function text(max = 5_000): Reader<string> {
  return (raw, name) => {
    if (raw === undefined) throw missing(name);
    if (typeof raw !== 'string') throw badParameter(name, 'Invalid string');
    if (raw === '') throw empty(name);
    if (raw.length > max) {
      throw badParameter(
        name,
        `Invalid string: must be at most ${max} characters`,
        'parameter_invalid_string',
      );
    }
    return raw;
  };
}

export function integer(limits: { min?: number; max?: number } = {}): Reader<number> {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = limits;
  return (raw, name) => {
    const value = text()(raw, name);
    const code = 'parameter_invalid_integer';
    if (!/^-?\d{1,15}$/.test(value)) throw badParameter(name, `Invalid integer: ${value}`, code);
    const number = Number(value);
    if (number < min) throw badParameter(name, `This value must be greater than or equal to ${min}.`, code);
    if (number > max) throw badParameter(name, `This value must be less than or equal to ${max}.`, code);
    return number;
  };
}

export function flag(): Reader<boolean> {
  return (raw, name) => {
    const value = text()(raw, name);
    if (value !== 'true' && value !== 'false') throw badParameter(name, `Invalid boolean: ${value}`);
    return value === 'true';
  };
}

export function oneOf<const T extends string>(...allowed: T[]): Reader<T> {
  return (raw, name) => {
    const value = text()(raw, name);
    if ((allowed as string[]).includes(value)) return value as T;
    const last = name.replace(/^.*\[(.*)\]$/, '$1');
    throw badParameter(name, `Invalid ${last}: must be one of ${allowed.join(', ')}`);
  };
}

export function url(): Reader<string> {
  return (raw, name) => {
    const value = text()(raw, name);
    // The template of the session's id is allowed; braces are not a reason to refuse.
    if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) {
      throw badParameter(name, 'Not a valid URL', 'url_invalid');
    }
    return value;
  };
}

export function email(): Reader<string> {
  return (raw, name) => {
    const value = text(512)(raw, name);
    if (!isEmail(value)) throw badParameter(name, `Invalid email address: ${value}`, 'email_invalid');
    return value;
  };
}

export function isEmail(value: string): boolean {
  return value.length <= 512 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value);
}

/** Up to 50 keys of 40 characters with values of 500: https://docs.stripe.com/api/metadata */
export function metadata(): Reader<Record<string, string>> {
  return (raw, name) => {
    if (typeof raw === 'string' || raw === undefined) throw badParameter(name, 'Invalid object');
    if (raw.size > 50) throw badParameter(name, 'You can have up to 50 metadata keys.');
    const found: [string, string][] = [];
    for (const [key, value] of raw) {
      const full = inner(name, key);
      if (key.length > 40) throw badParameter(full, 'Metadata keys can have up to 40 characters.');
      if (typeof value !== 'string') throw badParameter(full, 'Invalid string');
      if (value.length > 500) throw badParameter(full, 'Metadata values can have up to 500 characters.');
      if (value !== '') found.push([key, value]);
    }
    return Object.fromEntries(found);
  };
}

function inner(name: string, key: string): string {
  return name === '' ? key : `${name}[${key}]`;
}

function missing(name: string) {
  return badParameter(name, `Missing required param: ${name}.`, 'parameter_missing');
}

function empty(name: string) {
  const message = `You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; however '${name}' cannot be unset. You should remove '${name}' from your request or supply a non-empty value.`;
  return badParameter(name, message, 'parameter_invalid_empty');
}
