// A service as a process that dies again and again, at moments that nobody chose, and is started again.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Service } from '@admissions/contracts/services';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

export class Mortal {
  readonly #service: Service;
  readonly #env: Record<string, string | undefined>;
  readonly #random: () => number;
  #child: ChildProcess | undefined;
  #errors = '';
  #isUp: Promise<unknown> = Promise.resolve();
  kills = 0;

  constructor(service: Service, env: Record<string, string | undefined>, seed: number) {
    this.#service = service;
    this.#env = env;
    this.#random = randomFrom(seed);
  }

  start(): void {
    const child = fork(here(`../../apps/${this.#service}/src/main.ts`), [], {
      execArgv: ['--import', here('from-sources.mjs')],
      env: { ...this.#env, LOG_LEVEL: 'info' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#isUp = new Promise((resolve) => {
      child.stdout?.on('data', (piece: Buffer) => piece.includes('ready to work') && resolve(undefined));
      child.once('exit', resolve);
    });
    child.stderr?.on(
      'data',
      (piece: Buffer) => (this.#errors = (this.#errors + piece.toString()).slice(-2000)),
    );
    this.#child = child;
  }

  /**
   * Kills and starts again until the condition holds. Its life is counted from when it is up, however slow the machine: a process
   * that always died while it starts would do no work, and there would be nothing to lose.
   */
  async dieUntil(enough: () => boolean, aliveMs: readonly [number, number]): Promise<void> {
    while (!enough()) {
      const [least, most] = aliveMs;
      await this.#isUp;
      await pause(least + this.#random() * (most - least));
      if (this.#child?.exitCode) throw new Error(`it ended by itself: ${this.#errors}`);
      await this.#kill();
      this.kills += 1;
      this.start();
    }
  }

  async stop(): Promise<void> {
    await this.#kill();
  }

  async #kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.signalCode !== null || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}

/** The same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
