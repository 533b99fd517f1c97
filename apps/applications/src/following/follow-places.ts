import { Injectable } from '@nestjs/common';
import type { placeFreed } from '@admissions/contracts/offers';
import type { placesRequested } from '@admissions/contracts/juries';
import type { DataOf } from '@admissions/contracts/message';
import { RetryLater, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { free, reserve, type Bounds } from '../domain/cohort.ts';
import { ruleSet } from '../domain/programme.ts';
import { CohortStore } from '../store/cohort.store.ts';
import { ProgrammeStore } from '../store/programme.store.ts';

/** Reserves places and quota of a cohort for a jury session that closes, and takes them back (R8 to R10). */
@Injectable()
export class FollowPlaces {
  constructor(
    private readonly cohorts: CohortStore,
    private readonly programmes: ProgrammeStore,
  ) {}

  async requested(request: DataOf<typeof placesRequested>, event: EventContext): Promise<Followed> {
    const bounds = await this.#boundsOf(request.intakeId);
    const { ignored } = await this.cohorts.streams.change(
      request.intakeId,
      event.act('reserve-places'),
      (current) => reserve(current?.state, request, bounds),
    );
    return ignored === undefined ? undefined : { ignored };
  }

  async freed(
    { intakeId, applicationId }: DataOf<typeof placeFreed>,
    event: EventContext,
  ): Promise<Followed> {
    const { ignored } = await this.cohorts.streams.change(intakeId, event.act('free-place'), (current) =>
      free(current?.state, applicationId),
    );
    return ignored === undefined ? undefined : { ignored };
  }

  async #boundsOf(intakeId: string): Promise<Bounds> {
    const found = await this.programmes.findIntake(intakeId);
    // A catalogue that is being imported may come later than the jury that needs it.
    if (!found) throw new RetryLater(`there is no intake ${intakeId}`);
    // A rule set that was imported before these figures existed has their defaults.
    return { capacity: found.programme.capacity, ...ruleSet.parse(found.intake.ruleSet) };
  }
}
