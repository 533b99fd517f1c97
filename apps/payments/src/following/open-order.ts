import { Injectable } from '@nestjs/common';
import type { feeRequested } from '@admissions/contracts/applications';
import type { DataOf } from '@admissions/contracts/message';
import { idFrom } from '@admissions/identity/ids';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import { openOrder } from '../domain/order.ts';
import { OrderStore } from '../store/order.store.ts';

/** Opens the order of a fee. Its id follows from application and product, so that a fee is asked for once. */
@Injectable()
export class OpenOrder {
  constructor(
    private readonly orders: OrderStore,
    private readonly log: Log,
  ) {}

  async run(fee: DataOf<typeof feeRequested>, act: Act): Promise<void | { ignored: string }> {
    const id = idFrom('order', `${fee.applicationId}/APPLICATION_FEE`);
    const { ignored } = await this.orders.streams.change(id, act, (current) =>
      openOrder(current?.state, id, fee),
    );
    if (ignored === undefined) return;
    if (ignored !== 'order-exists')
      this.log.error({ alarm: ignored, orderId: id }, 'a fee was asked for twice');
    return { ignored };
  }
}
