import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { orderCloseRequested } from '@admissions/contracts/offers';
import type { DataOf } from '@admissions/contracts/message';
import { RetryLater, type Followed } from '@admissions/messaging/handlers';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import { maySend, openAttempt } from '../domain/attempts.ts';
import { answerClosing } from '../domain/closing.ts';
import type { Attempt, Order } from '../domain/order.ts';
import { AttemptSessions, type Doing } from '../sessions/attempt-sessions.ts';
import { orderIdOf } from '../store/ids.ts';
import { OrderStore } from '../store/order.store.ts';
import { ProviderRefused } from '../stripe/provider-errors.ts';

/** Somebody who opens the page again and again while it is closed: more rounds than this are tried a moment later. */
const mostRounds = 5;

/**
 * Closes an order, first at the provider and then here, and answers what became of it. Which of a payment and a closing was first
 * is decided in one place, by the provider: a session that was paid cannot be ended, and one that was ended cannot be paid.
 */
@Injectable()
export class CloseOrder {
  constructor(
    private readonly orders: OrderStore,
    private readonly sessions: AttemptSessions,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(
    { applicationId, product, reason }: DataOf<typeof orderCloseRequested>,
    act: Act,
  ): Promise<Followed> {
    const id = orderIdOf(applicationId, product);
    const { by, correlationId } = act;
    for (let round = 0; round < mostRounds; round += 1) {
      const order = (await this.orders.load(id))?.state;
      if (!order) throw new RetryLater('the order was not asked for yet');
      await this.#endAtProvider(order, { by, correlationId });
      const { ignored, state } = await this.orders.streams.change(id, act, (current) =>
        current ? answerClosing(current.state, reason, this.clock.now()) : { ignored: 'order-unknown' },
      );
      if (ignored === undefined) return this.#told(state, reason);
    }
    throw new RetryLater('a page of the order is opened again and again');
  }

  async #endAtProvider(order: Order, doing: Doing): Promise<void> {
    const attempt = openAttempt(order);
    if (!attempt) return;
    const sessionId = attempt.session?.id ?? (await this.#sessionOf(order, attempt, doing));
    if (sessionId === undefined) return;
    const settled = await this.sessions.settle(sessionId, doing);
    if (!('order' in settled)) await this.sessions.end(order.id, attempt, 'unknown-to-provider', doing);
    else if (settled.seen.session.status === 'open') await this.sessions.expire(order, sessionId, doing);
  }

  /**
   * The session of an attempt that was never answered. It is asked for under its key, although only to be ended: a request for it
   * that is still on its way then finds this one, instead of making a page by which somebody could pay.
   */
  async #sessionOf(order: Order, attempt: Attempt, doing: Doing): Promise<string | undefined> {
    const after = maySend(attempt, this.clock.now())
      ? await this.#send(order, attempt, doing)
      : await this.sessions.lookUp(order, attempt, doing);
    return openAttempt(after)?.session?.id;
  }

  async #send(order: Order, attempt: Attempt, doing: Doing): Promise<Order> {
    try {
      return (await this.sessions.send(order, attempt, doing)).order;
    } catch (error) {
      // It will not make this session, not for anybody: the attempt is ended.
      if (!(error instanceof ProviderRefused)) throw error;
      return (await this.orders.load(order.id))?.state ?? order;
    }
  }

  #told({ id: orderId, state }: Order, reason: string): void {
    this.log.info({ orderId, state, reason }, 'an order was to be closed');
  }
}
