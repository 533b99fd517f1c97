import 'reflect-metadata';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SubjectVerifier } from '@admissions/identity/subject-token';
import { AdmissionsTransport } from '@admissions/messaging/admissions.transport';
import { Broker } from '@admissions/messaging/broker';
import { Store } from '@admissions/store/store';
import { Health } from './health.ts';
import { Log, NestLog } from './log.ts';
import { ServiceConfig } from './runtime.module.ts';

export interface ServiceOptions {
  /** The root module; it imports `RuntimeModule.for(…)`. */
  readonly module: Type | DynamicModule;
  /** Options of the HTTP server; services other than the gateway need none. */
  readonly adapter?: FastifyAdapter;
  /** Adds plug-ins, filters and pages before the server listens. */
  readonly configure?: (app: NestFastifyApplication) => Promise<void> | void;
}

/** Builds a service and starts to answer: queues first, then HTTP. */
export async function startService(options: ServiceOptions): Promise<NestFastifyApplication> {
  const adapter = options.adapter ?? new FastifyAdapter({ bodyLimit: 64 * 1024 });
  const app = await NestFactory.create<NestFastifyApplication>(options.module, adapter, {
    bufferLogs: true,
    abortOnError: false,
    rawBody: false,
  });
  app.useLogger(new NestLog(app.get(Log)));
  try {
    await open(app, options);
  } catch (error) {
    // What was opened is closed again: a start that failed leaves no connection behind.
    await app.close().catch(() => undefined);
    throw error;
  }
  return app;
}

async function open(app: NestFastifyApplication, options: ServiceOptions): Promise<void> {
  const config = app.get(ServiceConfig);
  const log = app.get(Log);
  registerDependencies(app);
  await options.configure?.(app);
  // Before the queues are consumed, so that every part is prepared when the first message comes.
  await app.init();
  if (config.service !== 'gateway') {
    const transport = new AdmissionsTransport({
      service: config.service,
      broker: app.get(Broker),
      verifier: app.get(SubjectVerifier),
      logger: log,
    });
    app.connectMicroservice({ strategy: transport }, { inheritAppConfig: false });
    app.get(Health).register('consumers', async () => transport.problems().join('; ') || undefined);
    await app.startAllMicroservices();
  }
  app.get(Store).outbox.start();
  await app.listen(config.env.PORT, config.env.HOST);
  log.info({ url: await app.getUrl() }, 'ready to work');
}

function registerDependencies(app: NestFastifyApplication): void {
  const health = app.get(Health);
  const store = app.get(Store);
  const broker = app.get(Broker);
  health.register('database', async () => (await store.ready()).join('; ') || undefined);
  health.register('broker', async () => broker.ready().join('; ') || undefined);
}

/** How long a process may take to finish what it has begun before it is ended all the same. */
const drainLimitMs = 30_000;

/**
 * The whole of a `main.ts`: starts the service and, at SIGTERM or SIGINT, stops taking work, finishes what was begun and exits 0.
 * A failed start is told in one line on stderr and exits 1.
 */
export async function runService(build: () => ServiceOptions | Promise<ServiceOptions>): Promise<void> {
  let app: NestFastifyApplication;
  try {
    app = await startService(await build());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  }
  const log = app.get(Log);
  process.on('unhandledRejection', (reason) => {
    // Crash-only: what a lost promise left half done is finished by the sweep and the redelivery.
    log.error({ err: reason }, 'a promise was lost; ending');
    process.exit(1);
  });
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    app.get(Health).drain();
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.error({}, 'still busy after the limit; ending');
      process.exit(1);
    }, drainLimitMs).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
