import { Module } from '@nestjs/common';
import { FollowingModule } from '../following/following.module.ts';
import { StoreModule } from '../store/store.module.ts';
import { StripeModule } from '../stripe/stripe.module.ts';
import { Reconcile } from './reconcile.ts';
import { ReconcilingSchedule } from './reconciling.schedule.ts';

@Module({
  imports: [FollowingModule, StoreModule, StripeModule],
  providers: [Reconcile, ReconcilingSchedule],
})
export class ReconcilingModule {}
