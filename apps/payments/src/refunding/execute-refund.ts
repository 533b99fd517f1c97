import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import { expectRefund } from '../domain/deposit.ts';
import type { DisputedOrder, Order, PaidOrder } from '../domain/order.ts';
import { askLater, failRefund, hold, ownRefund } from '../domain/refund-execution.ts';
import {
  begin,
  sendDemand,
  type ExecutingRefund,
  type Refund,
  type RefundDecision,
} from '../domain/refund.ts';
import { ReviewRefund } from '../following/review-refund.ts';
import { SettleSession } from '../following/settle-session.ts';
import { OrderStore } from '../store/order.store.ts';
import { RefundStore } from '../store/refund.store.ts';
import { ProviderRefused } from '../stripe/provider-errors.ts';
import { StripeGateway } from '../stripe/stripe.gateway.ts';

type Paid = PaidOrder | DisputedOrder;

/**
 * Gives a deposit back through the provider, once: the demand is stored with its key before the provider hears of it, the provider is asked
 * what it has before it is asked for anything, and its key covers the crash between its answer and our note (R101, R130, R132).
 */
@Injectable()
export class ExecuteRefund {
  constructor(
    private readonly store: Store,
    private readonly orders: OrderStore,
    private readonly refunds: RefundStore,
    private readonly reviewing: ReviewRefund,
    private readonly settling: SettleSession,
    private readonly stripe: StripeGateway,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Takes the next steps of a refund that was approved or begun; as often as anybody likes. */
  async run(refundId: string, act: Act): Promise<void> {
    const found = await this.refunds.load(refundId);
    if (found?.state === 'approved')
      await this.reviewing.change(
        found.applicationId,
        step(act, 'begin-refund', String(found.demands)),
        (current, around) =>
          current ? begin(current, around, this.clock.now()) : { ignored: 'refund-unknown' },
      );
    const refund = await this.#look(refundId, act);
    if (!refund) return;
    const order = (await this.orders.load(refund.orderId))?.state;
    if (!order || !('payment' in order)) return this.#person(refund, 'deposit-not-paid', act);
    if (ownRefund(refund, order.payment.refunds)) return this.#askLater(refund, act);
    const expected = await this.#expect(refund, order, act);
    if (!expected) {
      await this.#hold(refund, act);
      await this.reviewing.run(refund.applicationId, step(act, 'review-refund', refund.key));
      return;
    }
    if (!(await this.#send(refund, act))) return;
    await this.#demand(refund, expected, act);
    await this.#look(refundId, act);
  }

  /** The provider’s word on the payment, followed; the refund if it is still to be executed. */
  async #look(refundId: string, act: Act): Promise<ExecutingRefund | undefined> {
    const before = await this.refunds.load(refundId);
    if (before?.state !== 'executing') return undefined;
    const order = (await this.orders.load(before.orderId))?.state;
    if (order && 'payment' in order)
      await this.settling.run(order.payment.sessionId, step(act, 'settle', randomUUID()));
    const after = await this.refunds.load(refundId);
    return after?.state === 'executing' ? after : undefined;
  }

  /** The order as it expects the refund; undefined while the bank holds the money (R133) or when it is gone. */
  async #expect(refund: ExecutingRefund, order: Order, act: Act): Promise<Paid | undefined> {
    const { ignored } = await this.orders.streams.change(
      order.id,
      step(act, 'expect-refund', refund.key),
      (current) => (current ? expectRefund(current.state, refund.id) : { ignored: 'order-unknown' }),
    );
    const after = (await this.orders.load(order.id))?.state;
    const isExpected = ignored === undefined || ignored === 'refund-expected';
    return isExpected && after && 'payment' in after ? after : undefined;
  }

  /** True when the demand may leave, with its note; the candidate may have left while the provider was away (R94). */
  async #send({ applicationId, key }: ExecutingRefund, act: Act): Promise<boolean> {
    const after = await this.reviewing.change(
      applicationId,
      step(act, 'send-refund', key),
      (current, around) =>
        current ? sendDemand(current, key, around, this.clock.now()) : { ignored: 'refund-unknown' },
    );
    return after?.state === 'executing' && after.key === key;
  }

  async #demand(refund: ExecutingRefund, order: Paid, act: Act): Promise<void> {
    const { key } = refund;
    await this.store.inbox.run('refund-deposit', key, async () => {
      const { intentId, amount } = order.payment;
      const demand = { intentId, amount: amount.amount, orderId: order.id, refundId: refund.id };
      this.log.info({ ...demand, key }, 'a deposit is to go back');
      try {
        await this.stripe.refund({ ...demand, reason: 'requested_by_customer' }, key);
      } catch (error) {
        if (!(error instanceof ProviderRefused)) throw error;
        if (error.code === 'charge_disputed') return this.#hold(refund, act);
        await this.#person(refund, error.code, act);
      }
    });
  }

  #hold(refund: ExecutingRefund, act: Act): Promise<void> {
    this.log.warn({ alarm: 'refund-held', refundId: refund.id }, 'a refund waits: the bank holds the money');
    return this.#change(refund, step(act, 'hold-refund', refund.key), (current) =>
      hold(current, refund.key, this.clock.now()),
    );
  }

  #person(refund: Refund, because: string, act: Act): Promise<void> {
    const what = { alarm: 'refund-failed', refundId: refund.id, because };
    this.log.error(what, 'the provider refuses to give a deposit back: a person must (R132)');
    return this.#change(refund, step(act, 'fail-refund', because), (current) =>
      failRefund(current, because, this.clock.now()),
    );
  }

  #askLater(refund: ExecutingRefund, act: Act): Promise<void> {
    return this.#change(refund, step(act, 'ask-later', randomUUID()), (current) =>
      askLater(current, this.clock.now()),
    );
  }

  async #change(refund: Refund, act: Act, decide: (current: Refund) => RefundDecision): Promise<void> {
    await this.refunds.streams.change(refund.id, act, (current) =>
      current ? decide(current.state) : { ignored: 'refund-unknown' },
    );
  }
}

/** One step of the execution, with a cause of its own. */
function step(act: Act, name: string, what: string): Act {
  return {
    ...act,
    name,
    cause: { id: `refund/${act.cause.id}/${name}/${what}`.slice(0, 300), fingerprint: name },
  };
}
