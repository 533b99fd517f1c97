import { Controller } from '@nestjs/common';
import * as routes from '@admissions/contracts/http/payments';
import * as calls from '@admissions/contracts/payments';
import type { Asked } from '../http/asked.ts';
import { Handles } from '../http/handles.ts';
import { Services } from '../http/services.ts';

/** Orders: the payments service answers; the card page is the provider's. */
@Controller()
export class PaymentsController {
  constructor(private readonly services: Services) {}

  @Handles(routes.listOrders)
  list(asked: Asked<typeof routes.listOrders>) {
    return this.services.call(calls.listOrders, asked.input, asked);
  }

  @Handles(routes.getOrder)
  get(asked: Asked<typeof routes.getOrder>) {
    return this.services.call(calls.getOrder, asked.input, asked);
  }

  @Handles(routes.openCheckout)
  openCheckout(asked: Asked<typeof routes.openCheckout>) {
    return this.services.call(calls.openCheckout, asked.input, asked);
  }
}
