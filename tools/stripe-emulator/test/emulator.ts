// An emulator of its own for each test file, the real SDK, and a place that receives its webhooks.
import { jest } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Stripe } from 'stripe';
import { startStripeEmulator, type StripeEmulator } from '../server.ts';

// Jest reads a time limit only from the root of its configuration; a busy machine needs more than its five seconds.
jest.setTimeout(60_000);

export const SECRET_KEY = 'sk_test_emulator';
export const WEBHOOK_SECRET = 'whsec_emulator';

export type Received = { event: Stripe.Event; raw: string; signature: string };

/** Receives webhooks as the platform does: verifies them with the SDK over the raw bytes. */
export class Receiver {
  received: Received[] = [];
  /** Deliveries that the SDK did not accept. */
  invalid: string[] = [];
  /** Answers of the next requests; 200 when empty. */
  answers: number[] = [];
  url = '';
  #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      void this.#take(request).then((status) => response.writeHead(status).end());
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/webhooks/stripe`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  ofType(type: string, objectId?: string): Stripe.Event[] {
    const events = this.received.map((one) => one.event).filter((event) => event.type === type);
    return objectId === undefined
      ? events
      : events.filter((event) => (event.data.object as { id: string }).id === objectId);
  }

  async #take(request: IncomingMessage): Promise<number> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const raw = Buffer.concat(chunks);
    const signature = String(request.headers['stripe-signature']);
    try {
      const event = Stripe.webhooks.constructEvent(raw, signature, WEBHOOK_SECRET);
      this.received.push({ event, raw: raw.toString('utf8'), signature });
    } catch (error) {
      this.invalid.push(String(error));
      return 400;
    }
    return this.answers.shift() ?? 200;
  }
}

export type Bench = {
  emulator: StripeEmulator;
  receiver: Receiver;
  stripe: Stripe;
  folder: string;
  clockFile: string;
  /** Moves business time; real time stays. */
  moveClock(ms: number): void;
  control<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
};

export async function startBench(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'stripe-emulator-'));
  const clockFile = join(folder, 'clock.json');
  const receiver = await new Receiver().start();
  const emulator = await startStripeEmulator({
    port: 0,
    stateFolder: join(folder, 'state'),
    secretKey: SECRET_KEY,
    webhookUrl: receiver.url,
    webhookSecret: WEBHOOK_SECRET,
    clockFile,
    laterMs: 150,
  });
  return {
    emulator,
    receiver,
    folder,
    clockFile,
    stripe: sdk(emulator.port),
    moveClock: (ms) => writeFileSync(clockFile, JSON.stringify({ offsetMs: ms })),
    control: (method, path, body) => control(emulator.url, method, path, body),
    async stop() {
      await emulator.stop();
      await receiver.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The official SDK, pointed at a server on this machine; no retries, so that a test sees every answer. */
export function sdk(
  port: number,
  options: { key?: string; retries?: number; timeout?: number } = {},
): Stripe {
  return new Stripe(options.key ?? SECRET_KEY, {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    maxNetworkRetries: options.retries ?? 0,
    timeout: options.timeout ?? 10_000,
    telemetry: false,
  });
}

export async function control<T>(base: string, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${base}/emulator/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Waits for a condition, at most twenty seconds. */
export async function until<T>(
  what: string,
  read: () => T | Promise<T>,
  limitMs = 20_000,
): Promise<Exclude<NonNullable<T>, false>> {
  const end = performance.now() + limitMs;
  for (;;) {
    const value = await read();
    if (value !== undefined && value !== null && value !== false)
      return value as Exclude<NonNullable<T>, false>;
    if (performance.now() > end) throw new Error(`Waited too long for ${what}.`);
    await wait(20);
  }
}

/** The order of one 80 EUR fee, as the platform would make it (R78). */
export function feeSession(
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    client_reference_id: 'order-1',
    customer_email: 'candidate@example.org',
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'eur', unit_amount: 8_000, product_data: { name: 'Frais de dossier' } },
      },
    ],
    metadata: { order: 'order-1' },
    payment_intent_data: { description: 'Frais de dossier', metadata: { order: 'order-1' } },
    success_url: 'http://127.0.0.1:9/merci?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://127.0.0.1:9/annule?session={CHECKOUT_SESSION_ID}',
    ...more,
  };
}
