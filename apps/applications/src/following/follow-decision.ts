import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { decisionRecorded } from '@admissions/contracts/juries';
import type { DataOf } from '@admissions/contracts/message';
import type { EventContext, Followed } from '@admissions/messaging/handlers';
import { free } from '../domain/cohort.ts';
import { takeDecision, wantsNoPlace } from '../domain/jury-decision.ts';
import { ApplicationStore } from '../store/application.store.ts';
import { CohortStore } from '../store/cohort.store.ts';
import { ChangeApplication } from './change-application.ts';

/** A jury decided (R35): an offer with its date, a refusal, or a decision that is put off. */
@Injectable()
export class FollowDecision {
  constructor(
    private readonly application: ChangeApplication,
    private readonly applications: ApplicationStore,
    private readonly cohorts: CohortStore,
    private readonly clock: Clock,
  ) {}

  async run(recorded: DataOf<typeof decisionRecorded>, event: EventContext): Promise<Followed> {
    const act = event.act('follow-decision');
    const followed = await this.application.run(recorded.applicationId, act, (application) =>
      takeDecision(application, recorded, this.clock.now()),
    );
    if (followed?.ignored !== undefined && recorded.outcome === 'ADMITTED')
      await this.#freeUnused(recorded, event);
    return followed;
  }

  /** The candidate left, or another session had the last word, between the reservation and the decision: the place is free. */
  async #freeUnused({ applicationId }: DataOf<typeof decisionRecorded>, event: EventContext): Promise<void> {
    const state = (await this.applications.streams.load(applicationId))?.state;
    if (!state || !wantsNoPlace(state)) return;
    await this.cohorts.streams.change(state.intake.id, event.act('free-unused-place'), (current) =>
      free(current?.state, applicationId),
    );
  }
}
