import { Injectable } from '@nestjs/common';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import type { Order } from '../domain/order.ts';
import type { SeenPayment } from '../domain/seen-payment.ts';
import { receiptOf } from '../domain/paper-number.ts';
import { needsReceipt, settle } from '../domain/settle.ts';
import { OrderStore } from '../store/order.store.ts';
import { StripeGateway } from '../stripe/stripe.gateway.ts';
import { FollowRefund } from './follow-refund.ts';
import { PaperNumbers } from './numbers.ts';
import { RefundSurplus } from './refund-surplus.ts';

/** What settling came to: the order as it is now, or why there is nothing to settle. */
export type Settled = { order: Order; seen: SeenPayment; ignored?: string } | { ignored: string };

/**
 * Asks the provider about one session and brings its order in step. Webhook, reconciliation and checkout all come here:
 * this is the only way in which an order becomes paid.
 */
@Injectable()
export class SettleSession {
  constructor(
    private readonly orders: OrderStore,
    private readonly stripe: StripeGateway,
    private readonly numbers: PaperNumbers,
    private readonly refunds: RefundSurplus,
    private readonly deposits: FollowRefund,
    private readonly log: Log,
  ) {}

  async run(sessionId: string, act: Act, patience: { until?: Date } = {}): Promise<Settled> {
    const settled = await this.#settle(sessionId, act, patience);
    if (!('order' in settled)) return settled;
    const refunded = await this.refunds.run(settled.order, act);
    let latest = settled;
    for (const id of refunded) {
      const cause = { id: `${act.cause.id}/refunded/${id}`, fingerprint: id };
      const again = await this.#settle(id, { ...act, name: 'record-refund', cause }, patience);
      if ('order' in again) latest = { ...settled, order: again.order };
    }
    await this.deposits.run(latest.order, act);
    return latest;
  }

  async #settle(sessionId: string, act: Act, patience: { until?: Date }): Promise<Settled> {
    const seen = await this.stripe.see(sessionId, patience);
    if (!seen) return { ignored: 'session-unknown-to-provider' };
    const { orderId } = seen.session;
    const before = orderId === undefined ? undefined : await this.orders.load(orderId);
    if (orderId === undefined || !before) return { ignored: 'no-order-of-ours' };
    const receipt =
      needsReceipt(before.state, seen) && seen.charge
        ? await this.numbers.of(receiptOf[before.state.product], orderId, seen.charge.at, act.correlationId)
        : undefined;
    const changed = await this.orders.streams.change(orderId, act, (current) =>
      current ? settle(current.state, seen, receipt) : { ignored: 'order-unknown' },
    );
    this.#alarm(before.state, changed.state);
    return { order: changed.state, seen, ...(changed.ignored ? { ignored: changed.ignored } : {}) };
  }

  /** Money that does not fit goes to people at once; the platform itself does nothing with it. */
  #alarm(before: Order, after: Order): void {
    if (after.state === 'closed' && after.surplus.length > before.surplus.length)
      this.log.error(
        { alarm: 'paid-after-closing', orderId: after.id },
        'an order was paid after it was closed: the money goes back in full',
      );
    for (const anomaly of after.anomalies.slice(before.anomalies.length)) {
      this.log.error(
        { alarm: anomaly.kind, orderId: after.id, ...anomaly },
        'the provider holds something that does not fit',
      );
    }
  }
}
