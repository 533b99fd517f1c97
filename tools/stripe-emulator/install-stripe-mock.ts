// stripe-mock: Stripe's own validator of requests by their OpenAPI. Tests hold our requests and our answers against it.
import { join } from 'node:path';
import type { Log } from '../platform/log.ts';
import { go, goEnvironment } from '../platform/setup/go.ts';
import { kept } from '../platform/setup/kept.ts';
import { command, step } from '../platform/setup/step.ts';

export const STRIPE_MOCK_VERSION = 'v0.203.0';

const MODULE = 'github.com/stripe/stripe-mock';

/**
 * Builds stripe-mock, or finds it already built, and returns the program's path. It is kept per user as
 * `<cache>/admissions-platform/stripe-mock@<version>/stripe-mock`; a build that is cut short leaves nothing behind.
 */
export async function installStripeMock(
  env: NodeJS.ProcessEnv = process.env,
  log: Log = () => undefined,
): Promise<string> {
  const folder = await kept(`stripe-mock@${STRIPE_MOCK_VERSION}`, env, (target) =>
    step(log, `Building stripe-mock ${STRIPE_MOCK_VERSION} (a minute or two the first time)`, async () => {
      const program = go(
        env,
        'stripe-mock',
        'leave out the tests of tools/stripe-emulator/test/stripe-mock.int.spec.ts',
      );
      await command([program, 'install', `${MODULE}@${STRIPE_MOCK_VERSION}`], {
        cwd: '/',
        env: { ...goEnvironment(env), GOBIN: target },
        hint: 'It is only needed by the tests of the card emulator.',
      });
    }),
  );
  return join(folder, 'stripe-mock');
}
