import { Injectable } from '@nestjs/common';
import type { applicationChanged } from '@admissions/contracts/applications';
import type { applicationWithdrawn, placeConfirmed } from '@admissions/contracts/offers';
import { originOf, type DataOf } from '@admissions/contracts/message';
import { ProblemError } from '@admissions/contracts/problem';
import type { EventContext, Followed } from '@admissions/messaging/handlers';
import { follow, followLeaving, followPlace, type Access } from '../domain/access.ts';
import { AccessStore } from '../store/access.store.ts';
import { ReviewRefund } from './review-refund.ts';

type Taking = (current: Access | undefined) => { state: Access } | { ignored: string };

/** Keeps the access copy: whose application it is, in which programme, when it starts and whether the candidate left. */
@Injectable()
export class FollowApplication {
  constructor(
    private readonly accesses: AccessStore,
    private readonly refunds: ReviewRefund,
  ) {}

  async run(data: DataOf<typeof applicationChanged>, event: EventContext): Promise<Followed> {
    const origin = originOf(event.id);
    if (!origin) throw new ProblemError('invalid-input', 'the message id names no revision');
    return this.#take(data.applicationId, event, (current) => follow(current, data, origin.revision));
  }

  async left(data: DataOf<typeof applicationWithdrawn>, event: EventContext): Promise<Followed> {
    return this.#take(data.applicationId, event, (current) => followLeaving(current, data));
  }

  async confirmed(data: DataOf<typeof placeConfirmed>, event: EventContext): Promise<Followed> {
    return this.#take(data.applicationId, event, (current) => followPlace(current, data));
  }

  /** A refund depends on the start and on whether the candidate left: it is looked at when one of them is new, or might be. */
  async #take(applicationId: string, event: EventContext, taking: Taking): Promise<Followed> {
    let before: Access | undefined;
    const changed = await this.accesses.streams.change(applicationId, event.act('access'), (current) => {
      before = current?.state;
      return taking(before);
    });
    const after: Access | undefined = changed.state;
    const isNews =
      before?.hasLeft !== after?.hasLeft ||
      before?.leftAt !== after?.leftAt ||
      before?.intakeStartsOn !== after?.intakeStartsOn;
    if (changed.repeated || isNews) await this.refunds.run(applicationId, event.act('review-refund'));
    return changed.ignored === undefined ? undefined : { ignored: changed.ignored };
  }
}
