import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { identityOf, startTimeOf, type Identity } from '../process-table.ts';
import { PlatformError } from '../log.ts';

/** Runs `act` while holding a lock file; waits for a living holder, takes over from a dead one. */
export async function withLock<T>(file: string, act: () => Promise<T>, limitMs = 20 * 60_000): Promise<T> {
  const until = Date.now() + limitMs;
  while (!tryLock(file)) {
    if (Date.now() > until) {
      throw new PlatformError(
        `${file} is held by process ${holder(file)?.pid} since ${limitMs / 60_000} min: end it, or remove the file.`,
      );
    }
    await pause(250);
  }
  try {
    return await act();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Takes the lock if nobody alive holds it. The file appears with its content in one step (link), so that it is never seen empty. */
export function tryLock(file: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(identityOf(process.pid)));
  try {
    removeDead(file, own);
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Removes the lock of a dead holder. What was read and what is moved away may differ when another was quicker: then it is put back. */
function removeDead(file: string, own: string): void {
  if (!existsSync(file) || holder(file)) return;
  const aside = `${own}.aside`;
  try {
    renameSync(file, aside);
    if (holder(aside)) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** The living process that holds the lock. */
export function holder(file: string): Identity | undefined {
  try {
    const identity = JSON.parse(readFileSync(file, 'utf8')) as Identity;
    return startTimeOf(identity.pid) === identity.startedAt ? identity : undefined;
  } catch {
    return undefined;
  }
}
