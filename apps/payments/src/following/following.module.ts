import { Module } from '@nestjs/common';
import { StripeModule } from '../stripe/stripe.module.ts';
import { StoreModule } from '../store/store.module.ts';
import { FollowApplication } from './follow-application.ts';
import { FollowProviderEvent } from './follow-provider-event.ts';
import { FollowingController } from './following.controller.ts';
import { ReceiptNumbers } from './numbers.ts';
import { OpenOrder } from './open-order.ts';
import { RefundSurplus } from './refund-surplus.ts';
import { SettleSession } from './settle-session.ts';

@Module({
  imports: [StoreModule, StripeModule],
  controllers: [FollowingController],
  providers: [
    FollowApplication,
    FollowProviderEvent,
    OpenOrder,
    ReceiptNumbers,
    RefundSurplus,
    SettleSession,
  ],
  exports: [FollowProviderEvent, SettleSession],
})
export class FollowingModule {}
