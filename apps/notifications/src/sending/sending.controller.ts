import { Controller } from '@nestjs/common';
import { applicationSubmitted } from '@admissions/contracts/applications';
import * as gateway from '@admissions/contracts/gateway';
import type { DataOf } from '@admissions/contracts/message';
import { orderPaid } from '@admissions/contracts/payments';
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

  @Follows(orderPaid)
  orderPaid(data: DataOf<typeof orderPaid>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }

  @Follows(applicationSubmitted)
  applicationSubmitted(data: DataOf<typeof applicationSubmitted>, event: EventContext): Promise<Followed> {
    return this.letter.run(data, event);
  }
}
