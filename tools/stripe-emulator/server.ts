import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Stripe } from 'stripe';
import { Api } from './api.ts';
import { Clock } from './clock.ts';
import { Control } from './control.ts';
import { Faults } from './faults.ts';
import { HostedPage } from './hosted-page.ts';
import { pathOf, sendJson } from './http.ts';
import { Journal } from './journal.ts';
import type { Settings } from './settings.ts';
import { advance } from './timers.ts';
import { Webhooks } from './webhooks.ts';
import type { World } from './world.ts';

export type StripeEmulatorOptions = Omit<Settings, 'clockFile' | 'laterMs'> &
  Partial<Pick<Settings, 'clockFile' | 'laterMs'>> & { log?: (line: object) => void };

export type StripeEmulator = { url: string; host: string; port: number; stop(): Promise<void> };

const TICK_MS = 200;

/**
 * Starts the emulator on 127.0.0.1 (port 0 = a free one) and resolves when it answers. `stop` ends it and keeps the state;
 * starting again on the same folder goes on where it was, undelivered webhooks included.
 */
export async function startStripeEmulator(options: StripeEmulatorOptions): Promise<StripeEmulator> {
  const settings: Settings = { laterMs: 1_500, clockFile: undefined, ...options };
  const journal = new Journal(settings.stateFolder);
  const world: World = {
    settings,
    journal,
    clock: new Clock(settings.clockFile),
    faults: new Faults(),
    apiVersion: Stripe.API_VERSION,
    baseUrl: '',
    cause: null,
  };
  const webhooks = new Webhooks(world);
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 });
  try {
    await listen(server, settings.port);
  } catch (error) {
    journal.close();
    throw error;
  }
  const port = (server.address() as AddressInfo).port;
  world.baseUrl = `http://127.0.0.1:${port}`;
  moveOpenPages(world);
  server.on('request', handler(world, webhooks, options.log ?? (() => undefined)));
  const tick = setInterval(() => onTick(world, webhooks), TICK_MS);
  const stop = () => end(server, webhooks, journal, tick);
  return { url: world.baseUrl, host: '127.0.0.1', port, stop: once(stop) };
}

/** After a start on another port the pages of open sessions are there. */
function moveOpenPages(world: World): void {
  world.journal.run(
    `UPDATE objects SET body = json_set(body, '$.url', ? || '/c/pay/' || id)
     WHERE kind = 'checkout.session' AND json_extract(body, '$.status') = 'open'`,
    world.baseUrl,
  );
}

function handler(world: World, webhooks: Webhooks, log: (line: object) => void) {
  const wake = () => setImmediate(() => webhooks.wake());
  const api = new Api(world, wake, log);
  const page = new HostedPage(world, wake);
  const control = new Control(world, api, webhooks);
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { path } = pathOf(request);
    const work = path.startsWith('/v1/')
      ? api.handle(request, response)
      : path.startsWith('/c/')
        ? page.handle(request, response)
        : path.startsWith('/emulator/')
          ? control.handle(request, response)
          : Promise.resolve(other(path, response));
    work.catch((error: unknown) => {
      log({ level: 'error', message: 'request failed', error: String((error as Error).stack ?? error) });
      sendJson(response, 500, { error: { type: 'api_error', message: 'An unknown error occurred.' } });
    });
  };
}

function other(path: string, response: ServerResponse): void {
  if (path === '/health') sendJson(response, 200, { status: 'ok' });
  else
    sendJson(response, 404, { error: { type: 'invalid_request_error', message: `Nothing is at ${path}.` } });
}

function onTick(world: World, webhooks: Webhooks): void {
  advance(world);
  webhooks.wake();
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function end(
  server: Server,
  webhooks: Webhooks,
  journal: Journal,
  tick: NodeJS.Timeout,
): Promise<void> {
  clearInterval(tick);
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 1_000).unref();
  await Promise.all([closed, webhooks.stop()]);
  journal.close();
}

function once(stop: () => Promise<void>): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => (stopping ??= stop());
}
