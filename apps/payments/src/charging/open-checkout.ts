import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { openCheckout } from '@admissions/contracts/payments';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { ProblemError } from '@admissions/contracts/problem';
import { can } from '@admissions/contracts/subject';
import type { CallContext } from '@admissions/messaging/handlers';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import * as attempts from '../domain/attempts.ts';
import type { Attempt, AttemptEnd, Decision, Order } from '../domain/order.ts';
import { SettleSession, type Settled } from '../following/settle-session.ts';
import { OrderStore } from '../store/order.store.ts';
import { ProviderRefused, ProviderUnavailable, ProviderUncertain } from '../stripe/provider-errors.ts';
import { StripeGateway } from '../stripe/stripe.gateway.ts';

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
    private readonly stripe: StripeGateway,
    private readonly settling: SettleSession,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run({ orderId }: InputOf<typeof openCheckout>, call: CallContext): Promise<Page> {
    const found = await this.orders.load(orderId);
    if (!found || !can(call.subject, 'order:pay', { owner: found.state.candidateId }))
      throw new ProblemError('not-found');
    try {
      return await this.#open(found.state, call);
    } catch (error) {
      throw this.#told(error, orderId);
    }
  }

  async #open(found: Order, call: CallContext): Promise<Page> {
    let order = found;
    for (let round = 0; round < mostRounds; round += 1) {
      const refusal = attempts.refusalToPay(order);
      if (refusal)
        throw new ProblemError(refusal.refused.code, refusal.refused.detail, { data: refusal.refused.data });
      const next = attempts.nextStep(order, this.clock.now());
      const done = await this.#take(next, order, call);
      if ('url' in done) return done;
      order = done;
    }
    throw new ProblemError('busy', undefined, { retryAfter });
  }

  /** One step: the page, or the order as it is after the step. */
  async #take(next: attempts.NextStep, order: Order, call: CallContext): Promise<Page | Order> {
    switch (next.step) {
      case 'start':
        return this.#change(
          order.id,
          this.#act(call, 'start-attempt', attempts.nextAttemptKey(order)),
          (current) => attempts.startAttempt(current, this.clock.now()),
        );
      case 'send':
        return this.#send(order, next.attempt, call);
      case 'look-up':
        return this.#lookUp(order, next.attempt, call);
      case 'check':
        return this.#check(order, next.attempt, next.sessionId, call);
      default:
        return next satisfies never;
    }
  }

  async #send(order: Order, attempt: Attempt, call: CallContext): Promise<Page | Order> {
    try {
      const session = await this.stripe.createSession(order, attempt, { until: call.deadline });
      await this.#record(order.id, attempt, session, call);
      return { url: session.url, expiresAt: attempt.expiresAt };
    } catch (error) {
      if (error instanceof ProviderUncertain) return this.#lookUp(order, attempt, call);
      if (error instanceof ProviderRefused) await this.#end(order.id, attempt, 'refused', call);
      throw error;
    }
  }

  /** Never a second session for an attempt whose first one may exist: the provider is asked what it has (R130). */
  async #lookUp(order: Order, attempt: Attempt, call: CallContext): Promise<Order> {
    const session = await this.stripe.findSession(order, attempt, { until: call.deadline });
    if (session) return this.#record(order.id, attempt, session, call);
    return this.#end(order.id, attempt, 'unknown-to-provider', call);
  }

  /** The page is given again only when the provider says that it can be used: it may be paid, and the webhook lost. */
  async #check(order: Order, attempt: Attempt, sessionId: string, call: CallContext): Promise<Page | Order> {
    const settled = await this.#settle(sessionId, call);
    if (!('order' in settled)) return this.#end(order.id, attempt, 'unknown-to-provider', call);
    const { status, url } = settled.seen.session;
    if (status !== 'open') return settled.order;
    const isUsable = attempts.isUsable(attempt.expiresAt, this.clock.now());
    if (isUsable && url) return { url, expiresAt: attempt.expiresAt };
    return this.#replace(order, sessionId, call);
  }

  /** A page that is about to end is ended first: there is never a second one to pay by. */
  async #replace(order: Order, sessionId: string, call: CallContext): Promise<Order> {
    try {
      await this.stripe.expire(sessionId, { until: call.deadline });
    } catch (error) {
      // Somebody has just paid, or it ended by itself: the next look tells.
      if (!(error instanceof ProviderRefused)) throw error;
    }
    const settled = await this.#settle(sessionId, call);
    return 'order' in settled ? settled.order : order;
  }

  /** Each look is an act of its own: what it finds may be new although the request is not. */
  #settle(sessionId: string, call: CallContext): Promise<Settled> {
    const act = this.#act(call, 'settle', `${sessionId}/${randomUUID()}`);
    return this.settling.run(sessionId, act, { until: call.deadline });
  }

  #record(
    orderId: string,
    { key }: Attempt,
    session: { id: string; url: string },
    call: CallContext,
  ): Promise<Order> {
    const act = this.#act(call, 'record-session', `${key}/session`);
    return this.#change(orderId, act, (current) => attempts.recordSession(current, key, session));
  }

  #end(orderId: string, { key }: Attempt, ended: AttemptEnd, call: CallContext): Promise<Order> {
    return this.#change(orderId, this.#act(call, 'end-attempt', `${key}/ended`), (current) =>
      attempts.endAttempt(current, key, ended),
    );
  }

  async #change(orderId: string, act: Act, decide: (order: Order) => Decision): Promise<Order> {
    const options = { deadline: new Date(Date.now() + 5_000) };
    await this.orders.streams.change(
      orderId,
      act,
      (current) => (current ? decide(current.state) : { ignored: 'order-unknown' }),
      options,
    );
    // What was changed may be older than what is: a repeat gives the revision that the first run made.
    return (await this.orders.load(orderId))?.state as Order;
  }

  /** The cause is the step itself, not the request: two requests at once take it once. */
  #act(call: CallContext, name: string, cause: string): Act {
    return { ...call.act(), name, cause: { id: `checkout/${cause}`, fingerprint: name } };
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
