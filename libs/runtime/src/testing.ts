import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FixedClock } from '@admissions/clock/clock';
import type { CallDefinition, InputOf, OutputOf } from '@admissions/contracts/call';
import { envelope, type DataOf, type Envelope, type MessageDefinition } from '@admissions/contracts/message';
import type { Service } from '@admissions/contracts/services';
import type { Subject } from '@admissions/contracts/subject';
import { SubjectSigner } from '@admissions/identity/subject-token';
import { Broker } from '@admissions/messaging/broker';
import { EventPublisher } from '@admissions/messaging/publisher';
import { RpcClient } from '@admissions/messaging/rpc.client';
import { deleteTopology, exchangeName } from '@admissions/messaging/topology';
import { Store } from '@admissions/store/store';
import { connect } from 'amqplib';
import mongoose from 'mongoose';
import { PinoLog } from './log.ts';
import type { Replacements } from './runtime.module.ts';
import { startService, type ServiceOptions } from './service.ts';

/** Variables by which the local servers are found; the test set-up exports them. */
type Env = Record<string, string | undefined>;

export interface TestServiceOptions {
  readonly service: Service;
  /** Builds the service as its `main.ts` does, from this environment and with these replacements. */
  readonly build: (env: Env, replace: Replacements) => ServiceOptions | Promise<ServiceOptions>;
  readonly env?: Env;
  /** Frozen at this instant until it is moved. */
  readonly now?: string;
}

/** A service on real servers, with its own database and queues, seen from outside. */
export interface TestService {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly env: Env;
  readonly clock: FixedClock;
  readonly store: Store;
  /** Private half of the key that the service trusts, to sign other subjects or seal messages. */
  readonly signer: SubjectSigner;
  /** Calls the service over the broker as the gateway would. */
  call<C extends CallDefinition>(
    call: C,
    input: InputOf<C>,
    as: Subject,
    options?: { key?: string; token?: string; deadlineMs?: number },
  ): Promise<OutputOf<C>>;
  /** Publishes a message as another service would; the same `id` again is a redelivery. */
  publish<M extends MessageDefinition>(
    message: M,
    data: DataOf<M>,
    options?: { id?: string; correlationId?: string; occurredAt?: string },
  ): Promise<Envelope>;
  /** Messages of this name that were seen on the exchange so far, in order of arrival. */
  seen<M extends MessageDefinition>(message: M): { id: string; data: DataOf<M> }[];
  /** Stops the service and starts it again on the same database and queues. */
  restart(): Promise<void>;
  /** Stops everything and drops the database. */
  stop(): Promise<void>;
}

/** Starts one service for a test file. */
export async function startTestService(options: TestServiceOptions): Promise<TestService> {
  const run = randomBytes(4).toString('hex');
  const prefix = `t${run}-`;
  const keys = generateKeyPairSync('ed25519');
  const pem = (key: string | Buffer) => Buffer.from(key).toString('base64');
  const signer = new SubjectSigner(pem(keys.privateKey.export({ type: 'pkcs8', format: 'pem' })));
  const env: Env = {
    ...testServers(),
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_PREFIX: prefix,
    RABBITMQ_PREFIX: prefix,
    S3_BUCKET_PREFIX: prefix,
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'fatal',
    SUBJECT_PRIVATE_KEY: pem(keys.privateKey.export({ type: 'pkcs8', format: 'pem' })),
    SUBJECT_PUBLIC_KEY: pem(keys.publicKey.export({ type: 'spki', format: 'pem' })),
    MESSAGE_SEAL_KEY: randomBytes(32).toString('base64'),
    PUBLIC_URL: 'http://localhost',
    ...options.env,
  };
  const clock = new FixedClock(options.now ?? '2026-11-24T09:00:00.000Z');
  const log = new PinoLog({
    service: `${options.service}-test`,
    instance: run,
    level: env['LOG_LEVEL'] ?? 'fatal',
  });
  const broker = await Broker.connect({
    url: required(env, 'RABBITMQ_URL'),
    prefix,
    instance: `test-${run}`,
    logger: log,
  });
  const watched = await watchExchange(required(env, 'RABBITMQ_URL'), prefix);
  const publisher = new EventPublisher(broker, { logger: log });
  const rpc = new RpcClient(broker, { logger: log });
  const start = async () => startService(await options.build(env, { clock }));
  let app = await start();

  return {
    get app() {
      return app;
    },
    get url() {
      const address = app.getHttpServer().address() as { port: number };
      return `http://127.0.0.1:${address.port}`;
    },
    get store() {
      return app.get(Store);
    },
    env,
    clock,
    signer,
    async call(call, input, as, { key, token, deadlineMs } = {}) {
      return rpc.call(call, input, {
        token: token ?? (await signer.sign(as, call.service)),
        correlationId: randomUUID(),
        idempotencyKey: key ?? randomUUID(),
        ...(deadlineMs === undefined ? {} : { deadlineMs }),
      });
    },
    async publish(message, data, { id, correlationId, occurredAt } = {}) {
      const sent: Envelope = {
        id: id ?? `test/${randomUUID()}/1/0`,
        name: message.name,
        occurredAt: occurredAt ?? clock.now().toISOString(),
        correlationId: correlationId ?? randomUUID(),
        causationId: 'test',
        data: message.data.parse(data),
      };
      const [outcome] = await publisher.publish([sent]);
      if (outcome !== 'confirmed') throw new Error(`${message.name} was ${outcome}`);
      return sent;
    },
    seen(message) {
      return watched.messages
        .filter(({ name }) => name === message.name)
        .map((found) => ({ id: found.id, data: message.data.parse(found.data) as never }));
    },
    async restart() {
      await app.close();
      app = await start();
    },
    async stop() {
      await app.close();
      await broker.close();
      await watched.close();
      await dropDatabase(required(env, 'MONGODB_URL'), `${prefix}${options.service}`);
    },
  };
}

