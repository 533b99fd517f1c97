import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where a running platform is found, as an outside client needs it. */
export interface Addresses {
  readonly api: string;
  readonly inbox: string;
  /** The card emulator, whose own books can be read; absent when cards are paid elsewhere. */
  readonly provider?: string;
  /** The broker, for tools that wait until nothing moves; absent when it cannot be reached from here. */
  readonly broker?: { readonly url: string; readonly prefix: string };
  /** Where the local platform keeps its processes and logs. */
  readonly stateDir: string;
  readonly staff: readonly { email: string; name: string; password: string; roles: { role: string }[] }[];
}

/**
 * From the environment (API_URL, INBOX_URL, LOCAL_ACCOUNTS_FILE), else from what `npm start` wrote in `.platform/`.
 * Throws in plain words when nothing runs.
 */
export function findAddresses(env: NodeJS.ProcessEnv = process.env): Addresses {
  const file = join(import.meta.dirname, '..', '..', '.platform', 'platform.env.json');
  const written = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const value = (name: string) => {
    const found = env[name] ?? written[name];
    if (!found)
      throw new Error(
        `${name} is not known: is the platform running? Start it with "npm start" in another terminal.`,
      );
    return found;
  };
  const provider = env['STRIPE_API_URL'] ?? written['STRIPE_API_URL'];
  const url = env['RABBITMQ_URL'] ?? written['RABBITMQ_URL'];
  const prefix = env['RABBITMQ_PREFIX'] ?? written['RABBITMQ_PREFIX'] ?? '';
  const accounts = value('LOCAL_ACCOUNTS_FILE');
  return {
    api: value('API_URL'),
    inbox: value('INBOX_URL'),
    ...(provider ? { provider } : {}),
    ...(url ? { broker: { url, prefix } } : {}),
    stateDir: dirname(accounts),
    staff: JSON.parse(readFileSync(accounts, 'utf8')) as Addresses['staff'],
  };
}
