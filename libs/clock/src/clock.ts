/** Business time: the only source of "today" for rules. Tokens, signatures and timeouts use real time, not this. */
export abstract class Clock {
  abstract now(): Date;
  /** How far business time is ahead of real time, in milliseconds. */
  abstract offsetMs(): number;
}

/** Production: business time is real time. */
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
  override offsetMs(): number {
    return 0;
  }
}

/** Tests of rules: stands still until it is moved. */
export class FixedClock extends Clock {
  #now: number;
  constructor(now: string | Date) {
    super();
    this.#now = new Date(now).getTime();
  }
  override now(): Date {
    return new Date(this.#now);
  }
  override offsetMs(): number {
    return 0;
  }
  /** Moves on by milliseconds. */
  advance(ms: number): void {
    this.#now += ms;
  }
}
