import { createServer } from 'node:net';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { randomInt } from 'node:crypto';
import { PlatformError } from './log.ts';
import { holder, tryLock } from './setup/lock.ts';

/**
 * The one table of the local platform's ports: distance from the base (4200 unless `--port-base` or PLATFORM_PORT_BASE says otherwise).
 * The services get the ports from `services` on, one per process.
 */
export const portOffsets = {
  api: 0,
  inbox: 1,
  smtp: 2,
  mongo: 3,
  amqp: 4,
  objects: 5,
  cards: 6,
  epmd: 7,
  erlang: 8,
  services: 20,
} as const;

export type PortName = keyof typeof portOffsets;

export const defaultBase = 4200;
/** Size of one platform's block of ports: the next clone takes the next block. */
export const blockSize = 100;
const blocks = 20;

export interface Ports {
  of(name: PortName): number;
  /** The next port that no one has, for a process of a service. */
  next(): Promise<number>;
}

/** True when we can listen there on 127.0.0.1 (nobody else does, on this address or on all of them). */
export async function isFree(port: number): Promise<boolean> {
  const tryOn = (host: string) =>
    new Promise<boolean>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
    });
  return (await tryOn('127.0.0.1')) && (await tryOn('0.0.0.0'));
}

async function takenIn(base: number): Promise<number | undefined> {
  for (const [name, offset] of Object.entries(portOffsets)) {
    if (name !== 'services' && !(await isFree(base + offset))) return base + offset;
  }
  return undefined;
}

export interface ClaimedBase {
  base: number;
  release: () => void;
}

/**
 * Chooses the block of ports and keeps it for this process (two that start in the same second take different ones).
 * A base that was asked for is kept or refused, naming the port, its holder and the flag; without one, the base remembered from the
 * last start, then the default and the blocks after it are tried, so that two clones run side by side.
 */
export async function claimBase(
  folder: string,
  asked: number | undefined,
  remembered: number | undefined,
): Promise<ClaimedBase> {
  const others = Array.from({ length: blocks }, (_, i) => defaultBase + i * blockSize);
  const candidates = asked === undefined ? [remembered, ...others] : [asked];
  for (const base of candidates) {
    const release = base === undefined ? undefined : await claim(folder, base);
    if (base !== undefined && release) return { base, release };
  }
  throw new PlatformError(await refusal(folder, asked));
}

async function claim(folder: string, base: number): Promise<(() => void) | undefined> {
  mkdirSync(folder, { recursive: true });
  const file = claimFile(folder, base);
  if (!tryLock(file)) return undefined;
  if ((await takenIn(base)) === undefined) return () => rmSync(file, { force: true });
  rmSync(file, { force: true });
  return undefined;
}

function claimFile(folder: string, base: number): string {
  return join(folder, `ports-${base}.lock`);
}

async function refusal(folder: string, asked: number | undefined): Promise<string> {
  const ways = 'Choose other ports with --port-base <number> (or PLATFORM_PORT_BASE)';
  if (asked === undefined) {
    return `No free block of ports from ${defaultBase} to ${defaultBase + blocks * blockSize}. ${ways}.`;
  }
  const taken = await takenIn(asked);
  const what =
    taken === undefined
      ? `The ports from ${asked} on are kept by another platform (process ${holder(claimFile(folder, asked))?.pid}).`
      : `Port ${taken} is in use${holderOf(taken)}.`;
  return `${what} ${ways}, or leave it out and the next free block is taken.`;
}

/** Ports at fixed distances from a base. */
export function portsFrom(base: number): Ports {
  let next = base + portOffsets.services;
  return {
    of: (name) => base + portOffsets[name],
    async next() {
      while (!(await isFree(next))) next += 1;
      return next++;
    },
  };
}

/**
 * Free ports for a test run. They lie below the range from which the system takes ports for outgoing connections (Linux: from 32768),
 * so that nothing takes one between our look and the server's start.
 */
export async function freePorts(): Promise<Ports> {
  const given = new Set<number>();
  const one = async () => {
    for (let tries = 0; tries < 200; tries += 1) {
      const port = randomInt(10_000, 32_000);
      if (!given.has(port) && (await isFree(port))) {
        given.add(port);
        return port;
      }
    }
    throw new PlatformError('No free port was found between 10000 and 32000 in 200 tries.');
  };
  const named = new Map<PortName, number>();
  for (const name of Object.keys(portOffsets) as PortName[]) named.set(name, await one());
  return { of: (name) => named.get(name) as number, next: one };
}

/** " by process 42 (node …)" on Linux where we may look, else "". */
export function holderOf(port: number): string {
  try {
    const inodes = listeningInodes(port);
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      if (holdsSocket(pid, inodes)) return ` by process ${pid} (${commandOf(pid)})`;
    }
  } catch {
    // not Linux, or not allowed to look: the message does without the holder
  }
  return '';
}

function listeningInodes(port: number): Set<string> {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    readFileSync(file, 'utf8').split('\n').slice(1),
  );
  const listening = lines
    .map((line) => line.trim().split(/\s+/))
    .filter((f) => f[1]?.endsWith(suffix) && f[3] === '0A');
  return new Set(listening.map((fields) => `socket:[${fields[9]}]`));
}

function holdsSocket(pid: string, inodes: Set<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      try {
        return inodes.has(readlinkSync(`/proc/${pid}/fd/${fd}`));
      } catch {
        return false;
      }
    });
  } catch {
    return false;
  }
}

function commandOf(pid: string): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim().slice(0, 80);
}

/** The base that PLATFORM_PORT_BASE asks for, if it is set. */
export function askedBase(env: NodeJS.ProcessEnv): number | undefined {
  const text = env['PLATFORM_PORT_BASE'];
  if (!text) return undefined;
  const base = Number(text);
  if (Number.isInteger(base) && base >= 1024 && base <= 65_000) return base;
  throw new PlatformError(`PLATFORM_PORT_BASE must be a whole number from 1024 to 65000, not "${text}".`);
}
