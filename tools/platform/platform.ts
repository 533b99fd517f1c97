import { mkdirSync } from 'node:fs';
import { localAccounts } from './accounts.ts';
import { startBalancer, type Balancer } from './balancer.ts';
import { buildServices } from './build.ts';
import { removeEnvFiles, writeEnvFiles } from './env-file.ts';
import { PlatformError, type Log } from './log.ts';
import { chooseBase, freePorts, portsFrom, type Ports } from './ports.ts';
import { openKeeper, type ProcessKeeper } from './processes.ts';
import { findPrograms, prepareServers } from './programs.ts';
import type { Replicas } from './replicas.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import type { Server } from './servers/server.ts';
import { startServers, stopServers } from './servers/start-servers.ts';
import { entryOf, inheritable, ownEnvironment, services, sharedEnvironment } from './service-environment.ts';
import { startService, type RunningService } from './services.ts';
import { rememberBase, rememberedBase, takeState } from './state.ts';
import { join } from 'node:path';

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
  const env = options.env ?? process.env;
  mkdirSync(options.stateDir, { recursive: true, mode: 0o700 });
  const release = takeState(options.stateDir);
  const undo: (() => Promise<void> | void)[] = [release];
  const stop = async () => {
    for (const act of undo.splice(0).reverse()) await act();
  };
  try {
    return await startParts(options, env, undo, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  options: PlatformOptions,
  env: NodeJS.ProcessEnv,
  undo: (() => Promise<void> | void)[],
  stop: () => Promise<void>,
): Promise<Platform> {
  const { stateDir, log } = options;
  const programs = findPrograms(env, log);
  await prepareServers(env, programs);
  const keeper = await openKeeper(stateDir, options.temporary);
  undo.push(() => keeper.close());
  const ports = await portsFor(options);
  const secrets = loadSecrets(stateDir);
  const context = { stateDir, ports, secrets, programs, keeper, env, log, signal: options.signal };

  // The compiler and the servers' start take turns on the same two cores; together they are sooner ready than one after the other.
  const building = options.services && options.buildFirst ? buildServices(log) : Promise.resolve();
  const starting = startServers(context);
  undo.push(() => starting.then(stopServers, () => undefined));
  const [servers] = await both(starting, building);

  const publicUrl = env['PUBLIC_URL'] || `http://127.0.0.1:${ports.of('api')}`;
  const addressesOfServers = Object.assign({}, ...servers.map((server) => server.env)) as Record<
    string,
    string
  >;
  const shared = sharedEnvironment({ stateDir, secrets, servers: addressesOfServers, publicUrl, env });
  const forClients = clientEnvironment(shared, secrets, stateDir, ports);
  localAccounts(stateDir);
  const running = options.services
    ? await startServices(options, keeper, ports, secrets, shared, env, undo)
    : [];
  const envFile = join(stateDir, 'platform.env');
  writeEnvFiles(envFile, forClients);
  // Tools that find the file may count on a running platform.
  undo.push(() => removeEnvFiles(envFile));
  return platformOf(publicUrl, servers, running, forClients, stop);
}

async function both<A>(first: Promise<A>, second: Promise<void>): Promise<[A]> {
  const [a, b] = await Promise.allSettled([first, second]);
  if (a.status === 'rejected') throw a.reason;
  if (b.status === 'rejected') throw b.reason;
  return [a.value];
}

async function portsFor(options: PlatformOptions): Promise<Ports> {
  if (options.ports === 'free') return freePorts();
  const base = await chooseBase(options.portBase, rememberedBase(options.stateDir));
  rememberBase(options.stateDir, base);
  return portsFrom(base);
}

/** Tests and tools may act as any part of the platform, so they get its keys too; the file that holds them is private. */
function clientEnvironment(
  shared: Record<string, string>,
  secrets: Secrets,
  stateDir: string,
  ports: Ports,
): Record<string, string> {
  return {
    ...shared,
    API_URL: `http://127.0.0.1:${ports.of('api')}`,
    SUBJECT_PRIVATE_KEY: secrets.subjectPrivateKey,
    MESSAGE_SEAL_KEY: secrets.messageSealKey,
    LOCAL_ACCOUNTS_FILE: ownEnvironment('gateway', stateDir, secrets)['LOCAL_ACCOUNTS_FILE'] ?? '',
    CATALOGUE_FILE: ownEnvironment('applications', stateDir, secrets)['CATALOGUE_FILE'] ?? '',
  };
}

async function startServices(
  options: PlatformOptions,
  keeper: ProcessKeeper,
  ports: Ports,
  secrets: Secrets,
  shared: Record<string, string>,
  env: NodeJS.ProcessEnv,
  undo: (() => Promise<void> | void)[],
): Promise<RunningService[]> {
  const { log, stateDir } = options;
  const gateways: number[] = [];
  const starting: Promise<RunningService>[] = [];
  for (const service of services) {
    const count = options.replicas[service] ?? 1;
    for (let number = 1; number <= count; number += 1) {
      const port = service === 'gateway' && count === 1 ? ports.of('api') : await ports.next();
      if (service === 'gateway') gateways.push(port);
      const own = { ...inheritable(env), ...shared, ...ownEnvironment(service, stateDir, secrets, env) };
      starting.push(
        startService(
          { entry: entryOf(service), instance: `${service}-${number}`, port, env: own },
          keeper,
          log,
          options.signal,
        ),
      );
    }
  }
  const settled = Promise.allSettled(starting);
  undo.push(async () => {
    const started = (await settled).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    await Promise.all(started.map((service) => service.stop()));
  });
  const results = await settled;
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  if (gateways.length > 1) {
    const balancer: Balancer = await startBalancer(ports.of('api'), gateways);
    undo.push(() => balancer.close());
  }
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
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
