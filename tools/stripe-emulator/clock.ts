import { readFileSync } from 'node:fs';

/** Business time: real time plus the offset that the platform's clock file holds. Signatures use real time instead. */
export class Clock {
  #file: string | undefined;
  #offsetMs = 0;

  constructor(file: string | undefined) {
    this.#file = file;
  }

  /** Business time in milliseconds since 1970. Reads the file each time, so a moved clock counts from the next request on. */
  nowMs(): number {
    this.#readOffset();
    return Date.now() + this.#offsetMs;
  }

  /** Business time in seconds since 1970, the unit of Stripe's `created` and `expires_at`. */
  now(): number {
    return Math.floor(this.nowMs() / 1000);
  }

  #readOffset(): void {
    if (this.#file === undefined) return;
    try {
      const parsed: unknown = JSON.parse(readFileSync(this.#file, 'utf8'));
      const offset = (parsed as { offsetMs?: unknown }).offsetMs;
      if (typeof offset === 'number' && Number.isFinite(offset)) this.#offsetMs = offset;
    } catch (error) {
      // A file that is half written keeps the last offset; a file that is gone means real time.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') this.#offsetMs = 0;
    }
  }
}
