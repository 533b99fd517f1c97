import { askedBase } from '../platform/ports.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PlatformError } from '../platform/log.ts';
import { defaultStateDir } from '../platform/paths.ts';
import { startPlatform } from '../platform/platform.ts';
import { parseReplicas } from '../platform/replicas.ts';
import { onInterruption } from '../platform/runner.ts';

/** Acts with the platform that runs; starts one when none does, with the state that `npm start` would take, and stops it after. */
export async function withPlatform(
  replicas: string | undefined,
  act: () => Promise<number>,
): Promise<number> {
  if (isRunning()) {
    if (replicas !== undefined)
      throw new PlatformError(
        '--replicas is for a platform that this command starts; one runs already. Stop it, or start it with --replicas.',
      );
    return act();
  }
  const signal = onInterruption();
  const platform = await startPlatform({
    stateDir: defaultStateDir,
    ports: 'fixed',
    portBase: askedBase(process.env),
    replicas: parseReplicas(replicas),
    services: true,
    buildFirst: true,
    log: (line) => console.log(line),
    signal,
  });
  try {
    return await act();
  } finally {
    await platform.stop();
  }
}

function isRunning(): boolean {
  return process.env['API_URL'] !== undefined || existsSync(join(defaultStateDir, 'platform.env.json'));
}
