import 'reflect-metadata';
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DataOf, Envelope, MessageDefinition } from '@admissions/contracts/message';
import type { Service } from '@admissions/contracts/services';
import type { Subject } from '@admissions/contracts/subject';
import { SubjectSigner, SubjectVerifier } from '@admissions/identity/subject-token';
import type { INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { connect, type Channel, type ChannelModel } from 'amqplib';
import { AdmissionsTransport, type TransportOptions } from '../src/admissions.transport.ts';
import { Broker, type BrokerOptions } from '../src/broker.ts';
import { silent, type MessagingLog } from '../src/log.ts';
import { EventPublisher } from '../src/publisher.ts';
import { RpcClient } from '../src/rpc.client.ts';
import { deleteTopology, exchangeName } from '../src/topology.ts';

/** Short ones, so that a test sees the whole ladder. */
export const quickDelays = [50, 200] as const;

export function brokerUrl(): string {
  const file = process.env['ADMISSIONS_TEST_ENV'];
  const line = file ? readFileSync(file, 'utf8').match(/^RABBITMQ_URL='?(.*?)'?$/m)?.[1] : undefined;
  const url = line ?? process.env['RABBITMQ_URL'];
  if (!url) throw new Error('RABBITMQ_URL is not set: the tests of this library need a broker');
  return url;
}

/** Keeps what was logged, so that a failing test can show it. */
export class KeptLog implements MessagingLog {
  readonly lines: { level: string; fields: Record<string, unknown>; message: string }[] = [];
  #keep = (level: string) => (fields: object, message: string) => {
    this.lines.push({ level, fields: fields as Record<string, unknown>, message });
    if (process.env['TEST_LOG'])
      process.stderr.write(`${level} ${message} ${JSON.stringify(fields, errorsToo)}\n`);
  };
  debug = this.#keep('debug');
  info = this.#keep('info');
  warn = this.#keep('warn');
  error = this.#keep('error');
}

function errorsToo(_key: string, value: unknown): unknown {
  return value instanceof Error ? value.stack : value;
}

/** One platform of its own on the shared broker: queues under a random prefix, deleted at the end. */
export class Bench {
  readonly prefix = `t${randomBytes(4).toString('hex')}-`;
  readonly log = new KeptLog();
  readonly #closers: (() => Promise<unknown>)[] = [];
  readonly #keys = generateKeyPairSync('ed25519');
  readonly signer = new SubjectSigner(base64(this.#keys.privateKey.export({ type: 'pkcs8', format: 'pem' })));
  readonly privatePem = this.#keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  readonly publicKey = base64(this.#keys.publicKey.export({ type: 'spki', format: 'pem' }));
  #model: ChannelModel | undefined;
  #admin: Channel | undefined;

  /** A channel beside the library, for looking and for harm. */
  async admin(): Promise<Channel> {
    this.#model ??= await connect(brokerUrl());
    if (!this.#admin) {
      this.#admin = await this.#model.createChannel();
      this.#admin.on('error', () => {});
      this.#admin.on('close', () => (this.#admin = undefined));
    }
    return this.#admin;
  }

  async broker(options: Partial<BrokerOptions> = {}): Promise<Broker> {
    const broker = await Broker.connect({
      url: brokerUrl(),
      prefix: this.prefix,
      instance: `${this.prefix}test`,
      logger: this.log,
      delays: quickDelays,
      ...options,
    });
    this.#closers.push(() => broker.close());
    return broker;
  }

  async client(broker?: Broker): Promise<RpcClient> {
    return new RpcClient(broker ?? (await this.broker()), { logger: this.log });
  }

  async publisher(broker?: Broker): Promise<EventPublisher> {
    return new EventPublisher(broker ?? (await this.broker()), { logger: this.log });
  }

  /** One service with these controllers, as `main.ts` of a service starts it. */
  async service(
    service: Service,
    controllers: (new (...given: never[]) => object)[],
    options: Partial<TransportOptions> = {},
  ): Promise<{
    app: INestMicroservice;
    transport: AdmissionsTransport;
    broker: Broker;
    stop(): Promise<void>;
  }> {
    const broker = options.broker ?? (await this.broker());
    const verifier = new SubjectVerifier(this.publicKey, service);
    const transport = new AdmissionsTransport({ service, broker, verifier, logger: this.log, ...options });
    const app = await NestFactory.createMicroservice(
      { module: class {}, controllers },
      { strategy: transport, logger: false, abortOnError: false },
    );
    await app.listen();
    let stopped: Promise<void> | undefined;
    const stop = () => (stopped ??= app.close());
    this.#closers.push(stop);
    return { app, transport, broker, stop };
  }

  /** Signs `subject` for a service and gives the options of a call. */
  async as(subject: Subject, service: Service, more: { idempotencyKey?: string; deadlineMs?: number } = {}) {
    return { token: await this.signer.sign(subject, service), correlationId: randomUUID(), ...more };
  }

  /** Messages in a queue that nobody holds, by the broker's word; undefined when there is no such queue. */
  async depth(queue: string): Promise<{ waiting: number; consumers: number } | undefined> {
    try {
      const { messageCount, consumerCount } = await (await this.admin()).checkQueue(this.prefix + queue);
      return { waiting: messageCount, consumers: consumerCount };
    } catch {
      return undefined;
    }
  }

  get exchange(): string {
    return exchangeName(this.prefix);
  }

  /** Closes everything in reverse order and deletes the queues. */
  async close(): Promise<void> {
    for (const close of this.#closers.reverse()) await close();
    await deleteTopology(await this.admin(), this.prefix, quickDelays);
    await this.#model?.close();
  }

  later(close: () => Promise<unknown>): void {
    this.#closers.push(close);
  }
}

function base64(pem: string | Buffer): string {
  return Buffer.from(pem).toString('base64');
}

export const candidate: Subject = {
  id: 'account-candidate',
  grants: [{ role: 'candidate', programmes: [] }],
};
export const visitor: Subject = { id: 'visitor', grants: [{ role: 'visitor', programmes: [] }] };

export function envelopeOf<M extends MessageDefinition>(
  message: M,
  data: DataOf<M>,
  id = `test/${randomUUID()}/1/0`,
): Envelope {
  return {
    id,
    name: message.name,
    occurredAt: new Date().toISOString(),
    correlationId: randomUUID(),
    causationId: 'test',
    data,
  };
}

/** Waits for a condition with a limit; fails naming it. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  limitMs = 10_000,
): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export { silent };
