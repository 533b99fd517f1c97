import type { ManagedProcess, ProcessKeeper } from '../processes.ts';
import type { Ports } from '../ports.ts';
import type { Secrets } from '../secrets.ts';
import type { Programs } from '../programs.ts';
import type { Log } from '../log.ts';

/** What a local server needs to start. */
export interface ServerContext {
  stateDir: string;
  ports: Ports;
  secrets: Secrets;
  programs: Programs;
  keeper: ProcessKeeper;
  /** The caller's environment: an address in it replaces the local server. */
  env: NodeJS.ProcessEnv;
  log: Log;
  /** Ends the waits of a start that is no longer wanted. */
  signal: AbortSignal | undefined;
}

/** A server that answers, and how its clients find it. */
export interface Server {
  name: string;
  /** Variables for the services and the tests. */
  env: Record<string, string>;
  /** Where it is, for the list that `npm start` prints; no password in it. */
  address: string;
  /** Its processes now; none when someone else runs it. */
  processes(): readonly ManagedProcess[];
  /** Again after `stop`, with its state. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A server that someone else runs: the address came from the environment. */
export function foreignServer(name: string, url: string, env: Record<string, string>): Server {
  const nothing = () => Promise.resolve();
  return { name, address: withoutPassword(url), env, processes: () => [], start: nothing, stop: nothing };
}

/** `--name value` for each entry. */
export function flags(values: Record<string, string | number>): string[] {
  return Object.entries(values).flatMap(([name, value]) => [`--${name}`, String(value)]);
}

/** The address with its user and password left out. */
export function withoutPassword(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//');
}
