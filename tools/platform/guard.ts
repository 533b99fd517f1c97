import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { join } from 'node:path';

/** A small process beside ours that ends the groups we named when our end of its pipe closes, so also when we are killed outright. */
export interface Guard {
  watch(pgid: number): void;
  forget(pgid: number): void;
  /** We end in good order and everything is stopped: the guard ends too. */
  close(): void;
}

/** Starts the guard; what it ended is written to `logs/guard.log` of the state folder. A temporary folder is removed at the end. */
export function startGuard(stateDir: string, temporary: boolean): Guard {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'guard.mjs'), stateDir, temporary ? 'temporary' : 'kept'],
    {
      cwd: '/',
      env: { PATH: process.env['PATH'] ?? '' },
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  child.unref();
  // The pipe must not keep us alive either; it is a socket, though its type does not say so.
  if (child.stdin instanceof Socket) child.stdin.unref();
  const say = (line: string) => void child.stdin?.write(`${line}\n`);
  return {
    watch: (pgid) => say(`watch ${pgid}`),
    forget: (pgid) => say(`forget ${pgid}`),
    close: () => void child.stdin?.end(),
  };
}
