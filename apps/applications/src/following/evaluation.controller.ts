import { Controller } from '@nestjs/common';
import { decisionRecorded, juryChanged, placesRequested } from '@admissions/contracts/juries';
import { selectionChanged } from '@admissions/contracts/marks';
import type { DataOf } from '@admissions/contracts/message';
import { Follows, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { FollowDecision } from './follow-decision.ts';
import { FollowJury } from './follow-jury.ts';
import { FollowPlaces } from './follow-places.ts';
import { FollowSelection } from './follow-selection.ts';

/** What evaluation says: interviews, marks and juries. */
@Controller()
export class EvaluationController {
  constructor(
    private readonly selections: FollowSelection,
    private readonly juries: FollowJury,
    private readonly decisions: FollowDecision,
    private readonly places: FollowPlaces,
  ) {}

  @Follows(selectionChanged)
  selection(data: DataOf<typeof selectionChanged>, event: EventContext): Promise<Followed> {
    return this.selections.run(data, event);
  }

  @Follows(juryChanged)
  jury(data: DataOf<typeof juryChanged>, event: EventContext): Promise<Followed> {
    return this.juries.run(data, event);
  }

  @Follows(decisionRecorded)
  decided(data: DataOf<typeof decisionRecorded>, event: EventContext): Promise<Followed> {
    return this.decisions.run(data, event);
  }

  @Follows(placesRequested)
  requested(data: DataOf<typeof placesRequested>, event: EventContext): Promise<Followed> {
    return this.places.requested(data, event);
  }
}
