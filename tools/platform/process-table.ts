import { readdirSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

/** What tells a process from a later one that got the same number. */
export interface Identity {
  pid: number;
  startedAt: string;
}

/** The process' start time as the system tells it; undefined when there is no such process. */
export function startTimeOf(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') {
      return (
        execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
      );
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces; field 22 of the whole line is the 20th after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

export function identityOf(pid: number): Identity {
  return { pid, startedAt: startTimeOf(pid) ?? '' };
}

/** True while any process of the group lives; a zombie that nobody collected does not count. */
export function groupIsAlive(pgid: number): boolean {
  try {
    process.kill(-pgid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return process.platform !== 'linux' || membersOf(pgid).length > 0;
}

export function killGroup(pgid: number, signal: NodeJS.Signals): void {
  if (pgid <= 1) return;
  try {
    process.kill(-pgid, signal);
  } catch {
    // nobody left to signal
  }
}

/**
 * True when the group is the one that we started from this state folder: its leader has the start time written down, or (leader gone)
 * each member carries the folder in its environment. On a system where neither can be read the answer is no.
 */
export function isStillOurs(identity: Identity, stateDir: string): boolean {
  if (!groupIsAlive(identity.pid)) return false;
  const started = startTimeOf(identity.pid);
  if (started !== undefined) return started === identity.startedAt;
  const members = membersOf(identity.pid);
  return members.length > 0 && members.every((pid) => carries(pid, stateDir));
}

function carries(pid: number, stateDir: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .includes(`ADMISSIONS_PLATFORM_STATE=${stateDir}`);
  } catch {
    return false;
  }
}

/** Living processes of a group, from /proc (Linux only; elsewhere none). */
function membersOf(pgid: number): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => {
        const [state, , group] = statFields(pid);
        return Number(group) === pgid && state !== 'Z' && state !== 'X';
      });
  } catch {
    return [];
  }
}

function statFields(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
