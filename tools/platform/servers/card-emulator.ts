import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PlatformError } from '../log.ts';
import { root } from '../paths.ts';
import { foreignServer, type Server, type ServerContext } from './server.ts';
import { startLocalServer } from './managed-server.ts';

const entry = join(root, 'tools', 'stripe-emulator', 'main.ts');

/**
 * STRIPE_SECRET_KEY (the provider itself, in test mode) → our emulator of its API. The webhooks of the provider itself reach a machine
 * behind a router only through a tunnel (`stripe listen --forward-to <public address>/webhooks/stripe` prints the secret for
 * STRIPE_WEBHOOK_SECRET); the emulator calls the gateway directly.
 */
export function startCardEmulator(context: ServerContext): Promise<Server> {
  if (context.env['STRIPE_SECRET_KEY']) return Promise.resolve(provider(context.env));
  const port = context.ports.of('cards');
  const address = `http://127.0.0.1:${port}`;
  const { stripeSecretKey, stripeWebhookSecret } = context.secrets;
  const state = join(context.stateDir, 'cards');
  mkdirSync(state, { recursive: true });
  return startLocalServer(context, {
    name: 'card payments (emulator)',
    address,
    env: {
      STRIPE_SECRET_KEY: stripeSecretKey,
      STRIPE_API_URL: address,
      STRIPE_WEBHOOK_SECRET: stripeWebhookSecret,
    },
    ports: [port],
    replacedBy: 'STRIPE_SECRET_KEY',
    processes: [
      {
        name: 'cards',
        command: process.execPath,
        args: ['--disable-warning=ExperimentalWarning', entry],
        env: {
          PATH: context.env['PATH'],
          STRIPE_EMULATOR_PORT: String(port),
          STRIPE_EMULATOR_STATE: state,
          STRIPE_SECRET_KEY: stripeSecretKey,
          STRIPE_WEBHOOK_URL: `http://127.0.0.1:${context.ports.of('api')}/webhooks/stripe`,
          STRIPE_WEBHOOK_SECRET: stripeWebhookSecret,
          CLOCK_FILE: clockFile(context.stateDir),
        },
      },
    ],
    probe: async () => (await fetch(`${address}/health`, { signal: AbortSignal.timeout(2000) })).ok,
    limitMs: 20_000,
  });
}

function provider(env: NodeJS.ProcessEnv): Server {
  const { STRIPE_SECRET_KEY = '', STRIPE_WEBHOOK_SECRET, STRIPE_API_URL } = env;
  if (!STRIPE_WEBHOOK_SECRET) {
    throw new PlatformError(
      'STRIPE_SECRET_KEY is set, but not STRIPE_WEBHOOK_SECRET: without it no webhook can be verified and no order is ever paid. ' +
        '`stripe listen --forward-to <address of the API>/webhooks/stripe` prints one.',
    );
  }
  const known = { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, ...(STRIPE_API_URL && { STRIPE_API_URL }) };
  return foreignServer('card payments', STRIPE_API_URL || 'the provider', known);
}

/** The offset of the business clock, read by all services and by the emulator. */
export function clockFile(stateDir: string): string {
  return join(stateDir, 'clock.json');
}
