import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Clock } from './clock.ts';

/**
 * The business clock of the local platform: real time plus an offset that all processes read from one file.
 * The file is looked at on every reading, so that a move holds everywhere as soon as the mover has written it.
 */
export class MovableClock extends Clock {
  readonly #file: string;
  #seen = '';
  #offset = 0;

  constructor(file: string) {
    super();
    this.#file = file;
  }

  override now(): Date {
    return new Date(Date.now() + this.offsetMs());
  }

  override offsetMs(): number {
    const stat = statSync(this.#file, { throwIfNoEntry: false });
    if (!stat) return 0;
    const seen = `${stat.ino}/${stat.mtimeMs}/${stat.size}`;
    if (seen !== this.#seen) {
      this.#offset = readOffset(this.#file);
      this.#seen = seen;
    }
    return this.#offset;
  }

  /** Moves business time forward to `offsetMs` ahead of real time; refuses to go back (returns false). */
  moveTo(offsetMs: number): boolean {
    if (!Number.isSafeInteger(offsetMs) || offsetMs < this.offsetMs()) return false;
    mkdirSync(dirname(this.#file), { recursive: true });
    // Written beside and renamed, so that no reader meets half a file.
    const temporary = `${this.#file}.${process.pid}`;
    writeFileSync(temporary, `${JSON.stringify({ offsetMs })}\n`);
    renameSync(temporary, this.#file);
    return true;
  }
}

function readOffset(file: string): number {
  const { offsetMs } = JSON.parse(readFileSync(file, 'utf8')) as { offsetMs?: unknown };
  if (!Number.isSafeInteger(offsetMs)) throw new Error(`${file} does not hold a whole number "offsetMs"`);
  return offsetMs as number;
}
