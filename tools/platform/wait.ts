import { setTimeout as pause } from 'node:timers/promises';
import { connect } from 'node:net';

export interface WaitOptions {
  what: string;
  limitMs: number;
  everyMs?: number;
  /** Looked at between tries; an answer ends the wait at once with that text (e.g. "the process ended with code 1"). */
  givenUp?: () => string | undefined;
}

/** Repeats `probe` until it returns true, at most `limitMs`; a probe that throws counts as "not yet" and its error is named at the end. */
export async function waitFor(probe: () => Promise<boolean>, options: WaitOptions): Promise<void> {
  const until = Date.now() + options.limitMs;
  let last = 'it never answered';
  for (;;) {
    const reason = options.givenUp?.();
    if (reason !== undefined) throw new Error(`${options.what}: ${reason}`);
    try {
      if (await probe()) return;
      last = 'it answers, but not yet as it should';
    } catch (error) {
      last = error instanceof Error ? error.message || error.name : String(error);
    }
    if (Date.now() > until)
      throw new Error(`${options.what}: not ready after ${options.limitMs / 1000} s (${last})`);
    await pause(options.everyMs ?? 100);
  }
}

/** A reason to give up a wait when the start was interrupted. */
export function interrupted(signal: AbortSignal | undefined): string | undefined {
  return signal?.aborted ? 'the start was interrupted' : undefined;
}

/** True when something accepts a TCP connection there within a second. */
export function accepts(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1000, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
