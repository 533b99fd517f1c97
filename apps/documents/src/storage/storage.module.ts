import { Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Chance } from '@admissions/identity/ids';
import { Health } from '@admissions/runtime/health';
import { Log } from '@admissions/runtime/log';
import { Settings } from '../config.ts';
import { probePostPolicies } from './post-policy-probe.ts';
import { S3Storage } from './s3.storage.ts';
import { Storage } from './storage.ts';

const againMs = 2_000;

/** Brings the store to where it may be used; until then the service is not ready, and says why. */
@Injectable()
export class StoragePreparation implements OnApplicationBootstrap, OnApplicationShutdown {
  #problem: string | undefined = 'the object store has not been tried yet';
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    private readonly storage: S3Storage,
    private readonly chance: Chance,
    private readonly log: Log,
    health: Health,
  ) {
    health.register('object-store', async () => this.#problem ?? (await this.#isReachable()));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.#prepare();
  }

  onApplicationShutdown(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #prepare(): Promise<void> {
    try {
      await this.storage.prepare();
      const problems = await probePostPolicies(this.storage, `probe/${this.chance.bytes(8).toString('hex')}`);
      this.#problem = problems.length === 0 ? undefined : problems.join('; ');
      if (problems.length === 0) this.storage.allowUploads();
    } catch (error) {
      this.#problem = `the object store cannot be prepared: ${reasonOf(error)}`;
    }
    if (this.#problem === undefined || this.#stopped) return;
    this.log.warn({ problem: this.#problem }, 'the object store is not usable; trying again');
    this.#timer = setTimeout(() => void this.#prepare(), againMs);
    this.#timer.unref();
  }

  async #isReachable(): Promise<string | undefined> {
    try {
      await this.storage.sizeOf('clean', 'readiness');
      return undefined;
    } catch (error) {
      return `the object store does not answer: ${reasonOf(error)}`;
    }
  }
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  return cause instanceof Error ? cause.message || cause.name : message;
}

@Module({
  providers: [
    {
      provide: S3Storage,
      inject: [Settings],
      useFactory: ({ env }: Settings) =>
        new S3Storage({
          endpoint: env.S3_ENDPOINT,
          publicEndpoint: env.S3_PUBLIC_ENDPOINT,
          region: env.S3_REGION,
          accessKey: env.S3_ACCESS_KEY,
          secretKey: env.S3_SECRET_KEY,
          bucketPrefix: env.S3_BUCKET_PREFIX,
        }),
    },
    { provide: Storage, useExisting: S3Storage },
    StoragePreparation,
  ],
  exports: [Storage],
})
export class StorageModule {}
