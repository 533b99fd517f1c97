import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines, type ManagedProcess, type ProcessSpec } from '../processes.ts';
import { holderOf, isFree } from '../ports.ts';
import { PlatformError } from '../log.ts';
import { interrupted, waitFor } from '../wait.ts';
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
  /** Answers true when the server does its work, not only when it listens. */
  probe: () => Promise<boolean>;
  onceReady?: () => Promise<void>;
  limitMs: number;
}

/** Starts a server of ours and waits until it really answers. */
export async function startLocalServer(context: ServerContext, server: LocalServer): Promise<Server> {
  let running: ManagedProcess[] = [];
  const stop = async () => {
    for (const one of [...running].reverse()) {
      if ((await one.stop()) === 'killed') context.log(`${one.name} did not end when asked and was killed`);
    }
    running = [];
  };
  const start = async () => {
    if (running.length > 0) return;
    for (const port of server.ports) await requireFree(server, port);
    try {
      for (const spec of server.processes) running.push(context.keeper.start(spec));
      const givenUp = () =>
        interrupted(context.signal) ??
        running.map((one) => one.ended()).find((reason) => reason !== undefined);
      await waitFor(server.probe, { what: server.name, limitMs: server.limitMs, givenUp });
      await server.onceReady?.();
    } catch (error) {
      const logs = running.map((one) => `${one.logFile}:\n${lastLines(one.logFile)}`).join('\n');
      await stop();
      throw new PlatformError(`${(error as Error).message}\n${logs}`);
    }
  };
  await start();
  return {
    name: server.name,
    address: server.address,
    env: server.env,
    processes: () => running,
    start,
    stop,
  };
}

async function requireFree(server: LocalServer, port: number): Promise<void> {
  // A server that was just killed keeps its port until the kernel has let go of it.
  for (const end = Date.now() + 3_000; Date.now() < end; await sleep(50)) if (await isFree(port)) return;
  throw new PlatformError(
    `${server.name}: port ${port} is in use${holderOf(port)}. Choose other ports with --port-base <number> ` +
      `(or PLATFORM_PORT_BASE), or name a server of your own in ${server.replacedBy}.`,
  );
}
