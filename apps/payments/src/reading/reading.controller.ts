import { Controller } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { getOrder, listOrders, reportClock } from '@admissions/contracts/payments';
import { isRefusal, ProblemError } from '@admissions/contracts/problem';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { ServiceConfig } from '@admissions/runtime/runtime.module';
import { maySee, visibleOrders } from '../domain/access.ts';
import { viewOf } from '../domain/order.ts';
import { AccessStore } from '../store/access.store.ts';
import { OrderStore } from '../store/order.store.ts';

/** Candidates see their own orders, finance officers the paid ones of their programmes (R15); for anybody else there is nothing (404). */
@Controller()
export class ReadingController {
  constructor(
    private readonly accesses: AccessStore,
    private readonly orders: OrderStore,
    private readonly clock: Clock,
    private readonly service: ServiceConfig,
  ) {}

  /** An application that is not known is not there, and one’s own is not known yet for a moment after it was started. */
  @Answers(listOrders)
  async list(
    { applicationId }: InputOf<typeof listOrders>,
    call: CallContext,
  ): Promise<OutputOf<typeof listOrders>> {
    const [access, orders] = await Promise.all([
      this.accesses.of(applicationId),
      this.orders.ofApplication(applicationId),
    ]);
    const visible = visibleOrders(access, orders, call.subject);
    if (isRefusal(visible)) throw new ProblemError(visible.refused.code);
    return { items: visible.map(viewOf) };
  }

  @Answers(getOrder)
  async get({ orderId }: InputOf<typeof getOrder>, call: CallContext): Promise<OutputOf<typeof getOrder>> {
    const found = await this.orders.load(orderId);
    if (!found || !maySee(found.state, call.subject)) throw new ProblemError('not-found');
    return viewOf(found.state);
  }

  @Answers(reportClock)
  reportClock(): OutputOf<typeof reportClock> {
    return { instance: this.service.instance, offsetMs: this.clock.offsetMs() };
  }
}
