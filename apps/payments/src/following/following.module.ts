import { Module } from '@nestjs/common';
import { StripeModule } from '../stripe/stripe.module.ts';
import { StoreModule } from '../store/store.module.ts';
import { FollowApplication } from './follow-application.ts';
import { FollowFunding } from './follow-funding.ts';
import { FollowProviderEvent } from './follow-provider-event.ts';
import { FollowRefund } from './follow-refund.ts';
import { FollowingController } from './following.controller.ts';
import { PaperNumbers } from './numbers.ts';
import { OpenOrder } from './open-order.ts';
import { RefundSurplus } from './refund-surplus.ts';
import { ReviewRefund } from './review-refund.ts';
import { SettleSession } from './settle-session.ts';

@Module({
  imports: [StoreModule, StripeModule],
  controllers: [FollowingController],
  providers: [
    FollowApplication,
    FollowFunding,
    FollowProviderEvent,
    FollowRefund,
    OpenOrder,
    PaperNumbers,
    RefundSurplus,
    ReviewRefund,
    SettleSession,
  ],
  exports: [FollowProviderEvent, ReviewRefund, SettleSession],
})
export class FollowingModule {}
