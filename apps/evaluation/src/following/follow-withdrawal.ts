import { Injectable } from '@nestjs/common';
import type { ApplicationState } from '@admissions/contracts/applications';
import type { applicationWithdrawn } from '@admissions/contracts/offers';
import type { DataOf } from '@admissions/contracts/message';
import { RetryLater, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { hasEnded } from '../domain/access.ts';
import { AccessStore } from '../store/access.store.ts';
import { SelectionStore } from '../store/selection.store.ts';
import { EndSelection } from './end-selection.ts';

/** States before a decision on the file: nobody was invited, and nobody will be. */
const uninvited: readonly ApplicationState[] = [
  ...(['draft', 'fee-pending', 'submitted', 'info-requested', 'under-review', 'not-admissible'] as const),
];

/** The candidate left the process (R92): the interview is cancelled, the file leaves agendas that are not closed. */
@Injectable()
export class FollowWithdrawal {
  constructor(
    private readonly selections: SelectionStore,
    private readonly accesses: AccessStore,
    private readonly ending: EndSelection,
  ) {}

  async run(
    { applicationId, fromState }: DataOf<typeof applicationWithdrawn>,
    event: EventContext,
  ): Promise<Followed> {
    const known = await this.selections.streams.load(applicationId);
    // Once the application is known to be taken out nobody is invited, and the invitation would be waited for in vain.
    if (!known && !uninvited.includes(fromState) && !hasEnded(await this.accesses.of(applicationId)))
      throw new RetryLater(`the invitation of ${applicationId} is not known yet`);
    const ignored = await this.ending.run(applicationId, 'WITHDRAWN', event.act('follow-withdrawal'));
    return ignored === undefined ? undefined : { ignored };
  }
}
