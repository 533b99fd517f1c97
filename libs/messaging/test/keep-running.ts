import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokerUrl, type Bench } from './harness.ts';

/** Keeps one follower process running: a new one whenever the last has died, as an orchestrator does. */
export class KeptFollower {
  readonly #bench: Bench;
  readonly #prefetch: number;
  readonly #dir = mkdtempSync(join(tmpdir(), 'follower-'));
  #child: ChildProcess | undefined;
  #stopping = false;
  /** Processes that have ended so far. */
  deaths = 0;
  errors = '';

  constructor(bench: Bench, prefetch = 32) {
    this.#bench = bench;
    this.#prefetch = prefetch;
    this.#start();
  }

  /** The lines that handlers wrote: `begun` and `done` with document and attempt. */
  effects(): { what: string; documentId: string; attempt: number }[] {
    try {
      const lines = readFileSync(this.#file, 'utf8').split('\n').slice(0, -1);
      return lines.map((line) => {
        const [what, documentId, attempt] = line.split(' ') as [string, string, string];
        return { what, documentId, attempt: Number(attempt) };
      });
    } catch {
      return [];
    }
  }

  done(): Set<string> {
    return new Set(this.effects().flatMap(({ what, documentId }) => (what === 'done' ? [documentId] : [])));
  }

  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      await new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGKILL');
      });
    }
    rmSync(this.#dir, { recursive: true, force: true });
  }

  get #file(): string {
    return join(this.#dir, 'effects');
  }

  #start(): void {
    const args = [brokerUrl(), this.#bench.prefix, this.#file, this.#bench.publicKey, String(this.#prefetch)];
    const here = new URL('.', import.meta.url);
    const child = fork(new URL('follower-process.ts', here), args, {
      execArgv: ['--no-warnings', '--import', new URL('resolve-sources.mjs', here).href],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.stderr?.on(
      'data',
      (bytes: Buffer) => (this.errors = (this.errors + bytes.toString()).slice(-20_000)),
    );
    child.once('exit', () => {
      this.deaths++;
      if (!this.#stopping) this.#start();
    });
    this.#child = child;
  }
}
