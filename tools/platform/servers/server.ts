import type { ProcessKeeper } from '../processes.ts';
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
}

/** A server that answers, and how its clients find it. */
export interface Server {
  name: string;
  /** Variables for the services and the tests. */
  env: Record<string, string>;
  /** Where it is, for the list that `npm start` prints. */
  address: string;
  pids: Record<string, number>;
  kill(process: string, signal: NodeJS.Signals): boolean;
  stop(): Promise<void>;
}

/** A server that someone else runs: the address came from the environment. */
export function foreignServer(name: string, address: string, env: Record<string, string>): Server {
  return { name, address, env, pids: {}, kill: () => false, stop: () => Promise.resolve() };
}
