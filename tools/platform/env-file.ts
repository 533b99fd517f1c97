import { readFileSync, rmSync } from 'node:fs';
import { writePrivate } from './secrets.ts';

/** Writes `<file>` with KEY='value' lines that a shell can read (`set -a; . file`), and `<file>.json`. They hold passwords: mode 0600. */
export function writeEnvFiles(file: string, env: Record<string, string>): void {
  const quote = (value: string) => `'${value.replaceAll("'", `'\\''`)}'`;
  const lines = Object.entries(env).map(([key, value]) => `${key}=${quote(value)}`);
  writePrivate(`${file}.json`, JSON.stringify(env, null, 2));
  writePrivate(file, lines.join('\n'));
}

/** Removes what `writeEnvFiles` wrote. */
export function removeEnvFiles(file: string): void {
  for (const path of [file, `${file}.json`]) rmSync(path, { force: true });
}

/** Reads what `writeEnvFiles` wrote. */
export function readEnvFile(file: string): Record<string, string> {
  return JSON.parse(readFileSync(`${file}.json`, 'utf8')) as Record<string, string>;
}
