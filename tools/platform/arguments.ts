import { parseArgs } from 'node:util';
import { PlatformError } from './log.ts';

/** `number` is a port; `count` a whole number from 1 on. */
type Kind = 'text' | 'number' | 'count' | 'flag';
type Values<S extends Record<string, Kind>> = {
  [K in keyof S]?: S[K] extends 'number' | 'count' ? number : S[K] extends 'flag' ? boolean : string;
};

/** Reads `--name value` and `--name=value`; an unknown option or a bad number is named with what is accepted. */
export function parseArguments<const S extends Record<string, Kind>>(args: string[], accepted: S): Values<S> {
  const options = Object.fromEntries(
    Object.entries(accepted).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? 'boolean' : 'string' } as const,
    ]),
  );
  let values: Record<string, unknown>;
  try {
    ({ values } = parseArgs({ args, options, allowPositionals: false }));
  } catch (error) {
    throw new PlatformError(
      `${(error as Error).message}\nAccepted: ${Object.keys(accepted)
        .map((name) => `--${name}`)
        .join(' ')}`,
    );
  }
  for (const [name, kind] of Object.entries(accepted)) {
    const value = values[name];
    if (kind === 'number' && typeof value === 'string') values[name] = port(name, value);
    if (kind === 'count' && typeof value === 'string') values[name] = count(name, value);
  }
  return values as Values<S>;
}

function port(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1024 && number <= 65_000) return number;
  throw new PlatformError(`--${name} must be a whole number from 1024 to 65000, not "${text}".`);
}

function count(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new PlatformError(`--${name} must be a whole number from 1 on, not "${text}".`);
}
