import { Injectable } from '@nestjs/common';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import { openOrder, type OrderRequest } from '../domain/order.ts';
import { orderIdOf } from '../store/ids.ts';
import { OrderStore } from '../store/order.store.ts';

/** Opens the order of a fee or a deposit. Its id follows from application and product, so that each is asked for once. */
@Injectable()
export class OpenOrder {
  constructor(
    private readonly orders: OrderStore,
    private readonly log: Log,
  ) {}

  async run(request: OrderRequest, act: Act): Promise<void | { ignored: string }> {
    const id = orderIdOf(request.applicationId, request.product);
    const { ignored } = await this.orders.streams.change(id, act, (current) =>
      openOrder(current?.state, id, request),
    );
    if (ignored === undefined) return;
    if (ignored !== 'order-exists')
      this.log.error({ alarm: ignored, orderId: id }, 'the same was asked for twice');
    return { ignored };
  }
}
