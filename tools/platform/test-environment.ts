import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { readEnvFile } from './env-file.ts';
import { startPlatform, type Platform } from './platform.ts';
import { parseReplicas } from './replicas.ts';

/** What a test run stands on: servers (and services) of its own, or the ones that ADMISSIONS_TEST_ENV names. */
interface TestRun {
  platform?: Platform;
}

const key = Symbol.for('admissions.test-run');
const kept = globalThis as unknown as Record<symbol, TestRun | undefined>;

/**
 * Starts what the tests of a jest project need, on free ports and with a state folder of its own under the system's temporary folder,
 * so that they run beside `npm start` and beside another clone; exports the addresses to the workers (they inherit process.env).
 * With ADMISSIONS_TEST_ENV (the file that `npm run servers` or `npm start` wrote) the running ones are used.
 */
export async function openTestRun(withServices: boolean): Promise<void> {
  const file = process.env['ADMISSIONS_TEST_ENV'];
  if (file) {
    exportToWorkers(readEnvFile(file));
    kept[key] = {};
    return;
  }
  const stateDir = mkdtempSync(join(tmpdir(), 'admissions-test-'));
  const platform = await startPlatform({
    stateDir,
    ports: 'free',
    replicas: parseReplicas(process.env['ADMISSIONS_TEST_REPLICAS']),
    services: withServices,
    buildFirst: withServices,
    temporary: true,
    env: withPrefixes(process.env),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  exportToWorkers(platform.env);
  kept[key] = { platform };
}

/** What the platform's processes run as (NODE_ENV, LOG_LEVEL) is not what the tests run as. */
function exportToWorkers({ NODE_ENV: _mode, LOG_LEVEL: _level, ...addresses }: Record<string, string>): void {
  Object.assign(process.env, addresses);
  process.env['LOG_LEVEL'] ??= 'warn';
}

/** On servers that others use too, a run keeps to names of its own. */
function withPrefixes(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const run = `t${randomBytes(4).toString('hex')}`;
  return {
    ...env,
    DATABASE_PREFIX: `${run}_`,
    RABBITMQ_PREFIX: `${run}.`,
    S3_BUCKET_PREFIX: `${run}-`,
    LIMIT_FACTOR: '1000',
  };
}

/** Stops what `openTestRun` started. */
export async function closeTestRun(): Promise<void> {
  await kept[key]?.platform?.stop();
  kept[key] = undefined;
}
