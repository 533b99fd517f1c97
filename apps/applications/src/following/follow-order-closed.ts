import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { DataOf } from '@admissions/contracts/message';
import type { orderClosed } from '@admissions/contracts/payments';
import type { EventContext, Followed } from '@admissions/messaging/handlers';
import { takeClosing } from '../domain/closing-order.ts';
import { ChangeApplication } from './change-application.ts';

/** What became of an order that was to be closed: the offer lapses, the candidate leaves, or it is asked again later. */
@Injectable()
export class FollowOrderClosed {
  constructor(
    private readonly application: ChangeApplication,
    private readonly clock: Clock,
  ) {}

  run(order: DataOf<typeof orderClosed>, event: EventContext): Promise<Followed> {
    return this.application.run(order.applicationId, event.act('follow-order-closed'), (application) =>
      takeClosing(application, order, this.clock.now()),
    );
  }
}
