import { Controller } from '@nestjs/common';
import { orderCloseRequested } from '@admissions/contracts/offers';
import type { DataOf } from '@admissions/contracts/message';
import { Follows, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { CloseOrder } from './close-order.ts';

@Controller()
export class ClosingController {
  constructor(private readonly closing: CloseOrder) {}

  @Follows(orderCloseRequested)
  async followCloseRequested(
    data: DataOf<typeof orderCloseRequested>,
    event: EventContext,
  ): Promise<Followed> {
    return this.closing.run(data, event.act('close-order'));
  }
}
