import { join } from 'node:path';
import type { Secrets } from './secrets.ts';
import { clockFile } from './servers/card-emulator.ts';
import { root } from './paths.ts';

/** The services, in the order of their start; each is `apps/<name>/dist/main.js`. */
export const services = [
  'gateway',
  'applications',
  'documents',
  'payments',
  'evaluation',
  'notifications',
] as const;
export type ServiceName = (typeof services)[number];

/** The compiled program of a service. */
export function entryOf(service: ServiceName): string {
  return join(root, 'apps', service, 'dist', 'main.js');
}

/** What every service is told, and what `npm run servers` writes for the tests. */
export interface SharedEnvironment {
  stateDir: string;
  secrets: Secrets;
  /** Addresses of the servers. */
  servers: Record<string, string>;
  /** Address of the API as the outside sees it. */
  publicUrl: string;
  env: NodeJS.ProcessEnv;
}

/** The variables that all services share; names in the caller's environment win where sharing a foreign server needs it. */
export function sharedEnvironment({
  stateDir,
  secrets,
  servers,
  publicUrl,
  env,
}: SharedEnvironment): Record<string, string> {
  return {
    NODE_ENV: 'development',
    LOG_LEVEL: env['LOG_LEVEL'] || 'info',
    ...servers,
    DATABASE_PREFIX: env['DATABASE_PREFIX'] || 'admissions_',
    RABBITMQ_PREFIX: env['RABBITMQ_PREFIX'] ?? '',
    S3_BUCKET_PREFIX: env['S3_BUCKET_PREFIX'] || 'admissions-',
    PUBLIC_URL: publicUrl,
    SUBJECT_PUBLIC_KEY: secrets.subjectPublicKey,
    CLOCK_FILE: clockFile(stateDir),
  };
}

/** Secrets and files that only some services get. */
export function ownEnvironment(
  service: ServiceName,
  stateDir: string,
  secrets: Secrets,
  env: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const own: Partial<Record<ServiceName, Record<string, string>>> = {
    gateway: {
      SUBJECT_PRIVATE_KEY: secrets.subjectPrivateKey,
      MESSAGE_SEAL_KEY: secrets.messageSealKey,
      LOCAL_ACCOUNTS_FILE: accountsFile(stateDir),
      // Everyone who uses a local platform comes from the same address.
      LIMIT_FACTOR: env['LIMIT_FACTOR'] || '20',
    },
    notifications: { MESSAGE_SEAL_KEY: secrets.messageSealKey },
    applications: { CATALOGUE_FILE: join(root, 'tools', 'platform', 'demo-catalogue.yaml') },
  };
  return own[service] ?? {};
}

/** Never inherited from the caller's shell: a service gets them only from the table above. */
const guarded = ['SUBJECT_PRIVATE_KEY', 'MESSAGE_SEAL_KEY', 'LOCAL_ACCOUNTS_FILE', 'CATALOGUE_FILE'];

/** The caller's environment without what is given to some services only. */
export function inheritable(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !guarded.includes(name)));
}

/** The staff accounts of the local platform, made at its first start. */
export function accountsFile(stateDir: string): string {
  return join(stateDir, 'accounts.json');
}
