import { Module } from '@nestjs/common';
import { FollowingModule } from '../following/following.module.ts';
import { StoreModule } from '../store/store.module.ts';
import { StripeModule } from '../stripe/stripe.module.ts';
import { AttemptSessions } from './attempt-sessions.ts';

@Module({
  imports: [FollowingModule, StoreModule, StripeModule],
  providers: [AttemptSessions],
  exports: [AttemptSessions],
})
export class SessionsModule {}
