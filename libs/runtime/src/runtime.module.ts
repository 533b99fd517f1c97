import { Module, type DynamicModule, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { Clock, SystemClock } from '@admissions/clock/clock';
import { MovableClock } from '@admissions/clock/movable-clock';
import type { Service } from '@admissions/contracts/services';
import { Chance, SystemChance } from '@admissions/identity/ids';
import { SubjectVerifier } from '@admissions/identity/subject-token';
import { Broker } from '@admissions/messaging/broker';
import { EventPublisher } from '@admissions/messaging/publisher';
import { RpcClient } from '@admissions/messaging/rpc.client';
import { Store } from '@admissions/store/store';
import type { BaseConfig } from './config.ts';
import { Health } from './health.ts';
import { HealthController } from './health.controller.ts';
import { Log, PinoLog } from './log.ts';

/** What a service is, given to everything in it. */
export abstract class ServiceConfig {
  abstract readonly service: Service;
  /** The name of this process among its replicas, `payments-2`. */
  abstract readonly instance: string;
  abstract readonly env: BaseConfig;
}

/** Parts that tests replace: time and chance. */
export interface Replacements {
  readonly clock?: Clock;
  readonly chance?: Chance;
  readonly log?: Log;
}

/** Closes what the runtime opened, last of all: after HTTP and the queues have drained. */
class Closing implements OnApplicationShutdown {
  readonly #store: Store;
  readonly #broker: Broker;
  constructor(store: Store, broker: Broker) {
    this.#store = store;
    this.#broker = broker;
  }
  async onApplicationShutdown(): Promise<void> {
    await this.#store.close();
    await this.#broker.close();
  }
}

/** The parts that every service stands on, ready to be injected by their class. */
@Module({})
export class RuntimeModule {
  static for(service: Service, env: BaseConfig, replace: Replacements = {}): DynamicModule {
    const instance = env.SERVICE_INSTANCE ?? `${service}-${process.pid}`;
    const providers: Provider[] = [
      { provide: ServiceConfig, useValue: { service, instance, env } },
      { provide: Log, useValue: replace.log ?? new PinoLog({ service, instance, level: env.LOG_LEVEL }) },
      { provide: Clock, useValue: replace.clock ?? clockOf(env) },
      { provide: Chance, useValue: replace.chance ?? new SystemChance() },
      { provide: Health, useValue: new Health() },
      { provide: SubjectVerifier, useValue: new SubjectVerifier(env.SUBJECT_PUBLIC_KEY, service) },
      {
        provide: Broker,
        inject: [Log],
        useFactory: (log: Log) =>
          Broker.connect({ url: env.RABBITMQ_URL, prefix: env.RABBITMQ_PREFIX, instance, logger: log }),
      },
      {
        provide: EventPublisher,
        inject: [Broker, Log],
        useFactory: (broker: Broker, log: Log) => new EventPublisher(broker, { logger: log }),
      },
      {
        provide: RpcClient,
        inject: [Broker, Log],
        useFactory: (broker: Broker, log: Log) => new RpcClient(broker, { logger: log }),
      },
      {
        provide: Store,
        inject: [EventPublisher, Clock, Log],
        useFactory: (publisher: EventPublisher, clock: Clock, log: Log) =>
          Store.open({
            url: env.MONGODB_URL,
            database: `${env.DATABASE_PREFIX}${service}`,
            publisher,
            clock,
            logger: log,
          }),
      },
      {
        provide: Closing,
        inject: [Store, Broker],
        useFactory: (store: Store, broker: Broker) => new Closing(store, broker),
      },
    ];
    return {
      module: RuntimeModule,
      global: true,
      controllers: [HealthController],
      providers,
      exports: [
        ServiceConfig,
        Log,
        Clock,
        Chance,
        Health,
        SubjectVerifier,
        Broker,
        EventPublisher,
        RpcClient,
        Store,
      ],
    };
  }
}

function clockOf({ CLOCK_FILE }: BaseConfig): Clock {
  return CLOCK_FILE === undefined ? new SystemClock() : new MovableClock(CLOCK_FILE);
}
