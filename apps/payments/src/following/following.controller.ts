import { Controller } from '@nestjs/common';
import { applicationChanged, feeRequested } from '@admissions/contracts/applications';
import { providerEventReceived } from '@admissions/contracts/gateway';
import type { DataOf } from '@admissions/contracts/message';
import { Follows, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { FollowApplication } from './follow-application.ts';
import { FollowProviderEvent } from './follow-provider-event.ts';
import { OpenOrder } from './open-order.ts';

/** What other services say, and what follows for orders. */
@Controller()
export class FollowingController {
  constructor(
    private readonly application: FollowApplication,
    private readonly opening: OpenOrder,
    private readonly provider: FollowProviderEvent,
  ) {}

  @Follows(applicationChanged)
  async followApplication(data: DataOf<typeof applicationChanged>, event: EventContext): Promise<Followed> {
    return this.application.run(data, event);
  }

  @Follows(feeRequested)
  async followFeeRequested(data: DataOf<typeof feeRequested>, event: EventContext): Promise<Followed> {
    return this.opening.run(data, event.act('open-order'));
  }

  @Follows(providerEventReceived)
  async followProviderEvent(
    data: DataOf<typeof providerEventReceived>,
    event: EventContext,
  ): Promise<Followed> {
    return this.provider.run(data, event.act('settle'));
  }
}
