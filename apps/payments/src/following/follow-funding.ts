import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { DataOf } from '@admissions/contracts/message';
import type { fundingJudged } from '@admissions/contracts/payments';
import { RetryLater, type Followed } from '@admissions/messaging/handlers';
import type { Act } from '@admissions/store/aggregate';
import { openRefund } from '../domain/refund.ts';
import { FundingStore } from '../store/funding.store.ts';
import { orderIdOf, refundIdOf } from '../store/ids.ts';
import { ReviewRefund } from './review-refund.ts';

/** A confirmed agreement gives the claim to the deposit (R94); the agreement is read again, not believed from the message. */
@Injectable()
export class FollowFunding {
  constructor(
    private readonly fundings: FundingStore,
    private readonly refunds: ReviewRefund,
    private readonly clock: Clock,
  ) {}

  async run({ fundingId, outcome }: DataOf<typeof fundingJudged>, act: Act): Promise<Followed> {
    if (outcome !== 'CONFIRMED') return { ignored: 'funding-refused' };
    const funding = await this.fundings.load(fundingId);
    if (!funding) throw new RetryLater('the agreement is not there yet');
    if (funding.state !== 'confirmed') return { ignored: `funding-${funding.state}` };
    const { applicationId, candidateId, programmeId, confirmedAt, confirmedBy } = funding;
    const orderId = orderIdOf(applicationId, 'DEPOSIT');
    const claim = { applicationId, candidateId, programmeId, orderId, fundingId, confirmedAt, confirmedBy };
    await this.refunds.change(applicationId, act, (current, around) =>
      openRefund(current, refundIdOf(applicationId), claim, around, this.clock.now()),
    );
  }
}
