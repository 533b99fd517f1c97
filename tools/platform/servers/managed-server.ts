import type { ManagedProcess, ProcessSpec } from '../processes.ts';
import { holderOf, isFree } from '../ports.ts';
import { PlatformError } from '../log.ts';
import { waitFor } from '../wait.ts';
import type { Server, ServerContext } from './server.ts';

export interface LocalServer {
  name: string;
  address: string;
  env: Record<string, string>;
  /** Ports that must be free, each with the variable that replaces this server. */
  ports: number[];
  replacedBy: string;
  /** In the order of their start; they are stopped in the opposite order. */
  processes: ProcessSpec[];
  probe: () => Promise<boolean>;
  limitMs: number;
}

/** Starts the processes of a server and waits until the probe says that it really answers. */
export async function startLocalServer(context: ServerContext, server: LocalServer): Promise<Server> {
  for (const port of server.ports) await requireFree(server, port);
  const processes: ManagedProcess[] = [];
  const stop = async () => {
    for (const one of [...processes].reverse()) await one.stop();
  };
  try {
    for (const spec of server.processes) processes.push(context.keeper.start(spec));
    const givenUp = () => processes.map((one) => one.ended()).find((reason) => reason !== undefined);
    await waitFor(server.probe, { what: server.name, limitMs: server.limitMs, givenUp });
  } catch (error) {
    const logs = processes.map((one) => one.logFile).join(', ');
    await stop();
    throw new PlatformError(`${(error as Error).message}\nIts log: ${logs}`);
  }
  return {
    name: server.name,
    address: server.address,
    env: server.env,
    pids: Object.fromEntries(processes.map((one) => [one.name, one.pid])),
    kill: (name, signal) => {
      const found = processes.find((one) => one.name === name);
      found?.kill(signal);
      return found !== undefined;
    },
    stop,
  };
}

async function requireFree(server: LocalServer, port: number): Promise<void> {
  if (await isFree(port)) return;
  throw new PlatformError(
    `${server.name}: port ${port} is in use${holderOf(port)}. Choose other ports with --port-base <number> (PLATFORM_PORT_BASE), ` +
      `or name a server of your own in ${server.replacedBy}.`,
  );
}
