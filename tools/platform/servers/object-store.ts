import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { flags, foreignServer, type Server, type ServerContext } from './server.ts';
import { startLocalServer } from './managed-server.ts';
import { PlatformError } from '../log.ts';

const region = 'eu-west-3';

/** S3_ENDPOINT with its keys → `minio` on PATH → Versity S3 Gateway over a folder. */
export async function startObjectStore(context: ServerContext): Promise<Server> {
  const given = context.env['S3_ENDPOINT'];
  if (given) return foreignServer('object store', given, foreignEnvironment(context.env, given));
  const { minio } = context.programs;
  const port = context.ports.of('objects');
  const endpoint = `http://127.0.0.1:${port}`;
  const { s3AccessKey, s3SecretKey } = context.secrets;
  const dir = join(context.stateDir, minio ? 'minio' : 'objects');
  mkdirSync(dir, { recursive: true });
  const common = { PATH: context.env['PATH'], HOME: context.stateDir };
  const health = minio ? '/minio/health/ready' : '/health-of-the-local-store';
  return startLocalServer(context, {
    name: minio ? 'object store (minio)' : 'object store (Versity S3 Gateway)',
    address: endpoint,
    env: {
      S3_ENDPOINT: endpoint,
      S3_PUBLIC_ENDPOINT: endpoint,
      S3_REGION: region,
      S3_ACCESS_KEY: s3AccessKey,
      S3_SECRET_KEY: s3SecretKey,
    },
    ports: [port],
    replacedBy: 'S3_ENDPOINT',
    processes: [
      minio
        ? {
            name: 'objects',
            command: minio,
            args: ['server', '--address', `127.0.0.1:${port}`, '--quiet', dir],
            env: {
              ...common,
              MINIO_ROOT_USER: s3AccessKey,
              MINIO_ROOT_PASSWORD: s3SecretKey,
              MINIO_REGION: region,
            },
          }
        : {
            name: 'objects',
            command: await context.programs.versitygw(),
            args: [
              ...flags({ port: `127.0.0.1:${port}`, region, health, 'cors-allow-origin': '*' }),
              '--quiet',
              '--keep-alive',
              'posix',
              dir,
            ],
            // The keys go by the environment: a command line can be read by every user of the machine.
            env: { ...common, ROOT_ACCESS_KEY: s3AccessKey, ROOT_SECRET_KEY: s3SecretKey },
          },
    ],
    probe: async () => (await fetch(endpoint + health, { signal: AbortSignal.timeout(2000) })).ok,
    limitMs: 30_000,
  });
}

function foreignEnvironment(env: NodeJS.ProcessEnv, endpoint: string): Record<string, string> {
  const { S3_ACCESS_KEY, S3_SECRET_KEY } = env;
  if (!S3_ACCESS_KEY || !S3_SECRET_KEY) {
    throw new PlatformError('S3_ENDPOINT is set, but not its keys: set S3_ACCESS_KEY and S3_SECRET_KEY too.');
  }
  return {
    S3_ENDPOINT: endpoint,
    S3_PUBLIC_ENDPOINT: env['S3_PUBLIC_ENDPOINT'] || endpoint,
    S3_REGION: env['S3_REGION'] || region,
    S3_ACCESS_KEY,
    S3_SECRET_KEY,
  };
}
