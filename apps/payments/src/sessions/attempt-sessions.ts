import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Act } from '@admissions/store/aggregate';
import * as attempts from '../domain/attempts.ts';
import type { Attempt, AttemptEnd, Decision, Order } from '../domain/order.ts';
import { SettleSession, type Settled } from '../following/settle-session.ts';
import { OrderStore } from '../store/order.store.ts';
import { ProviderRefused, ProviderUncertain } from '../stripe/provider-errors.ts';
import { StripeGateway } from '../stripe/stripe.gateway.ts';

/** Who acts, and until when somebody waits for it. */
export interface Doing {
  readonly by: string;
  readonly correlationId: string;
  readonly until?: Date;
}

const changeMs = 5_000;

/**
 * The steps by which an attempt gets its session at the provider, is looked at and ended. Those who want to pay and those who want to close an
 * order take the same steps, each under the same cause, so that it never matters who took one first.
 */
@Injectable()
export class AttemptSessions {
  constructor(
    private readonly orders: OrderStore,
    private readonly stripe: StripeGateway,
    private readonly settling: SettleSession,
  ) {}

  /** Stores the next attempt before the provider hears of it (R130). */
  start(order: Order, now: Date, doing: Doing): Promise<Order> {
    const act = stepAct(doing, 'start-attempt', attempts.nextAttemptKey(order));
    return this.#change(order.id, act, (current) => attempts.startAttempt(current, now));
  }

  /** Makes the session of an attempt, or gets the one that was made under its key; the order after it, and the page unless nobody knows it. */
  async send(order: Order, attempt: Attempt, doing: Doing): Promise<{ order: Order; url?: string }> {
    try {
      const session = await this.stripe.createSession(order, attempt, doing);
      return { order: await this.#record(order.id, attempt, session, doing), url: session.url };
    } catch (error) {
      if (error instanceof ProviderUncertain) return { order: await this.lookUp(order, attempt, doing) };
      if (error instanceof ProviderRefused) await this.end(order.id, attempt, 'refused', doing);
      throw error;
    }
  }

  /** Never a second session for an attempt whose first one may exist: the provider is asked what it has (R130). */
  async lookUp(order: Order, attempt: Attempt, doing: Doing): Promise<Order> {
    const session = await this.stripe.findSession(order, attempt, doing);
    if (session) return this.#record(order.id, attempt, session, doing);
    return this.end(order.id, attempt, 'unknown-to-provider', doing);
  }

  /** Ends a session at the provider, whoever is on its page, and brings the order in step with what it then is. */
  async expire(order: Order, sessionId: string, doing: Doing): Promise<Order> {
    try {
      await this.stripe.expire(sessionId, doing);
    } catch (error) {
      // Somebody has just paid, or it ended by itself: the next look tells.
      if (!(error instanceof ProviderRefused)) throw error;
    }
    const settled = await this.settle(sessionId, doing);
    return 'order' in settled ? settled.order : order;
  }

  /** Each look is an act of its own: what it finds may be new although the request is not. */
  settle(sessionId: string, doing: Doing): Promise<Settled> {
    return this.settling.run(sessionId, stepAct(doing, 'settle', `${sessionId}/${randomUUID()}`), doing);
  }

  /** Notes that nobody can pay by an attempt any more. */
  end(orderId: string, { key }: Attempt, ended: AttemptEnd, doing: Doing): Promise<Order> {
    return this.#change(orderId, stepAct(doing, 'end-attempt', `${key}/ended`), (current) =>
      attempts.endAttempt(current, key, ended),
    );
  }

  #record(
    orderId: string,
    { key }: Attempt,
    session: { id: string; url: string },
    doing: Doing,
  ): Promise<Order> {
    const act = stepAct(doing, 'record-session', `${key}/session`);
    return this.#change(orderId, act, (current) => attempts.recordSession(current, key, session));
  }

  async #change(orderId: string, act: Act, decide: (order: Order) => Decision): Promise<Order> {
    const options = { deadline: new Date(Date.now() + changeMs) };
    await this.orders.streams.change(
      orderId,
      act,
      (current) => (current ? decide(current.state) : { ignored: 'order-unknown' }),
      options,
    );
    // What was changed may be older than what is: a repeat gives the revision that the first run made.
    return (await this.orders.load(orderId))?.state as Order;
  }
}

/** The cause is the step itself, not the request: two requests at once take it once. */
function stepAct({ by, correlationId }: Doing, name: string, cause: string): Act {
  return { name, by, correlationId, cause: { id: `checkout/${cause}`, fingerprint: name } };
}
