import { join } from 'node:path';
import { existsSync, readdirSync } from 'node:fs';
import { root } from './paths.ts';
import type { Log } from './log.ts';
import { command, step } from './setup/step.ts';
import { withLock } from './setup/lock.ts';

/** Compiles the services and what they need (`tsc -b`, which skips what has not changed). */
export async function buildServices(log: Log): Promise<void> {
  const apps = readdirSync(join(root, 'apps')).filter((name) =>
    existsSync(join(root, 'apps', name, 'tsconfig.json')),
  );
  await withLock(join(root, 'node_modules', '.build.lock'), () =>
    step(log, 'Building the services (tsc -b)', async () => {
      const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
      await command([process.execPath, tsc, '-b', ...apps.map((name) => join('apps', name))], {
        cwd: root,
        hint: 'Correct the errors above, then start again.',
      });
    }),
  );
}
