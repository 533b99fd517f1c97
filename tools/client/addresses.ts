import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a running platform is found, as an outside client needs it. */
export interface Addresses {
  readonly api: string;
  readonly inbox: string;
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
  return {
    api: value('API_URL'),
    inbox: value('INBOX_URL'),
    staff: JSON.parse(readFileSync(value('LOCAL_ACCOUNTS_FILE'), 'utf8')) as Addresses['staff'],
  };
}
