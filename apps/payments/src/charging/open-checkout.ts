import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { openCheckout } from '@admissions/contracts/payments';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { ProblemError } from '@admissions/contracts/problem';
import { can } from '@admissions/contracts/subject';
import type { CallContext } from '@admissions/messaging/handlers';
import { Log } from '@admissions/runtime/log';
import * as attempts from '../domain/attempts.ts';
import type { Attempt, Order } from '../domain/order.ts';
import { AttemptSessions, type Doing } from '../sessions/attempt-sessions.ts';
import { OrderStore } from '../store/order.store.ts';
import { ProviderRefused, ProviderUnavailable, ProviderUncertain } from '../stripe/provider-errors.ts';

type Page = OutputOf<typeof openCheckout>;

/** Start, send, find that it was over, start, send: more rounds than this mean that something is wrong. */
const mostRounds = 5;
const retryAfter = 5;

/**
 * Gives the address of the provider’s page for an order. It asks as often as anybody likes: while a page can be used it is the same
 * one, whatever was cut in between, because each attempt is stored with its key before the provider hears of it (R129, R130).
 */
@Injectable()
export class OpenCheckout {
  constructor(
    private readonly orders: OrderStore,
    private readonly sessions: AttemptSessions,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run({ orderId }: InputOf<typeof openCheckout>, call: CallContext): Promise<Page> {
    const found = await this.orders.load(orderId);
    if (!found || !can(call.subject, 'order:pay', { owner: found.state.candidateId }))
      throw new ProblemError('not-found');
    const { by, correlationId } = call.act();
    try {
      return await this.#open(found.state, { by, correlationId, until: call.deadline });
    } catch (error) {
      throw this.#told(error, orderId);
    }
  }

  async #open(found: Order, doing: Doing): Promise<Page> {
    let order = found;
    for (let round = 0; round < mostRounds; round += 1) {
      const refusal = attempts.refusalToPay(order, this.clock.now());
      if (refusal)
        throw new ProblemError(refusal.refused.code, refusal.refused.detail, { data: refusal.refused.data });
      const next = attempts.nextStep(order, this.clock.now());
      const done = await this.#take(next, order, doing);
      if ('url' in done) return done;
      order = done;
    }
    throw new ProblemError('busy', undefined, { retryAfter });
  }

  /** One step: the page, or the order as it is after the step. */
  async #take(next: attempts.NextStep, order: Order, doing: Doing): Promise<Page | Order> {
    switch (next.step) {
      case 'start':
        return this.sessions.start(order, this.clock.now(), doing);
      case 'send':
        return this.#send(order, next.attempt, doing);
      case 'look-up':
        return this.sessions.lookUp(order, next.attempt, doing);
      case 'check':
        return this.#check(order, next.attempt, next.sessionId, doing);
      default:
        return next satisfies never;
    }
  }

  /** The page is only for an attempt that is still open: somebody may have closed the order while the provider made the page. */
  async #send(order: Order, attempt: Attempt, doing: Doing): Promise<Page | Order> {
    const sent = await this.sessions.send(order, attempt, doing);
    const isOpen = attempts.openAttempt(sent.order)?.key === attempt.key;
    return sent.url && isOpen ? { url: sent.url, expiresAt: attempt.expiresAt } : sent.order;
  }

  /** The page is given again only when the provider says that it can be used: it may be paid, and the webhook lost. */
  async #check(order: Order, attempt: Attempt, sessionId: string, doing: Doing): Promise<Page | Order> {
    const settled = await this.sessions.settle(sessionId, doing);
    if (!('order' in settled)) return this.sessions.end(order.id, attempt, 'unknown-to-provider', doing);
    const { status, url } = settled.seen.session;
    if (status !== 'open') return settled.order;
    if (attempts.isUsable(order, attempt, this.clock.now()) && url)
      return { url, expiresAt: attempt.expiresAt };
    // A page that is about to end is ended first: there is never a second one to pay by.
    return this.sessions.expire(order, sessionId, doing);
  }

  #told(error: unknown, orderId: string): unknown {
    if (error instanceof ProviderUnavailable || error instanceof ProviderUncertain) {
      this.log.warn({ orderId, err: error }, 'the card provider is not usable');
      return new ProblemError('payment-provider-unavailable', undefined, { retryAfter }, { cause: error });
    }
    if (error instanceof ProviderRefused) {
      this.log.error(
        { alarm: 'provider-refused', orderId, err: error },
        'the card provider refuses our requests',
      );
      return new ProblemError(
        'payment-provider-unavailable',
        undefined,
        { retryAfter: 60 },
        { cause: error },
      );
    }
    return error;
  }
}
