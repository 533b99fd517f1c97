import { Controller } from '@nestjs/common';
import * as applications from '@admissions/contracts/applications';
import { documentRefused } from '@admissions/contracts/documents';
import { interviewBooked, interviewCancelled } from '@admissions/contracts/evaluation';
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

  @Follows(applications.messagePosted)
  messagePosted(data: DataOf<typeof applications.messagePosted>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(applications.admissibilityDecided)
  admissibilityDecided(
    data: DataOf<typeof applications.admissibilityDecided>,
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

  @Follows(applications.decisionAnnounced)
  decisionAnnounced(
    data: DataOf<typeof applications.decisionAnnounced>,
    event: EventContext,
  ): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(applications.placeConfirmed)
  placeConfirmed(data: DataOf<typeof applications.placeConfirmed>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(applications.offerLapsed)
  offerLapsed(data: DataOf<typeof applications.offerLapsed>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(applications.applicationWithdrawn)
  applicationWithdrawn(
    data: DataOf<typeof applications.applicationWithdrawn>,
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
