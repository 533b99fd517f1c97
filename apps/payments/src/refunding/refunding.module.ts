import { Module } from '@nestjs/common';
import { FollowingModule } from '../following/following.module.ts';
import { StoreModule } from '../store/store.module.ts';
import { StripeModule } from '../stripe/stripe.module.ts';
import { ApproveRefund } from './approve-refund.ts';
import { DeadlinesSchedule } from './deadlines.schedule.ts';
import { ExecuteRefund } from './execute-refund.ts';
import { ListRefunds } from './list-refunds.ts';
import { MeetDeadlines } from './meet-deadlines.ts';
import { RefundingController } from './refunding.controller.ts';

@Module({
  imports: [FollowingModule, StoreModule, StripeModule],
  controllers: [RefundingController],
  providers: [ApproveRefund, DeadlinesSchedule, ExecuteRefund, ListRefunds, MeetDeadlines],
})
export class RefundingModule {}
