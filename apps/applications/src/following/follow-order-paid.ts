import { Injectable } from '@nestjs/common';
import type { DataOf } from '@admissions/contracts/message';
import type { orderPaid } from '@admissions/contracts/payments';
import { RetryLater, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { settleFee } from '../domain/decisions.ts';
import { ApplicationStore } from '../store/application.store.ts';

/** The application fee is paid: the application is submitted (R15, R23). */
@Injectable()
export class FollowOrderPaid {
  constructor(private readonly applications: ApplicationStore) {}

  async run(order: DataOf<typeof orderPaid>, event: EventContext): Promise<Followed> {
    if (order.product !== 'APPLICATION_FEE')
      return { ignored: `no application waits for ${String(order.product)}` };
    const { ignored } = await this.applications.streams.change(
      order.applicationId,
      event.act('follow-order-paid'),
      (current) => {
        if (!current) throw new RetryLater(`application ${order.applicationId} is not known yet`);
        const decision = settleFee(current.state, order);
        if ('early' in decision) throw new RetryLater(decision.early);
        return decision;
      },
    );
    return ignored === undefined ? undefined : { ignored };
  }
}
