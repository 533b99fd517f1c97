import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { localAccounts } from './accounts.ts';
import { buildServices } from './build.ts';
import { removeEnvFiles, writeEnvFiles } from './env-file.ts';
import { PlatformError, type Log } from './log.ts';
import { cacheDir } from './paths.ts';
import { claimBase, freePorts, portsFrom, type Ports } from './ports.ts';
import { openKeeper } from './processes.ts';
import { findPrograms, prepareServers } from './programs.ts';
import type { Replicas } from './replicas.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import type { Server } from './servers/server.ts';
import { startServers, stopServers } from './servers/start-servers.ts';
import { ownEnvironment, sharedEnvironment } from './service-environment.ts';
import type { RunningService } from './services.ts';
import { startServices } from './start-services.ts';
import { rememberBase, rememberedBase, takeState } from './state.ts';

export interface PlatformOptions {
  stateDir: string;
  /** `fixed`: the block of ports of the table in ports.ts; `free`: any, for tests. */
  ports: 'fixed' | 'free';
  /** Base of the fixed block; without it the last one used, then the first free one. */
  portBase?: number | undefined;
  /** Processes per service; 0 leaves a service out. */
  replicas: Partial<Replicas>;
  /** False: the servers only. */
  services: boolean;
  buildFirst: boolean;
  /** The state folder is removed at the end (also if we are killed). */
  temporary?: boolean;
  /** The caller's environment: addresses in it replace local servers. */
  env?: NodeJS.ProcessEnv;
  log: Log;
  /** Gives up a start that is still under way, and stops what it had started. */
  signal?: AbortSignal;
}

export interface Platform {
  addresses: { api: string; docs: string; inbox: string | undefined; servers: Record<string, string> };
  /** For clients and tests: addresses of the servers and of the API, keys and prefixes that the services use. */
  env: Record<string, string>;
  /** Every process by name (`payments-1`, `mongo`, …) with its pid now. */
  processes(): Record<string, number>;
  servers: readonly Server[];
  services: readonly RunningService[];
  /** Sends a signal to a process by its name; a service killed so starts again by itself, a server does not. */
  kill(name: string, signal: NodeJS.Signals): void;
  stop(): Promise<void>;
}

/** Starts the local servers and, if wanted, the services; returns when each process says that it is ready. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  mkdirSync(options.stateDir, { recursive: true, mode: 0o700 });
  const undo = new Undo();
  undo.add(takeState(options.stateDir));
  try {
    return await startParts(options, options.env ?? process.env, undo);
  } catch (error) {
    await undo.all();
    if (options.signal?.aborted)
      throw new PlatformError('The start was interrupted; what had started is stopped.');
    throw error;
  }
}

/** What stops the parts that were started, in the opposite order. */
class Undo {
  readonly #acts: (() => Promise<void> | void)[] = [];
  add(act: () => Promise<void> | void): void {
    this.#acts.push(act);
  }
  async all(): Promise<void> {
    for (const act of this.#acts.splice(0).reverse()) await act();
  }
}

async function startParts(options: PlatformOptions, env: NodeJS.ProcessEnv, undo: Undo): Promise<Platform> {
  const { stateDir, log, signal, replicas } = options;
  const programs = findPrograms(env, log);
  await prepareServers(env, programs);
  const keeper = await openKeeper(stateDir, options.temporary);
  undo.add(() => keeper.close());
  const ports = await portsFor(options, env, undo);
  const secrets = loadSecrets(stateDir);
  localAccounts(stateDir);

  // The compiler and the servers' start share the two cores; together they are sooner ready than one after the other.
  const building = options.services && options.buildFirst ? buildServices(log) : Promise.resolve();
  const starting = startServers({ stateDir, ports, secrets, programs, keeper, env, log, signal });
  undo.add(() => starting.then(stopServers, () => undefined));
  const [servers] = await both(starting, building);

  const publicUrl = env['PUBLIC_URL'] || `http://127.0.0.1:${ports.of('api')}`;
  const shared = sharedEnvironment({ stateDir, secrets, servers: environmentOf(servers), publicUrl, env });
  const running = options.services
    ? await startServices({ replicas, stateDir, ports, secrets, keeper, env, shared, log, signal })
    : undefined;
  if (running) undo.add(() => running.stop());

  const forClients = clientEnvironment({ stateDir, secrets, shared, ports });
  // Tools that find the file may count on a running platform.
  const envFile = join(stateDir, 'platform.env');
  writeEnvFiles(envFile, forClients);
  undo.add(() => removeEnvFiles(envFile));
  return platformOf(publicUrl, servers, running?.services ?? [], forClients, () => undo.all());
}

function environmentOf(servers: Server[]): Record<string, string> {
  return Object.fromEntries(servers.flatMap((server) => Object.entries(server.env)));
}

/** Waits for both to end, so that nothing is still starting when we clean up after the failure of one. */
async function both<A>(first: Promise<A>, second: Promise<void>): Promise<[A]> {
  const [a, b] = await Promise.allSettled([first, second]);
  if (a.status === 'rejected') throw a.reason;
  if (b.status === 'rejected') throw b.reason;
  return [a.value];
}

async function portsFor(options: PlatformOptions, env: NodeJS.ProcessEnv, undo: Undo): Promise<Ports> {
  if (options.ports === 'free') return freePorts();
  const { base, release } = await claimBase(
    cacheDir(env),
    options.portBase,
    rememberedBase(options.stateDir),
  );
  undo.add(release);
  rememberBase(options.stateDir, base);
  return portsFrom(base);
}

interface Known {
  stateDir: string;
  secrets: Secrets;
  shared: Record<string, string>;
  ports: Ports;
}

/** Tests and tools may act as any part of the platform, so they get its keys too; the file that holds them is private. */
function clientEnvironment({ stateDir, secrets, shared, ports }: Known): Record<string, string> {
  return {
    ...shared,
    API_URL: `http://127.0.0.1:${ports.of('api')}`,
    ...ownEnvironment('gateway', stateDir, secrets),
    ...ownEnvironment('applications', stateDir, secrets),
  };
}

function platformOf(
  publicUrl: string,
  servers: Server[],
  running: RunningService[],
  env: Record<string, string>,
  stop: () => Promise<void>,
): Platform {
  const serverProcesses = () => servers.flatMap((server) => server.processes());
  return {
    addresses: {
      api: publicUrl,
      docs: `${publicUrl}/docs`,
      inbox: env['INBOX_URL'],
      servers: Object.fromEntries(servers.map((server) => [server.name, server.address])),
    },
    env,
    servers,
    services: running,
    processes: () =>
      Object.fromEntries([
        ...serverProcesses().map((one) => [one.name, one.pid] as const),
        ...running.map((one) => [one.instance, one.pid()] as const),
      ]),
    kill(name, signal) {
      const found =
        running.find((one) => one.instance === name) ?? serverProcesses().find((one) => one.name === name);
      if (!found) throw new PlatformError(`There is no process "${name}".`);
      found.kill(signal);
    },
    stop,
  };
}
