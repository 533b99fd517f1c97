import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import type { Order } from '../domain/order.ts';
import { followProvider, needsCreditNote, ownRefund } from '../domain/refund-execution.ts';
import { refundIdOf } from '../store/ids.ts';
import { RefundStore } from '../store/refund.store.ts';
import { PaperNumbers } from './numbers.ts';
import { ReviewRefund } from './review-refund.ts';

/** Brings the refund of a deposit in step with its order, each time the order was brought in step with the provider. */
@Injectable()
export class FollowRefund {
  constructor(
    private readonly refunds: RefundStore,
    private readonly reviewing: ReviewRefund,
    private readonly numbers: PaperNumbers,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(order: Order, act: Act): Promise<void> {
    if (order.product !== 'DEPOSIT') return;
    const { applicationId } = order;
    const refund = await this.reviewing.run(applicationId, after(act, 'review-refund'));
    if (!refund || !('payment' in order)) return;
    const seen = order.payment.refunds;
    const own = ownRefund(refund, seen);
    if (!own) return;
    const creditNote = needsCreditNote(refund, seen)
      ? await this.numbers.of('credit-note', refund.id, own.at, act.correlationId)
      : undefined;
    const changed = await this.refunds.streams.change(
      refundIdOf(applicationId),
      after(act, 'follow-refund'),
      (current) =>
        current
          ? followProvider(current.state, order, this.clock.now(), creditNote)
          : { ignored: 'refund-unknown' },
    );
    if (changed.ignored === undefined && changed.state.state === 'failed')
      this.log.error(
        { alarm: 'refund-failed', refundId: refund.id, orderId: order.id },
        'the bank returned the refund of a deposit: a person must give the money back (R132)',
      );
  }
}

/** What follows in another stream from an act is an act of its own, with a cause that names the first. */
function after(act: Act, name: string): Act {
  return { ...act, name, cause: { id: `${act.cause.id}/${name}`, fingerprint: name } };
}
