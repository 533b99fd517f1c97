import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ProblemError } from '@admissions/contracts/problem';

/** Beside this file, in whichever form this one runs. */
const file = new URL(`./estimate-guesses.worker${extname(import.meta.url)}`, import.meta.url);

/** Waiting ones: a few seconds of work at worst; further ones are told to come again. */
const mostWaiting = 64;
/** For one estimate, and the start of the thread on a busy machine. */
const patienceMs = 10_000;

/** Estimates passwords one at a time in a thread of its own: an estimate takes up to a tenth of a second, in which nobody else would be served. */
@Injectable()
export class Guesses implements OnApplicationBootstrap, OnApplicationShutdown {
  #worker: Worker | undefined;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  onApplicationBootstrap(): void {
    this.#started();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#worker?.terminate();
  }

  /**
   * The logarithm to base 10 of the guesses that a password withstands.
   * @param known words that others know of the person.
   * Throws `too-many-requests` when too many wait, `service-unavailable` when the thread does not answer.
   */
  async log10(password: string, known: readonly string[]): Promise<number> {
    if (this.#waiting > mostWaiting)
      throw new ProblemError('too-many-requests', undefined, { retryAfter: 2 });
    this.#waiting++;
    const answer = this.#last.then(() => this.#ask({ password, known }));
    this.#last = answer.catch(() => undefined);
    return answer.finally(() => this.#waiting--);
  }

  async #ask(job: object): Promise<number> {
    const worker = this.#started();
    worker.ref();
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(job);
      const [guesses] = await once(worker, 'message', { signal: AbortSignal.timeout(patienceMs) });
      return guesses as number;
    } catch (error) {
      // It died or hangs; another one serves the next.
      this.#worker = undefined;
      void worker.terminate();
      throw new ProblemError('service-unavailable', undefined, { retryAfter: 2 }, { cause: error });
    } finally {
      worker.unref();
    }
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(file);
    const forget = () => {
      if (this.#worker === worker) this.#worker = undefined;
    };
    // Without a listener an error of the thread would end the process.
    worker.on('error', forget);
    worker.on('exit', forget);
    worker.unref();
    this.#worker = worker;
    return worker;
  }
}
