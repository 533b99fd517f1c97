import { join } from 'node:path';
import { startBalancer } from './balancer.ts';
import type { Log } from './log.ts';
import { cacheDir } from './paths.ts';
import type { Ports } from './ports.ts';
import type { ProcessKeeper } from './processes.ts';
import type { Replicas } from './replicas.ts';
import type { Secrets } from './secrets.ts';
import { entryOf, inheritable, ownEnvironment, services, type ServiceName } from './service-environment.ts';
import { startService, type RunningService, type ServiceSpec } from './services.ts';

export interface ServicesContext {
  replicas: Partial<Replicas>;
  stateDir: string;
  ports: Ports;
  secrets: Secrets;
  keeper: ProcessKeeper;
  /** The caller's environment. */
  env: NodeJS.ProcessEnv;
  /** What all services are told. */
  shared: Record<string, string>;
  log: Log;
  signal: AbortSignal | undefined;
}

export interface RunningServices {
  services: RunningService[];
  stop(): Promise<void>;
}

/** Starts the processes of all services side by side and, before several gateways, the balancer; all or none. */
export async function startServices(context: ServicesContext): Promise<RunningServices> {
  const specs = await specsOf(context);
  const results = await Promise.allSettled(
    specs.map((spec) => startService(spec, context.keeper, context.log, context.signal)),
  );
  const running = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const stopAll = async () => void (await Promise.all(running.map((service) => service.stop())));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) {
    await stopAll();
    throw failed.reason;
  }
  const gateways = specs.filter(({ service }) => service === 'gateway').map(({ port }) => port);
  const balancer = gateways.length > 1 ? await startBalancer(context.ports.of('api'), gateways) : undefined;
  return {
    services: running,
    async stop() {
      await balancer?.close();
      await stopAll();
    },
  };
}

async function specsOf(context: ServicesContext): Promise<(ServiceSpec & { service: ServiceName })[]> {
  const { replicas, stateDir, ports, secrets, env, shared } = context;
  // Compiled code is kept between starts: six processes that load the same packages on two cores are ready in half the time.
  const compileCache = { NODE_COMPILE_CACHE: join(cacheDir(env), 'node-compile-cache') };
  const specs: (ServiceSpec & { service: ServiceName })[] = [];
  for (const service of services) {
    const count = replicas[service] ?? 1;
    for (let number = 1; number <= count; number += 1) {
      specs.push({
        service,
        entry: entryOf(service),
        instance: `${service}-${number}`,
        // A gateway alone is the API itself; several lie behind the balancer.
        port: service === 'gateway' && count === 1 ? ports.of('api') : await ports.next(),
        env: {
          ...compileCache,
          ...inheritable(env),
          ...shared,
          ...ownEnvironment(service, stateDir, secrets, env),
        },
      });
    }
  }
  return specs;
}
