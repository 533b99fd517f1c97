import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import { DeadlineRounds } from '@admissions/runtime/deadline-rounds';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import { ReviewRefund } from '../following/review-refund.ts';
import { RefundStore, type RefundDeadline } from '../store/refund.store.ts';
import { ExecuteRefund } from './execute-refund.ts';

/** Does what the deadlines of refunds ask for when the business clock has come to them. Two replicas may do it at once. */
@Injectable()
export class MeetDeadlines {
  readonly #rounds: DeadlineRounds;

  constructor(
    store: Store,
    refunds: RefundStore,
    reviewing: ReviewRefund,
    executing: ExecuteRefund,
    clock: Clock,
    log: Log,
  ) {
    const work: Record<RefundDeadline, (id: string, act: Act) => Promise<unknown>> = {
      execute: (id, act) => executing.run(id, act),
      review: async (id, act) => {
        const refund = await refunds.load(id);
        if (refund) await reviewing.run(refund.applicationId, act);
      },
    };
    this.#rounds = new DeadlineRounds({
      store,
      log,
      service: 'payments',
      now: () => clock.now(),
      meet: ({ id, name }, act) => work[name as RefundDeadline](id, { ...act, name: `${name}-refund` }),
    });
  }

  /** Rounds until nothing is due, for a timer. */
  poll(stop: AbortSignal): Promise<void> {
    return this.#rounds.poll(stop);
  }

  /** One round; gives how many were met. */
  run(): Promise<number> {
    return this.#rounds.run();
  }
}
