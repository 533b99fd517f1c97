import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import type { approveRefund } from '@admissions/contracts/payments';
import { ProblemError, refuse } from '@admissions/contracts/problem';
import { can } from '@admissions/contracts/subject';
import type { CallContext } from '@admissions/messaging/handlers';
import { ReviewRefund } from '../following/review-refund.ts';
import { approve, viewOfRefund } from '../domain/refund.ts';
import { RefundStore } from '../store/refund.store.ts';

/** A second person approves a refund (R101). What is around it is looked at first, so that nobody approves what has lapsed meanwhile. */
@Injectable()
export class ApproveRefund {
  constructor(
    private readonly refunds: RefundStore,
    private readonly reviewing: ReviewRefund,
    private readonly clock: Clock,
  ) {}

  async run(
    { refundId }: InputOf<typeof approveRefund>,
    call: CallContext,
  ): Promise<OutputOf<typeof approveRefund>> {
    const found = await this.refunds.load(refundId);
    if (!found?.amount || !can(call.subject, 'refund:approve', { programmeId: found.programmeId }))
      throw new ProblemError('not-found');
    const act = call.act();
    const cause = { id: `${act.cause.id}/review`, fingerprint: act.cause.fingerprint };
    await this.reviewing.run(found.applicationId, { ...act, name: 'review-refund', cause });
    const { state } = await this.refunds.streams.change(
      refundId,
      act,
      (current) =>
        current ? approve(current.state, call.subject.id, this.clock.now()) : refuse('not-found'),
      { deadline: call.deadline },
    );
    const view = viewOfRefund(state);
    if (!view) throw new ProblemError('not-found');
    return view;
  }
}
