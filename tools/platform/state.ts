import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holder, tryLock } from './setup/lock.ts';
import { PlatformError } from './log.ts';

/** Makes the state folder and takes its lock: one platform at a time per folder. Returns the release. */
export function takeState(stateDir: string): () => void {
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const lock = lockOf(stateDir);
  if (!tryLock(lock)) {
    throw new PlatformError(
      `A platform is already running from ${stateDir} (process ${holder(lock)?.pid}). Stop it with Ctrl-C where it runs.`,
    );
  }
  return () => rmSync(lock, { force: true });
}

function lockOf(stateDir: string): string {
  return join(stateDir, 'running.lock');
}

/** The process that runs from this state folder, if any. */
export function runningFrom(stateDir: string): number | undefined {
  return holder(lockOf(stateDir))?.pid;
}

/** The base of ports that the last start used, so that addresses in bookmarks and mails stay right. */
export function rememberedBase(stateDir: string): number | undefined {
  const file = join(stateDir, 'ports.json');
  if (!existsSync(file)) return undefined;
  const { base } = JSON.parse(readFileSync(file, 'utf8')) as { base?: number };
  return base;
}

export function rememberBase(stateDir: string, base: number): void {
  writeFileSync(join(stateDir, 'ports.json'), `${JSON.stringify({ base })}\n`);
}
