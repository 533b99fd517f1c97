import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type Guard, startGuard } from './guard.ts';
import { groupIsAlive, identityOf, isStillOurs, killGroup, type Identity } from './process-table.ts';

export interface ProcessSpec {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd?: string;
  /** How long it may take to end after SIGTERM before it is killed; 10 s unless said. */
  graceMs?: number;
  /** Receives each line of output besides the log file (services: warnings for the console). */
  onLine?: (line: string) => void;
}

export interface ManagedProcess {
  name: string;
  pid: number;
  logFile: string;
  /** Undefined while it runs, then "the process ended with code 1, see <log>". */
  ended(): string | undefined;
  whenEnded: Promise<void>;
  /** Settles when all that it wrote is in its log file: later than its end, since its last words may still be on the way. */
  whenLogged: Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** SIGTERM to the group, then SIGKILL after the grace; returns when no process of the group is left. */
  stop(): Promise<StopResult>;
}

export type StopResult = 'ended' | 'killed';

/** The child processes of one state folder: in groups of their own, written down, and gone when we are, however we end. */
export interface ProcessKeeper {
  start(spec: ProcessSpec): ManagedProcess;
  close(): void;
}

/** Starts a keeper after ending what an earlier run with this state folder left behind. A temporary folder goes when the keeper does. */
export async function openKeeper(stateDir: string, temporary = false): Promise<ProcessKeeper> {
  mkdirSync(join(stateDir, 'pids'), { recursive: true });
  mkdirSync(join(stateDir, 'logs'), { recursive: true });
  await endLeftovers(stateDir);
  const guard = startGuard(stateDir, temporary);
  const begun = new Set<string>();
  return {
    start(spec) {
      const logFile = join(stateDir, 'logs', `${spec.name}.log`);
      if (!begun.has(spec.name)) turnLog(logFile);
      begun.add(spec.name);
      const output = spec.onLine ? withLines(spec, stateDir, logFile) : withFile(spec, stateDir, logFile);
      return manage(output, spec, stateDir, logFile, guard);
    },
    close: () => guard.close(),
  };
}

function childOptions(spec: ProcessSpec, stateDir: string) {
  return {
    cwd: spec.cwd ?? stateDir,
    env: { ...spec.env, ADMISSIONS_PLATFORM_STATE: stateDir },
    // A group of its own: Ctrl-C reaches only us, and we stop the processes in the right order.
    detached: true,
  };
}

interface Output {
  child: ChildProcess;
  whenLogged: Promise<void>;
}

/** The process writes to its log file itself. */
function withFile(spec: ProcessSpec, stateDir: string, logFile: string): Output {
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(spec.command, spec.args, {
      ...childOptions(spec, stateDir),
      stdio: ['ignore', log, log],
    });
    return { child, whenLogged: whenClosed(child) };
  } finally {
    closeSync(log);
  }
}

/** Its output passes through us, so that we can show some of it. */
function withLines(spec: ProcessSpec, stateDir: string, logFile: string): Output {
  const child = spawn(spec.command, spec.args, {
    ...childOptions(spec, stateDir),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const file = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  file.on('error', () => undefined); // the folder was removed under us, or the disk is full: the service goes on
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      file.write(`${line}\n`);
      spec.onLine?.(line);
    });
  }
  const whenLogged = whenClosed(child).then(() => finished(file.end()).catch(() => undefined));
  return { child, whenLogged };
}

/** Settles when the process is gone and its output is read to the end. */
function whenClosed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
}

function manage(
  { child, whenLogged }: Output,
  spec: ProcessSpec,
  stateDir: string,
  logFile: string,
  guard: Guard,
): ManagedProcess {
  const pid = child.pid ?? -1;
  const pidFile = join(stateDir, 'pids', `${spec.name}.json`);
  let reason: string | undefined;
  if (pid > 0) {
    guard.watch(pid);
    writeFileSync(pidFile, JSON.stringify(identityOf(pid)));
  }
  const whenEnded = new Promise<void>((resolve) => {
    const end = (text: string) => {
      reason ??= `${text}, see ${logFile}`;
      resolve();
    };
    child.once('error', (error) => end(`it could not be started: ${error.message}`));
    child.once('exit', (code, signal) => end(`the process ended with ${signal ?? `code ${code}`}`));
  });
  return {
    name: spec.name,
    pid,
    logFile,
    ended: () => reason,
    whenEnded,
    whenLogged,
    kill: (signal) => killGroup(pid, signal),
    async stop() {
      const result = await endGroup(pid, spec.graceMs ?? 10_000);
      if (pid > 0) guard.forget(pid);
      rmSync(pidFile, { force: true });
      return result;
    },
  };
}

async function endGroup(pid: number, graceMs: number): Promise<StopResult> {
  if (pid <= 0) return 'ended';
  killGroup(pid, 'SIGTERM');
  // A process that was stopped (SIGSTOP) hears SIGTERM only once it goes on.
  killGroup(pid, 'SIGCONT');
  const until = Date.now() + graceMs;
  while (groupIsAlive(pid) && Date.now() < until) await pause(25);
  if (!groupIsAlive(pid)) return 'ended';
  while (groupIsAlive(pid)) {
    killGroup(pid, 'SIGKILL');
    await pause(25);
  }
  return 'killed';
}

/** Ends the processes that the pid files of this state folder name, if they are still the ones that we started; returns their names. */
export async function endLeftovers(stateDir: string): Promise<string[]> {
  const folder = join(stateDir, 'pids');
  if (!existsSync(folder)) return [];
  const ended: string[] = [];
  for (const file of readdirSync(folder)) {
    const identity = readIdentity(join(folder, file));
    if (identity && isStillOurs(identity, stateDir)) {
      await endGroup(identity.pid, 3000);
      ended.push(file.replace('.json', ''));
    }
    rmSync(join(folder, file), { force: true });
  }
  return ended;
}

function readIdentity(file: string): Identity | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Identity;
  } catch {
    return undefined; // half-written by a process that was killed: it names nobody
  }
}

/** The end of a log file, for the message of a start that failed. */
export function lastLines(file: string, count = 25): string {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}

/** Keeps the log of the run before as `<name>.log.1`. */
function turnLog(logFile: string): void {
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
}
