import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { accessSync, constants, statSync } from 'node:fs';

/** Root of the checkout. */
export const root = join(import.meta.dirname, '..', '..');

/** Where `npm start` keeps its state and logs; `npm run reset` removes it. */
export const defaultStateDir = join(root, '.platform');

/** What the set-up builds is kept here, one folder per name and version, for all clones of this user. */
export function cacheDir(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'admissions-platform');
}

/** Full path of a program on PATH, or undefined. */
export function onPath(name: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  return (env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

/** True when the file exists and may be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
