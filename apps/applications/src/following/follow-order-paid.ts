import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { DataOf } from '@admissions/contracts/message';
import type { orderPaid, Product } from '@admissions/contracts/payments';
import type { EventContext, Followed } from '@admissions/messaging/handlers';
import { settleFee } from '../domain/decisions.ts';
import { payDeposit } from '../domain/offer.ts';
import { ChangeApplication } from './change-application.ts';

const settled = { APPLICATION_FEE: settleFee, DEPOSIT: payDeposit } as const satisfies Record<
  Product,
  unknown
>;

/** The fee is paid: the application is submitted (R15, R23). The deposit is paid: the place is confirmed (R87). */
@Injectable()
export class FollowOrderPaid {
  constructor(
    private readonly application: ChangeApplication,
    private readonly clock: Clock,
  ) {}

  run(order: DataOf<typeof orderPaid>, event: EventContext): Promise<Followed> {
    return this.application.run(order.applicationId, event.act('follow-order-paid'), (application) =>
      settled[order.product](application, order, this.clock.now()),
    );
  }
}
