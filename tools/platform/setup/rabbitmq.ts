import { join } from 'node:path';
import { isProgram, onPath } from '../paths.ts';
import { PlatformError, type Log } from '../log.ts';
import { command, step } from './step.ts';
import { withoutServiceStart } from './policy.ts';
import { withLock } from './lock.ts';

export interface RabbitmqPrograms {
  server: string;
  epmd: string;
}

/**
 * Debian's /usr/sbin/rabbitmq-server is a wrapper that changes to the user `rabbitmq`; the program itself lies in the package's own
 * folder and runs as anyone.
 */
const debianFolder = '/usr/lib/rabbitmq/bin';
const instead = 'name a broker in RABBITMQ_URL';

/** The installed programs, or undefined. */
export function rabbitmqPrograms(env: NodeJS.ProcessEnv): RabbitmqPrograms | undefined {
  const debian = join(debianFolder, 'rabbitmq-server');
  const server = isProgram(debian) ? debian : onPath('rabbitmq-server', env);
  const epmd = onPath('epmd', env) ?? onPath('epmd', { PATH: '/usr/bin:/usr/local/bin:/usr/lib/erlang/bin' });
  return server && epmd ? { server, epmd } : undefined;
}

/** Installs Debian's package, keeping the node that the package would start from starting. */
export async function installRabbitmq(env: NodeJS.ProcessEnv, log: Log): Promise<RabbitmqPrograms> {
  const apt = onPath('apt-get', env);
  if (!apt) {
    throw new PlatformError(
      `RabbitMQ is not installed and there is no apt-get to install it with. Install RabbitMQ 3.10 or later, or ${instead}.`,
    );
  }
  const prefix = rootPrefix(env);
  const aptEnv = { ...env, DEBIAN_FRONTEND: 'noninteractive' };
  const hint = `To do without it, ${instead}.`;
  await withLock('/tmp/admissions-platform-apt.lock', () =>
    step(log, 'Installing RabbitMQ (apt-get install rabbitmq-server)', async () => {
      await command([...prefix, apt, 'update'], { env: aptEnv, hint });
      await withoutServiceStart(prefix, async () => {
        const args = ['install', '--yes', '--no-install-recommends', 'rabbitmq-server'];
        await command([...prefix, apt, ...args], { env: aptEnv, hint });
      });
    }),
  );
  const found = rabbitmqPrograms(env);
  if (!found)
    throw new PlatformError(
      `The package rabbitmq-server was installed, but its programs are not where they should be. ${hint}`,
    );
  return found;
}

/** How to become root: not at all, with sudo (which may ask for the password), or a message. */
export function rootPrefix(env: NodeJS.ProcessEnv, user = process.getuid?.()): string[] {
  if (user === 0) return [];
  const sudo = onPath('sudo', env);
  if (sudo) return [sudo, '--preserve-env=DEBIAN_FRONTEND'];
  throw new PlatformError(
    `RabbitMQ is not installed, and installing it needs root or sudo. Run as root: apt-get install rabbitmq-server; or ${instead}.`,
  );
}
