import { Injectable } from '@nestjs/common';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { Order, Surplus } from '../domain/order.ts';
import { recordRefundRefused, refundDemand, refundsDue, remaining } from '../domain/surplus.ts';
import { OrderStore } from '../store/order.store.ts';
import { ProviderRefused } from '../stripe/provider-errors.ts';
import { StripeGateway } from '../stripe/stripe.gateway.ts';

/** Refusals that are no refusal: the money went back already, or the bank holds it and a later look says more (R133). */
const passing = ['charge_already_refunded', 'charge_disputed'];

/** Gives back what was paid twice, or after the order was closed (R134), in full, to the card that paid (R132). */
@Injectable()
export class RefundSurplus {
  constructor(
    private readonly store: Store,
    private readonly orders: OrderStore,
    private readonly stripe: StripeGateway,
    private readonly log: Log,
  ) {}

  /** Asks for the refunds that are due; the sessions whose truth changed by it. */
  async run(order: Order, act: Act): Promise<string[]> {
    const due = refundsDue(order);
    for (const surplus of due) await this.#refundUnlessHeld(order, surplus, act);
    return due.map(({ sessionId }) => sessionId);
  }

  /** A refusal that passes leaves the demand begun: it is made again as soon as it is due again. */
  async #refundUnlessHeld(order: Order, surplus: Surplus, act: Act): Promise<void> {
    try {
      await this.#refund(order, surplus, act);
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
  }

  async #refund(order: Order, surplus: Surplus, act: Act): Promise<void> {
    const { intentId } = surplus;
    const demand = refundDemand(order.id, surplus);
    // The provider was asked just now: nothing has gone back yet. The key covers the crash between its answer and our note.
    await this.store.inbox.run('refund-surplus', demand, async () => {
      const amount = remaining(surplus);
      const what = { orderId: order.id, intentId, cents: amount };
      this.log.warn(what, 'a payment that nobody asked for is to go back in full');
      try {
        await this.stripe.refund({ intentId, amount, orderId: order.id, reason: 'duplicate' }, demand);
      } catch (error) {
        if (!(error instanceof ProviderRefused) || isPassing(error)) throw error;
        await this.#noteRefusal(order, intentId, error.code, act);
      }
    });
  }

  async #noteRefusal(order: Order, intentId: string, reason: string, act: Act): Promise<void> {
    this.log.error(
      { orderId: order.id, intentId, reason },
      'a refund was refused: a person must give the money back',
    );
    const id = `${act.cause.id}/refused/${intentId}`;
    const noting: Act = { ...act, name: 'record-refund-refused', cause: { id, fingerprint: reason } };
    await this.orders.streams.change(order.id, noting, (current) =>
      current ? recordRefundRefused(current.state, intentId, reason) : { ignored: 'order-unknown' },
    );
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof ProviderRefused && passing.includes(error.code);
}
