import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import { endAttempt, nextStep, openAttempt, recordSession } from '../domain/attempts.ts';
import type { Order } from '../domain/order.ts';
import { refundsDue } from '../domain/surplus.ts';
import { FollowProviderEvent } from '../following/follow-provider-event.ts';
import { SettleSession } from '../following/settle-session.ts';
import { OrderStore } from '../store/order.store.ts';
import { followedEventTypes } from '../stripe/followed-events.ts';
import { StripeGateway } from '../stripe/stripe.gateway.ts';

const day = 86_400_000;
/** The provider tries a webhook for three days (R131); one more covers a service that was down meanwhile. */
const eventsSinceMs = 4 * day;
const eventPages = 20;
/** Events that this process knows to be followed; the provider lists them for days. */
const mostRemembered = 10_000;
const ordersPerPage = 50;
/** Orders of one round at most; the next round goes on where this one stopped. */
const pagesPerRound = 10;
/** An attempt is left to the request that made it for this long. */
const attemptGraceMs = 2 * 60_000;
/** Orders that are asked about at the same time. */
const atOnce = 4;

type Attempting = (what: object, work: () => Promise<unknown>) => Promise<void>;

export interface Round {
  readonly orders: number;
  readonly events: number;
  readonly failed: number;
}

/**
 * Asks the provider what it knows and we do not: where the sessions of unpaid orders stand, and which events did not reach us (REL-17).
 * It comes to the same act as the webhook, so that it never matters which of them was first, or whether two replicas do it at once.
 */
@Injectable()
export class Reconcile {
  #cursor: string | undefined;
  readonly #followed = new Set<string>();

  constructor(
    private readonly orders: OrderStore,
    private readonly stripe: StripeGateway,
    private readonly settling: SettleSession,
    private readonly events: FollowProviderEvent,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** One round; it ends early, between two orders, when it is told to stop. */
  async run(stop?: AbortSignal): Promise<Round> {
    const failed: unknown[] = [];
    const attempt: Attempting = async (what, work) => {
      if (stop?.aborted) return;
      try {
        await work();
      } catch (error) {
        // One order must not keep the others waiting; the next round tries it again.
        failed.push(error);
        this.log.warn({ ...what, err: error }, 'not reconciled');
      }
    };
    const orders = await this.#orders(attempt);
    const events = await this.#events(attempt);
    return { orders, events, failed: failed.length };
  }

  async #orders(attempt: Attempting): Promise<number> {
    let count = 0;
    for (let page = 0; page < pagesPerRound; page += 1) {
      const cursor = this.#cursor;
      const query = { where: { awaitsProvider: true }, orderBy: 'openedAt', limit: ordersPerPage };
      const { items, next } = await this.orders.streams.list({ ...query, ...(cursor ? { cursor } : {}) });
      for (let at = 0; at < items.length; at += atOnce) {
        const some = items.slice(at, at + atOnce);
        await Promise.all(some.map(({ id }) => attempt({ orderId: id }, () => this.#order(id))));
      }
      count += items.length;
      this.#cursor = next;
      if (next === undefined) break;
    }
    return count;
  }

  async #order(id: string): Promise<void> {
    const order = (await this.orders.load(id))?.state;
    if (!order) return;
    for (const { sessionId } of refundsDue(order)) await this.#settle(sessionId);
    const open = openAttempt(order);
    if (!open) return;
    const step = nextStep(order, this.clock.now());
    if (step.step === 'check') return this.#settle(step.sessionId);
    const age = this.clock.now().getTime() - new Date(open.startedAt).getTime();
    if (age > attemptGraceMs) await this.#lookUp(order);
  }

  /** An attempt whose answer was lost: its session may exist, and somebody may have paid by it. */
  async #lookUp(order: Order): Promise<void> {
    const attempt = openAttempt(order);
    if (!attempt) return;
    const session = await this.stripe.findSession(order, attempt);
    if (session) {
      await this.#change(order, 'record-session', `${attempt.key}/session`, (current) =>
        recordSession(current, attempt.key, session),
      );
      return this.#settle(session.id);
    }
    if (nextStep(order, this.clock.now()).step !== 'look-up') return;
    await this.#change(order, 'end-attempt', `${attempt.key}/ended`, (current) =>
      endAttempt(current, attempt.key, 'unknown-to-provider'),
    );
  }

  async #events(attempt: Attempting): Promise<number> {
    let count = 0;
    await attempt({}, async () => {
      const since = new Date(this.clock.now().getTime() - eventsSinceMs);
      for (const event of await this.stripe.undelivered(followedEventTypes, since, eventPages)) {
        if (await this.#isFollowed(event.eventId)) continue;
        count += 1;
        await attempt({ eventId: event.eventId }, () =>
          this.events.run(event, act('settle', `event/${event.eventId}`)),
        );
      }
    });
    return count;
  }

  async #isFollowed(eventId: string): Promise<boolean> {
    if (this.#followed.has(eventId)) return true;
    if (!(await this.events.isFollowed(eventId))) return false;
    if (this.#followed.size >= mostRemembered) this.#followed.clear();
    this.#followed.add(eventId);
    return true;
  }

  async #settle(sessionId: string): Promise<void> {
    await this.settling.run(sessionId, act('settle', `${sessionId}/${randomUUID()}`));
  }

  async #change(
    order: Order,
    name: string,
    cause: string,
    decide: (order: Order) => ReturnType<typeof endAttempt>,
  ) {
    await this.orders.streams.change(order.id, act(name, cause), (current) =>
      current ? decide(current.state) : { ignored: 'order-unknown' },
    );
  }
}

function act(name: string, cause: string): Act {
  const by = 'system:payments/reconcile';
  return { name, by, correlationId: randomUUID(), cause: { id: `reconcile/${cause}`, fingerprint: name } };
}
