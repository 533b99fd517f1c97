import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock } from '@admissions/clock/clock';
import { DeadlineRounds } from '@admissions/runtime/deadline-rounds';
import { Log } from '@admissions/runtime/log';
import { Store } from '@admissions/store/store';
import type { Application } from '../domain/application.ts';
import { askAgain } from '../domain/closing-order.ts';
import { askToFreezeAgain } from '../domain/freezing.ts';
import { reachDueDate } from '../domain/offer.ts';
import type { Ignored, Outcome } from '../domain/outcome.ts';
import { ApplicationStore, type DeadlineName } from '../store/application.store.ts';

const reached: Record<DeadlineName, (application: Application, now: Date) => Outcome | Ignored> = {
  'deposit-due': reachDueDate,
  'ask-again': askAgain,
  'ask-to-freeze-again': askToFreezeAgain,
};

/** Does what is due by the business clock. Two replicas may find the same deadline: the second changes nothing. */
@Injectable()
export class ReachDeadlines {
  readonly #rounds: DeadlineRounds;

  constructor(store: Store, applications: ApplicationStore, clock: Clock, log: Log) {
    this.#rounds = new DeadlineRounds({
      store,
      log,
      service: 'applications',
      now: () => clock.now(),
      meet: ({ id, name }, act) =>
        applications.streams.change(id, act, (current) =>
          current
            ? reached[name as DeadlineName](current.state, clock.now())
            : { ignored: 'there is no such application' },
        ),
    });
  }

  @Interval(3_000)
  poll(): Promise<void> {
    return this.#rounds.poll();
  }

  /** One round; gives how many deadlines were met. */
  run(): Promise<number> {
    return this.#rounds.run();
  }
}
