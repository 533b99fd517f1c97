import { Controller } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { getOrder, listOrders, reportClock } from '@admissions/contracts/payments';
import { ProblemError } from '@admissions/contracts/problem';
import { can, type Subject } from '@admissions/contracts/subject';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { ServiceConfig } from '@admissions/runtime/runtime.module';
import { viewOf, type Order } from '../domain/order.ts';
import { OrderStore } from '../store/order.store.ts';

/** Candidates see their own orders, finance officers those of their programmes; for anybody else there is nothing (404). */
@Controller()
export class ReadingController {
  constructor(
    private readonly orders: OrderStore,
    private readonly clock: Clock,
    private readonly service: ServiceConfig,
  ) {}

  /** No order at all is an empty list: the fee of a new application is asked for a moment after it was confirmed. */
  @Answers(listOrders)
  async list(
    { applicationId }: InputOf<typeof listOrders>,
    call: CallContext,
  ): Promise<OutputOf<typeof listOrders>> {
    const all = await this.orders.ofApplication(applicationId);
    const visible = all.filter((order) => maySee(call.subject, order));
    if (all.length > 0 && visible.length === 0) throw new ProblemError('not-found');
    return { items: visible.map(viewOf) };
  }

  @Answers(getOrder)
  async get({ orderId }: InputOf<typeof getOrder>, call: CallContext): Promise<OutputOf<typeof getOrder>> {
    const found = await this.orders.load(orderId);
    if (!found || !maySee(call.subject, found.state)) throw new ProblemError('not-found');
    return viewOf(found.state);
  }

  @Answers(reportClock)
  reportClock(): OutputOf<typeof reportClock> {
    return { instance: this.service.instance, offsetMs: this.clock.offsetMs() };
  }
}

function maySee(subject: Subject, { candidateId, programmeId }: Order): boolean {
  return can(subject, 'order:read', { owner: candidateId, programmeId });
}
