import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock } from '@admissions/clock/clock';
import { Log } from '@admissions/runtime/log';
import type { Act, DueDeadline } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { Application } from '../domain/application.ts';
import { askAgain } from '../domain/closing-order.ts';
import { askToFreezeAgain } from '../domain/freezing.ts';
import { reachDueDate } from '../domain/offer.ts';
import type { Ignored, Outcome } from '../domain/outcome.ts';
import { ApplicationStore, type DeadlineName } from '../store/application.store.ts';

const atOnce = 50;

const reached: Record<DeadlineName, (application: Application, now: Date) => Outcome | Ignored> = {
  'deposit-due': reachDueDate,
  'ask-again': askAgain,
  'ask-to-freeze-again': askToFreezeAgain,
};

/** Does what is due by the business clock. Two replicas may find the same deadline: the second changes nothing. */
@Injectable()
export class ReachDeadlines {
  #running = false;

  constructor(
    private readonly store: Store,
    private readonly applications: ApplicationStore,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  @Interval(3_000)
  async poll(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      // A full round is followed by another one at once: many offers end on the same day.
      while ((await this.run()) === atOnce);
    } catch (error) {
      this.log.warn({ err: error }, 'deadlines could not be read; trying again');
    } finally {
      this.#running = false;
    }
  }

  /** One round; gives how many deadlines were met. */
  async run(): Promise<number> {
    const due = await this.store.due(this.clock.now(), atOnce);
    const met = await Promise.all(due.map((deadline) => this.#meet(deadline)));
    return met.filter(Boolean).length;
  }

  async #meet(deadline: DueDeadline): Promise<boolean> {
    const { id, name } = deadline;
    const decide = reached[name as DeadlineName];
    try {
      await this.applications.streams.change(id, actOf(deadline), (current) =>
        current ? decide(current.state, this.clock.now()) : { ignored: 'there is no such application' },
      );
      return true;
    } catch (error) {
      // The others are not held up by one; it is found again in the next round.
      this.log.warn({ err: error, applicationId: id, deadline: name }, 'a deadline could not be met');
      return false;
    }
  }
}

/** The deadline is the cause, so that a second replica repeats the first one’s act. */
function actOf({ id, name, at }: DueDeadline): Act {
  return {
    name: `applications.${name}`,
    by: 'system:applications/deadlines',
    correlationId: `due-${id}`.slice(0, 100),
    cause: { id: `due/${name}/${at.toISOString()}`, fingerprint: name },
  };
}
