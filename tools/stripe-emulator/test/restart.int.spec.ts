// The emulator as a process: killed with SIGKILL at any moment it keeps what it said, and goes on.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CARDS, payWith } from './browser.ts';
import { control, feeSession, Receiver, sdk, SECRET_KEY, until, WEBHOOK_SECRET } from './emulator.ts';

const MAIN = join(import.meta.dirname, '..', 'main.ts');

const KILLS = 8;

type Counts = { charges: { succeeded: number }; refunds: { succeeded: number }; repeatsAbsorbed: number };

describe('the emulator as a process', () => {
  let folder: string;
  let port: number;
  let receiver: Receiver;
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stripe-emulator-'));
    port = await freePort();
    receiver = await new Receiver().start();
  });
  afterAll(async () => {
    await kill('SIGKILL');
    await receiver.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const url = () => `http://127.0.0.1:${port}`;

  function environment(): Record<string, string> {
    return {
      STRIPE_EMULATOR_PORT: String(port),
      STRIPE_EMULATOR_STATE: join(folder, 'state'),
      STRIPE_SECRET_KEY: SECRET_KEY,
      STRIPE_WEBHOOK_URL: receiver.url,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    };
  }

  function spawnEmulator(env: Record<string, string>): ChildProcess {
    return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  async function start(): Promise<void> {
    child = spawnEmulator(environment());
    await until('health', () =>
      fetch(`${url()}/health`).then(
        (r) => r.ok,
        () => false,
      ),
    );
  }

  async function kill(signal: NodeJS.Signals): Promise<number | null> {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return null;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  }

  it('keeps sessions, charges, keys and undelivered webhooks over kill -9', async () => {
    await start();
    receiver.answers = Array.from({ length: 50 }, () => 503);
    const stripe = sdk(port);
    const create = () => stripe.checkout.sessions.create(feeSession(), { idempotencyKey: 'restart-1' });
    const session = await create();
    expect((await payWith(session.url!, CARDS.good)).status).toBe(303);
    await until('a refused delivery', () => receiver.received.length > 0);
    await kill('SIGKILL');
    receiver.answers = [];
    receiver.received = [];
    await start();
    const again = await create();
    expect(again.id).toBe(session.id);
    expect(again.lastResponse.headers).toMatchObject({ 'idempotent-replayed': 'true' });
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid');
    await until('completed', () => receiver.ofType('checkout.session.completed', session.id)[0]);
    expect((await payWith(session.url!, CARDS.good)).status).toBe(409);
    expect((await control<Counts>(url(), 'GET', 'counts')).charges.succeeded).toBe(1);
  }, 30_000);

  it('never refunds twice or loses a refund that it confirmed, whenever it is killed', async () => {
    const stripe = sdk(port, { retries: 0, timeout: 2_000 });
    const session = await stripe.checkout.sessions.create(feeSession());
    await payWith(session.url!, CARDS.good);
    const paid = await stripe.checkout.sessions.retrieve(session.id);
    const refund = (n: number) =>
      stripe.refunds.create(
        { payment_intent: paid.payment_intent as string, amount: 1 },
        { idempotencyKey: `kill-${n}` },
      );
    const before = await control<Counts>(url(), 'GET', 'counts');
    const confirmed = new Map<number, string>();
    let next = 0;
    for (let round = 0; round < KILLS; round += 1) {
      const target = next + 5 + ((round * 7) % 20);
      const worker = async (): Promise<void> => {
        const n = next++;
        const made = await refund(n).catch(() => undefined);
        if (made === undefined) return;
        confirmed.set(n, made.id);
        // The signal leaves while the other workers' requests are on their way.
        if (n === target) void kill('SIGKILL');
        await worker();
      };
      await Promise.all([worker(), worker(), worker(), worker(), worker(), worker()]);
      await start();
    }
    const early = confirmed.size;
    for (let n = 0; n < next; n += 1) {
      const made = await refund(n);
      if (confirmed.has(n)) expect(made.id).toBe(confirmed.get(n));
      confirmed.set(n, made.id);
    }
    const after = await control<Counts>(url(), 'GET', 'counts');
    expect(after.refunds.succeeded - before.refunds.succeeded).toBe(next);
    // Not vacuous: each kill cut the requests of the other workers short.
    expect(next - early).toBeGreaterThanOrEqual(KILLS);
    expect(after.repeatsAbsorbed - before.repeatsAbsorbed).toBeGreaterThanOrEqual(early);
    const charge = (
      await stripe.paymentIntents.retrieve(paid.payment_intent as string, { expand: ['latest_charge'] })
    ).latest_charge;
    expect(charge).toMatchObject({ amount_refunded: next });
  }, 90_000);

  it('lets nobody else use its state, and ends cleanly on SIGTERM', async () => {
    const second = spawnEmulator({ ...environment(), STRIPE_EMULATOR_PORT: '0' });
    const [code] = (await once(second, 'exit')) as [number];
    expect(code).toBe(1);
    expect(await kill('SIGTERM')).toBe(0);
  }, 30_000);

  it('refuses to start when a variable is missing, and names each', async () => {
    const lame = spawnEmulator({ STRIPE_EMULATOR_PORT: '0', STRIPE_SECRET_KEY: 'sk_live_never' });
    let output = '';
    lame.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [code] = (await once(lame, 'close')) as [number];
    expect(code).toBe(1);
    for (const name of [
      'STRIPE_EMULATOR_STATE',
      'STRIPE_SECRET_KEY',
      'STRIPE_WEBHOOK_URL',
      'STRIPE_WEBHOOK_SECRET',
    ]) {
      expect(output).toContain(name);
    }
  }, 30_000);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
