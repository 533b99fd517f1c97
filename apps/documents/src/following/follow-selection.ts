import { Injectable } from '@nestjs/common';
import type { selectionChanged } from '@admissions/contracts/marks';
import { originOf, type DataOf } from '@admissions/contracts/message';
import { ProblemError } from '@admissions/contracts/problem';
import { RetryLater, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { followSelection } from '../domain/access.ts';
import { AccessStore } from '../store/access.store.ts';

/** Keeps who marks an application: they may read what they need for it. */
@Injectable()
export class FollowSelection {
  constructor(private readonly accesses: AccessStore) {}

  async run(data: DataOf<typeof selectionChanged>, event: EventContext): Promise<Followed> {
    const origin = originOf(event.id);
    if (!origin) throw new ProblemError('invalid-input', 'the message id names no revision');
    const { ignored } = await this.accesses.streams.change(
      data.applicationId,
      event.act('selection'),
      (current) => {
        if (!current) throw new RetryLater(`application ${data.applicationId} is not known yet`);
        return followSelection(current.state, data, origin.revision);
      },
    );
    if (ignored !== undefined) return { ignored };
  }
}
