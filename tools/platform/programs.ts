import { onPath } from './paths.ts';
import type { Log } from './log.ts';
import { buildLocalMongo } from './setup/local-mongo.ts';
import { buildVersitygw } from './setup/versitygw.ts';
import { installRabbitmq, rabbitmqPrograms, type RabbitmqPrograms } from './setup/rabbitmq.ts';

/** Where the servers' programs are; the ones of the set-up are built or installed when they are asked for the first time. */
export interface Programs {
  mongod: string | undefined;
  minio: string | undefined;
  localMongo(): Promise<string>;
  versitygw(): Promise<string>;
  rabbitmq(): Promise<RabbitmqPrograms>;
}

export function findPrograms(env: NodeJS.ProcessEnv, log: Log): Programs {
  return {
    mongod: onPath('mongod', env),
    minio: onPath('minio', env),
    localMongo: () => buildLocalMongo(env, log),
    versitygw: () => buildVersitygw(env, log),
    rabbitmq: async () => rabbitmqPrograms(env) ?? (await installRabbitmq(env, log)),
  };
}

/** The set-up's part: whatever no address in the environment and no program on PATH replaces is built or installed now. */
export async function prepareServers(env: NodeJS.ProcessEnv, programs: Programs): Promise<void> {
  if (!env['RABBITMQ_URL']) await programs.rabbitmq();
  if (!env['MONGODB_URL'] && !programs.mongod) await programs.localMongo();
  if (!env['S3_ENDPOINT'] && !programs.minio) await programs.versitygw();
}
