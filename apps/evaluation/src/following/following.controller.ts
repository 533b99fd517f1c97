import { Controller } from '@nestjs/common';
import { admissibilityDecided } from '@admissions/contracts/admissibility';
import { applicationChanged } from '@admissions/contracts/applications';
import { applicationWithdrawn, placesAnswered } from '@admissions/contracts/offers';
import { contactChanged } from '@admissions/contracts/gateway';
import type { DataOf } from '@admissions/contracts/message';
import { Follows, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { FollowAdmissibility } from './follow-admissibility.ts';
import { FollowApplication } from './follow-application.ts';
import { FollowContact } from './follow-contact.ts';
import { FollowPlaces } from './follow-places.ts';
import { FollowWithdrawal } from './follow-withdrawal.ts';

@Controller()
export class FollowingController {
  constructor(
    private readonly applications: FollowApplication,
    private readonly admissibilities: FollowAdmissibility,
    private readonly withdrawals: FollowWithdrawal,
    private readonly places: FollowPlaces,
    private readonly contacts: FollowContact,
  ) {}

  @Follows(applicationChanged)
  application(data: DataOf<typeof applicationChanged>, event: EventContext): Promise<Followed> {
    return this.applications.run(data, event);
  }

  @Follows(admissibilityDecided)
  admissibility(data: DataOf<typeof admissibilityDecided>, event: EventContext): Promise<Followed> {
    return this.admissibilities.run(data, event);
  }

  @Follows(applicationWithdrawn)
  withdrawn(data: DataOf<typeof applicationWithdrawn>, event: EventContext): Promise<Followed> {
    return this.withdrawals.run(data, event);
  }

  @Follows(placesAnswered)
  answered(data: DataOf<typeof placesAnswered>, event: EventContext): Promise<Followed> {
    return this.places.run(data, event);
  }

  @Follows(contactChanged)
  contact(data: DataOf<typeof contactChanged>, event: EventContext): Promise<Followed> {
    return this.contacts.run(data, event);
  }
}
