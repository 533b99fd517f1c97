import { Controller } from '@nestjs/common';
import * as routes from '@admissions/contracts/http/payments';
import * as calls from '@admissions/contracts/payments';
import type { Asked } from '../http/asked.ts';
import { Handles } from '../http/handles.ts';
import { Services } from '../http/services.ts';

/** Orders, funding agreements and refunds: the payments service answers; the card page is the provider's. */
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

  @Handles(routes.listFundings)
  listFundings(asked: Asked<typeof routes.listFundings>) {
    return this.services.call(calls.listFundings, asked.input, asked);
  }

  @Handles(routes.registerFunding)
  registerFunding(asked: Asked<typeof routes.registerFunding>) {
    return this.services.call(calls.registerFunding, asked.input, asked);
  }

  @Handles(routes.judgeFunding)
  judgeFunding(asked: Asked<typeof routes.judgeFunding>) {
    return this.services.call(calls.judgeFunding, asked.input, asked);
  }

  @Handles(routes.listRefunds)
  listRefunds(asked: Asked<typeof routes.listRefunds>) {
    return this.services.call(calls.listRefunds, asked.input, asked);
  }

  @Handles(routes.approveRefund)
  approveRefund(asked: Asked<typeof routes.approveRefund>) {
    return this.services.call(calls.approveRefund, asked.input, asked);
  }
}
