import { join } from 'node:path';
import type { Log } from '../log.ts';
import { command, step } from './step.ts';
import { go, goEnvironment } from './go.ts';
import { kept } from './kept.ts';

const version = 'v1.8.0';
const instead = 'put `minio` on PATH, or name a store in S3_ENDPOINT, S3_ACCESS_KEY and S3_SECRET_KEY';

/** Builds the Versity S3 Gateway (Apache-2.0), or finds it already built. Returns the program's path. */
export async function buildVersitygw(env: NodeJS.ProcessEnv, log: Log): Promise<string> {
  const folder = await kept(`versitygw@${version}`, env, (target) =>
    step(
      log,
      `Building the local object store (Versity S3 Gateway ${version}, about two minutes the first time)`,
      async () => {
        const program = go(env, 'the local object store', instead);
        await command([program, 'install', `github.com/versity/versitygw/cmd/versitygw@${version}`], {
          cwd: '/',
          env: { ...goEnvironment(env), GOBIN: target },
          hint: `To do without it, ${instead}.`,
        });
      },
    ),
  );
  return join(folder, 'versitygw');
}
