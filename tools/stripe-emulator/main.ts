// The Stripe emulator as a process: `node tools/stripe-emulator/main.ts`. Variables: see settings.ts and README.md.
import { startStripeEmulator } from './server.ts';
import { readSettings } from './settings.ts';

const log = (line: object): void => {
  process.stdout.write(
    `${JSON.stringify({ time: new Date().toISOString(), service: 'stripe-emulator', ...line })}\n`,
  );
};

try {
  const emulator = await startStripeEmulator({ ...readSettings(process.env), log });
  log({ level: 'info', message: 'ready', url: emulator.url });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      void emulator.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  log({ level: 'fatal', message: (error as Error).message });
  process.exitCode = 1;
}
