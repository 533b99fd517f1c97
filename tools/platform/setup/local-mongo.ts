import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onPath, root } from '../paths.ts';
import { PlatformError, type Log } from '../log.ts';
import { command, step } from './step.ts';
import { go, goEnvironment } from './go.ts';
import { kept } from './kept.ts';

const source = join(root, 'tools', 'local-mongo');
const sourceFiles = ['main.go', 'go.mod', 'go.sum', 'ferretdb.patch'];
const instead = 'put `mongod` on PATH, or name a server in MONGODB_URL';

/** Version of FerretDB that our go.mod asks for. */
export function ferretdbVersion(): string {
  const found = /FerretDB\/FerretDB (v[\d.]+)/.exec(readFileSync(join(source, 'go.mod'), 'utf8'));
  if (!found?.[1]) throw new Error('tools/local-mongo/go.mod names no version of FerretDB');
  return found[1];
}

/** Key of the kept build: another version of FerretDB, of the patch or of our program is another build. */
export function localMongoKey(): string {
  const hash = createHash('sha256');
  for (const file of sourceFiles) hash.update(readFileSync(join(source, file)));
  return `local-mongo@${ferretdbVersion()}-${hash.digest('hex').slice(0, 12)}`;
}

/** Builds our FerretDB program with the patched module, or finds it already built. Returns the program's path. */
export async function buildLocalMongo(env: NodeJS.ProcessEnv, log: Log): Promise<string> {
  const folder = await kept(localMongoKey(), env, (target) =>
    step(
      log,
      `Building the local MongoDB (FerretDB ${ferretdbVersion()}, about a minute the first time)`,
      async () => {
        const program = go(env, 'the local MongoDB', instead);
        await build(program, goEnvironment(env), target);
      },
    ),
  );
  return join(folder, 'local-mongo');
}

async function build(program: string, env: NodeJS.ProcessEnv, target: string): Promise<void> {
  const work = join(target, 'work');
  mkdirSync(work);
  for (const file of sourceFiles) cpSync(join(source, file), join(work, file));
  const hint = `To do without it, ${instead}.`;
  await patchedModule(program, env, work, hint);
  await command([program, 'build', '-o', join(target, 'local-mongo'), '.'], { cwd: work, env, hint });
  rmSync(work, { recursive: true, force: true });
}

/** Puts a copy of the module, with our patch applied, where `replace` in go.mod looks for it. */
export async function patchedModule(
  program: string,
  env: NodeJS.ProcessEnv,
  work: string,
  hint: string,
): Promise<string> {
  const wanted = `github.com/FerretDB/FerretDB@${ferretdbVersion()}`;
  // `go mod download` checks the module's hash against the checksum database. Outside of our module: our go.mod replaces it.
  const answer = await command([program, 'mod', 'download', '-json', wanted], { cwd: '/', env, hint });
  const { Dir } = JSON.parse(answer) as { Dir: string };
  const copy = join(work, 'ferretdb');
  cpSync(Dir, copy, { recursive: true });
  makeWritable(copy);
  // Without the ceiling, git would find a repository around the cache folder and skip files that lie outside of its index.
  if (!onPath('git', env))
    throw new PlatformError('git is needed to apply a patch (Debian: apt-get install git).');
  const gitEnv = { ...env, GIT_CEILING_DIRECTORIES: work };
  await command(['git', 'apply', '--verbose', join(source, 'ferretdb.patch')], {
    cwd: copy,
    env: gitEnv,
    hint,
  });
  return copy;
}

/** The module cache is read-only, and so is a copy of it. */
function makeWritable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeWritable(path);
    else chmodSync(path, 0o644);
  }
}
