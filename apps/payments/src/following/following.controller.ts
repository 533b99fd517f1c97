import { Controller } from '@nestjs/common';
import { applicationChanged, feeRequested } from '@admissions/contracts/applications';
import { applicationWithdrawn, depositRequested, placeConfirmed } from '@admissions/contracts/offers';
import { providerEventReceived } from '@admissions/contracts/gateway';
import type { DataOf } from '@admissions/contracts/message';
import { fundingJudged } from '@admissions/contracts/payments';
import { Follows, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { FollowApplication } from './follow-application.ts';
import { FollowFunding } from './follow-funding.ts';
import { FollowProviderEvent } from './follow-provider-event.ts';
import { OpenOrder } from './open-order.ts';

/** What other services say, and what follows for orders and refunds. */
@Controller()
export class FollowingController {
  constructor(
    private readonly application: FollowApplication,
    private readonly opening: OpenOrder,
    private readonly provider: FollowProviderEvent,
    private readonly funding: FollowFunding,
  ) {}

  @Follows(applicationChanged)
  async followApplication(data: DataOf<typeof applicationChanged>, event: EventContext): Promise<Followed> {
    return this.application.run(data, event);
  }

  @Follows(applicationWithdrawn)
  async followWithdrawal(data: DataOf<typeof applicationWithdrawn>, event: EventContext): Promise<Followed> {
    return this.application.left(data, event);
  }

  @Follows(placeConfirmed)
  async followPlace(data: DataOf<typeof placeConfirmed>, event: EventContext): Promise<Followed> {
    return this.application.confirmed(data, event);
  }

  @Follows(feeRequested)
  async followFeeRequested(data: DataOf<typeof feeRequested>, event: EventContext): Promise<Followed> {
    return this.opening.run({ ...data, product: 'APPLICATION_FEE' }, event.act('open-order'));
  }

  @Follows(depositRequested)
  async followDepositRequested(
    data: DataOf<typeof depositRequested>,
    event: EventContext,
  ): Promise<Followed> {
    return this.opening.run({ ...data, product: 'DEPOSIT' }, event.act('open-order'));
  }

  @Follows(fundingJudged)
  async followFundingJudged(data: DataOf<typeof fundingJudged>, event: EventContext): Promise<Followed> {
    return this.funding.run(data, event.act('open-refund'));
  }

  @Follows(providerEventReceived)
  async followProviderEvent(
    data: DataOf<typeof providerEventReceived>,
    event: EventContext,
  ): Promise<Followed> {
    return this.provider.run(data, event.act('settle'));
  }
}
