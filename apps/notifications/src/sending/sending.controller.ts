import { Controller } from '@nestjs/common';
import * as admissibility from '@admissions/contracts/admissibility';
import * as applications from '@admissions/contracts/applications';
import * as correspondence from '@admissions/contracts/correspondence';
import * as offers from '@admissions/contracts/offers';
import { documentRefused } from '@admissions/contracts/documents';
import { interviewBooked, interviewCancelled } from '@admissions/contracts/interviews';
import * as gateway from '@admissions/contracts/gateway';
import type { DataOf } from '@admissions/contracts/message';
import { fundingJudged, orderPaid, refundSucceeded } from '@admissions/contracts/payments';
import { Follows, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { SendLetter } from './send-letter.ts';

/** Every message that ends in a letter; which one, says the table in domain/messages-to-send.ts. */
@Controller()
export class SendingController {
  constructor(private readonly letter: SendLetter) {}

  @Follows(gateway.emailConfirmationRequested)
  emailConfirmationRequested(
    data: DataOf<typeof gateway.emailConfirmationRequested>,
    event: EventContext,
  ): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(gateway.signUpRepeated)
  signUpRepeated(data: DataOf<typeof gateway.signUpRepeated>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(gateway.passwordResetRequested)
  passwordResetRequested(
    data: DataOf<typeof gateway.passwordResetRequested>,
    event: EventContext,
  ): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(gateway.passwordChanged)
  passwordChanged(data: DataOf<typeof gateway.passwordChanged>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(gateway.emailChangeRequested)
  emailChangeRequested(
    data: DataOf<typeof gateway.emailChangeRequested>,
    event: EventContext,
  ): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(gateway.emailChanged)
  emailChanged(data: DataOf<typeof gateway.emailChanged>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(gateway.staffInvited)
  staffInvited(data: DataOf<typeof gateway.staffInvited>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(applications.applicationSubmitted)
  applicationSubmitted(
    data: DataOf<typeof applications.applicationSubmitted>,
    event: EventContext,
  ): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(documentRefused)
  documentRefused(data: DataOf<typeof documentRefused>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(correspondence.messagePosted)
  messagePosted(data: DataOf<typeof correspondence.messagePosted>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(admissibility.admissibilityDecided)
  admissibilityDecided(
    data: DataOf<typeof admissibility.admissibilityDecided>,
    event: EventContext,
  ): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(interviewBooked)
  interviewBooked(data: DataOf<typeof interviewBooked>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(interviewCancelled)
  interviewCancelled(data: DataOf<typeof interviewCancelled>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(offers.decisionAnnounced)
  decisionAnnounced(data: DataOf<typeof offers.decisionAnnounced>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(offers.placeConfirmed)
  placeConfirmed(data: DataOf<typeof offers.placeConfirmed>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(offers.offerLapsed)
  offerLapsed(data: DataOf<typeof offers.offerLapsed>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(offers.applicationWithdrawn)
  applicationWithdrawn(
    data: DataOf<typeof offers.applicationWithdrawn>,
    event: EventContext,
  ): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(orderPaid)
  orderPaid(data: DataOf<typeof orderPaid>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(fundingJudged)
  fundingJudged(data: DataOf<typeof fundingJudged>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(refundSucceeded)
  refundSucceeded(data: DataOf<typeof refundSucceeded>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }
}
