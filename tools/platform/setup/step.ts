import { spawn } from 'node:child_process';
import { PlatformError, type Log } from '../log.ts';

export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** What to tell the person when it fails, besides its output. */
  hint: string;
  limitMs?: number;
}

/** Runs a command of the set-up and returns what it wrote; its last lines are shown when it fails. */
export function command(line: readonly string[], options: CommandOptions): Promise<string> {
  const [program = '', ...args] = line;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.limitMs ?? 20 * 60_000,
      killSignal: 'SIGKILL',
    });
    let out = '';
    let all = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += String(chunk);
      all += String(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => (all += String(chunk)));
    const fail = (why: string) => {
      const tail = all.trim().split('\n').slice(-15).join('\n  ');
      reject(new PlatformError(`${line.join(' ')}\n  ${tail}\n${why}. ${options.hint}`));
    };
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) =>
      code === 0 ? resolve(out) : fail(`It ended with ${signal ?? `code ${code}`}`),
    );
  });
}

/** A progress line before and after something that takes time. */
export async function step<T>(log: Log, title: string, act: () => Promise<T>): Promise<T> {
  const started = Date.now();
  log(`${title} …`);
  const result = await act();
  log(`${title}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
