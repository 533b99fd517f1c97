import { Module } from '@nestjs/common';
import { FollowingModule } from '../following/following.module.ts';
import { StoreModule } from '../store/store.module.ts';
import { StripeModule } from '../stripe/stripe.module.ts';
import { ChargingController } from './charging.controller.ts';
import { OpenCheckout } from './open-checkout.ts';

@Module({
  imports: [FollowingModule, StoreModule, StripeModule],
  controllers: [ChargingController],
  providers: [OpenCheckout],
})
export class ChargingModule {}
