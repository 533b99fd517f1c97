import type { Act, DueDeadline } from '@admissions/store/aggregate';
import type { Store } from '@admissions/store/store';
import type { Log } from './log.ts';

export interface DeadlineRoundsOptions {
  readonly store: Pick<Store, 'due'>;
  readonly log: Log;
  /** Whose deadlines they are; the author of the acts. */
  readonly service: string;
  /** The time that the deadlines are compared with: business time, or real time where a link or an account ends. */
  readonly now: () => Date;
  /** Does what a deadline asks for. It may come twice, from two replicas too: `act` has the same cause then. */
  readonly meet: (deadline: DueDeadline, act: Act) => Promise<unknown>;
}

/** How many are met in one round. */
const atOnce = 50;
/** How many of them at the same time. */
const together = 8;
/** How many rounds a poll makes: deadlines that stay due although they were met are left for the next one. */
const mostRounds = 20;
/** How long one that failed is left alone, in milliseconds of real time: a provider that is away is not asked all the time. */
const restMs = 15_000;

/**
 * Meets the deadlines of a service round by round, the earliest first. One that fails rests, is logged, and holds nobody up: those
 * behind it are met in its place.
 */
export class DeadlineRounds {
  readonly #options: DeadlineRoundsOptions;
  /** Until when one rests, by real time. */
  readonly #resting = new Map<string, number>();
  #isRunning = false;

  constructor(options: DeadlineRoundsOptions) {
    this.#options = options;
  }

  /** For a timer: rounds until one is not full, never two at a time. Never rejects; what cannot be read is logged and read the next time. */
  async poll(stop?: AbortSignal): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      // A stop ends a round early, and a round that is not full is the last.
      for (let round = 0; round < mostRounds; round += 1) if ((await this.run(stop)) < atOnce) break;
    } catch (error) {
      this.#options.log.warn({ err: error }, 'deadlines could not be read; trying again');
    } finally {
      this.#isRunning = false;
    }
  }

  /** One round; it ends early, between two groups, when it is told to stop. Gives how many were met. */
  async run(stop?: AbortSignal): Promise<number> {
    const { store, now } = this.#options;
    for (const [key, until] of this.#resting) if (until <= performance.now()) this.#resting.delete(key);
    const due = await store.due(now(), atOnce + this.#resting.size);
    const awake = due.filter((deadline) => !this.#resting.has(keyOf(deadline))).slice(0, atOnce);
    let met = 0;
    for (let start = 0; start < awake.length; start += together) {
      if (stop?.aborted) break;
      const group = await Promise.all(awake.slice(start, start + together).map((one) => this.#meet(one)));
      met += group.filter(Boolean).length;
    }
    return met;
  }

  async #meet(deadline: DueDeadline): Promise<boolean> {
    try {
      await this.#options.meet(deadline, actOf(deadline, this.#options.service));
      return true;
    } catch (error) {
      const { aggregate, id, name } = deadline;
      this.#resting.set(keyOf(deadline), performance.now() + restMs);
      this.#options.log.warn(
        { err: error, aggregate, id, deadline: name },
        'a deadline could not be met; it is tried again',
      );
      return false;
    }
  }
}

function keyOf({ aggregate, id, name }: DueDeadline): string {
  return `${aggregate}/${id}/${name}`;
}

/** The deadline is the cause, so that a second replica repeats the first one’s act. */
function actOf({ aggregate, id, name, at }: DueDeadline, service: string): Act {
  // With the id: an act may change other streams too, such as a series, in which two deadlines of one moment are two causes.
  const cause = `due/${aggregate}/${id}/${name}/${at.toISOString()}`;
  return {
    name: `${service}.${name}`,
    by: `system:${service}/deadlines`,
    correlationId: `due-${id}`.slice(0, 100),
    cause: { id: cause, fingerprint: name },
  };
}