/** Waits until `condition` gives something, and gives that; fails naming `what` after the limit. */
export async function waitFor<T>(
  what: string,
  condition: () => T | undefined | false | null | Promise<T | undefined | false | null>,
  limitMs = 15_000,
): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const found = await condition();
    if (found !== undefined && found !== false && found !== null) return found;
    if (performance.now() > end) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Subjects for tests, by role. */
export const subjects = {
  visitor: { id: 'visitor', grants: [{ role: 'visitor', programmes: [] }] },
  candidate: (id: string): Subject => ({ id, grants: [{ role: 'candidate', programmes: [] }] }),
  officer: (programmes: string[] = ['*'], id = 'officer-1'): Subject => ({
    id,
    grants: [{ role: 'officer', programmes }],
  }),
  financeOfficer: (programmes: string[] = ['*'], id = 'finance-1'): Subject => ({
    id,
    grants: [{ role: 'finance-officer', programmes }],
  }),
  administrator: { id: 'administrator-1', grants: [{ role: 'administrator', programmes: [] }] },
} satisfies Record<string, Subject | ((...args: never[]) => Subject)>;

/** Addresses of the local servers: from the file that ADMISSIONS_TEST_ENV names, or from the environment. */
export function testServers(): Env {
  const file = process.env['ADMISSIONS_TEST_ENV'];
  if (file === undefined) return process.env;
  const lines = readFileSync(file, 'utf8').split('\n');
  const found = lines.flatMap((line) => {
    const match = /^([A-Z0-9_]+)='?(.*?)'?$/.exec(line);
    return match ? [[match[1], match[2]] as const] : [];
  });
  return { ...process.env, ...Object.fromEntries(found) };
}

function required(env: Env, name: string): string {
  const value = env[name];
  if (!value)
    throw new Error(
      `${name} is not set: run the tests with "npm test", or start the servers with "npm run servers"`,
    );
  return value;
}

/** A queue of the test's own that hears everything on the exchange. */
async function watchExchange(url: string, prefix: string) {
  const connection = await connect(url);
  const channel = await connection.createChannel();
  const { queue } = await channel.assertQueue('', { exclusive: true, autoDelete: true });
  await channel.bindQueue(queue, exchangeName(prefix), '#');
  const messages: Envelope[] = [];
  await channel.consume(
    queue,
    (delivery) => {
      if (delivery) messages.push(envelope.parse(JSON.parse(delivery.content.toString('utf8'))));
    },
    { noAck: true },
  );
  return {
    messages,
    /** Leaves nothing of this run on a broker that others use too. */
    async close() {
      await deleteTopology(channel, prefix);
      await connection.close();
    },
  };
}

async function dropDatabase(url: string, database: string): Promise<void> {
  const connection = await mongoose.createConnection(url, { dbName: database }).asPromise();
  await connection.dropDatabase();
  await connection.close();
}
