import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from '../paths.ts';
import { withLock } from './lock.ts';

/**
 * Something built once per user and version, kept in the cache folder for all clones: `<cache>/<name>@<version>`.
 * It is built in a temporary folder and renamed when whole, so that a build cut short leaves nothing that looks ready; a lock makes a
 * second clone wait for the first instead of building too.
 */
export async function kept(
  key: string,
  env: NodeJS.ProcessEnv,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const cache = cacheDir(env);
  const target = join(cache, key);
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  await withLock(join(cache, `${key}.lock`), async () => {
    if (existsSync(target)) return;
    const folder = mkdtempSync(join(cache, `.${key}-`));
    try {
      await build(folder);
      renameSync(folder, target);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  return target;
}
