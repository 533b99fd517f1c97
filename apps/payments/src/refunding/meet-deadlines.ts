import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Clock } from '@admissions/clock/clock';
import { Log } from '@admissions/runtime/log';
import type { Act, DueDeadline } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import { ReviewRefund } from '../following/review-refund.ts';
import { RefundStore, type RefundDeadline } from '../store/refund.store.ts';
import { ExecuteRefund } from './execute-refund.ts';

const atATime = 50;
/** A deadline whose work failed, because the provider is away for example, is left alone for this long. */
const restMs = 15_000;

/** Does what the deadlines of refunds ask for when the business clock has come to them. Two replicas may do it at once. */
@Injectable()
export class MeetDeadlines {
  /** Real time until which a deadline rests. */
  readonly #resting = new Map<string, number>();
  readonly #work: Record<RefundDeadline, (id: string, act: Act) => Promise<unknown>>;

  constructor(
    private readonly store: Store,
    private readonly refunds: RefundStore,
    reviewing: ReviewRefund,
    executing: ExecuteRefund,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.#work = {
      execute: (id, act) => executing.run(id, act),
      review: async (id, act) => {
        const refund = await this.refunds.load(id);
        if (refund) await reviewing.run(refund.applicationId, act);
      },
    };
  }

  /** One round; it ends early, between two deadlines, when it is told to stop. Gives how many were met. */
  async run(stop?: AbortSignal): Promise<number> {
    let met = 0;
    for (const deadline of await this.store.due(this.clock.now(), atATime)) {
      if (stop?.aborted) break;
      if (await this.#meet(deadline)) met += 1;
    }
    return met;
  }

  async #meet(deadline: DueDeadline): Promise<boolean> {
    const { id, name } = deadline;
    const key = `${id}/${name}`;
    const work = this.#work[name as RefundDeadline];
    if (!work || (this.#resting.get(key) ?? 0) > Date.now()) return false;
    this.#resting.delete(key);
    try {
      await work(id, actOf(deadline));
      return true;
    } catch (error) {
      this.#resting.set(key, Date.now() + restMs);
      this.log.warn(
        { refundId: id, deadline: name, err: error },
        'a deadline could not be met; it is tried again',
      );
      return false;
    }
  }
}

/** The deadline is the cause, so that a second replica repeats the first one’s act. */
function actOf({ aggregate, id, name, at }: DueDeadline): Act {
  const cause = { id: `due/${aggregate}/${id}/${name}/${at.toISOString()}`, fingerprint: name };
  return { name: `${name}-refund`, by: 'system:payments/deadlines', correlationId: randomUUID(), cause };
}
