import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import { depositStanding } from '../domain/deposit.ts';
import type { Order } from '../domain/order.ts';
import {
  claimByLeaving,
  isStoppable,
  review,
  type Refund,
  type RefundDecision,
  type Surroundings,
} from '../domain/refund.ts';
import { AccessStore } from '../store/access.store.ts';
import { orderIdOf, refundIdOf } from '../store/ids.ts';
import { OrderStore } from '../store/order.store.ts';
import { RefundStore } from '../store/refund.store.ts';

/** Looks at the refund of a deposit again, because something that it depends on has changed or its time has come. */
@Injectable()
export class ReviewRefund {
  constructor(
    private readonly accesses: AccessStore,
    private readonly orders: OrderStore,
    private readonly refunds: RefundStore,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** The refund as it is after the look; undefined when nothing is claimed. */
  async run(applicationId: string, act: Act): Promise<Refund | undefined> {
    const found = await this.#leaving(applicationId, act);
    if (!found || !isStoppable(found)) return found;
    return this.change(applicationId, act, (current, around) =>
      current ? review(current, around, this.clock.now()) : { ignored: 'refund-unknown' },
    );
  }

  /** What a withdrawal gives by right is claimed as soon as it is known here, whoever looks (R86). */
  async #leaving(applicationId: string, act: Act): Promise<Refund | undefined> {
    const id = refundIdOf(applicationId);
    const [found, access] = await Promise.all([this.refunds.load(id), this.accesses.of(applicationId)]);
    if (access?.leftAt === undefined) return found;
    const { candidateId, programmeId } = access;
    const orderId = orderIdOf(applicationId, 'DEPOSIT');
    const whose = { applicationId, candidateId, programmeId, orderId };
    const claim = (current: Refund | undefined, around: Surroundings) =>
      claimByLeaving(current, id, whose, around, this.clock.now());
    // Looked at before it is tried: most withdrawals give nothing, and each look would leave a record.
    if (!('state' in claim(found, await this.#around(applicationId)))) return found;
    const cause = { id: `${act.cause.id}/leaving`, fingerprint: 'claim-by-leaving' };
    return this.change(applicationId, { ...act, name: 'claim-by-leaving', cause }, claim);
  }

  /** Changes the refund by what is true around it at this moment; each try looks again. */
  async change(
    applicationId: string,
    act: Act,
    decide: (current: Refund | undefined, around: Surroundings) => RefundDecision,
  ): Promise<Refund | undefined> {
    const id = refundIdOf(applicationId);
    let before: Refund | undefined;
    const changed = await this.refunds.streams.change(id, act, async (current) => {
      before = current?.state;
      return decide(before, await this.#around(applicationId));
    });
    if (changed.ignored === undefined && !changed.repeated) this.#tell(before, changed.state);
    // What was changed may be older than what is: a repeat gives the revision that the first run made.
    return this.refunds.load(id);
  }

  async #around(applicationId: string): Promise<Surroundings> {
    const [access, loaded] = await Promise.all([
      this.accesses.of(applicationId),
      this.orders.load(orderIdOf(applicationId, 'DEPOSIT')),
    ]);
    const order: Order | undefined = loaded?.state;
    return {
      deposit: depositStanding(order),
      hasLeft: access?.hasLeft === true,
      ...(order ? { amount: order.amount } : {}),
      ...(access?.leftAt ? { leftAt: access.leftAt, leftByRight: access.leftByRight === true } : {}),
      ...(order && 'payment' in order ? { paidAt: order.payment.at } : {}),
      ...(access?.intakeStartsOn ? { startsOn: access.intakeStartsOn } : {}),
    };
  }

  /** What people must see: a claim that was confirmed after its window, and one that a dispute holds up (R65, R133). */
  #tell(before: Refund | undefined, after: Refund): void {
    if (before?.state === after.state) return;
    const what = { refundId: after.id, applicationId: after.applicationId };
    if (after.state === 'due' && after.isLate)
      this.log.warn(
        { alarm: 'refund-late', ...what },
        'a refund is due although its window is over: a person must look',
      );
    if (after.state === 'waiting' && after.waitsFor === 'DISPUTE')
      this.log.warn({ alarm: 'refund-held', ...what }, 'a refund waits for the end of a dispute');
    if (after.state === 'stopped')
      this.log.info({ ...what, because: after.because }, 'no refund of the deposit');
  }
}
