import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { StoreModule } from '../store/store.module.ts';
import { ChargingController } from './charging.controller.ts';
import { OpenCheckout } from './open-checkout.ts';

@Module({
  imports: [SessionsModule, StoreModule],
  controllers: [ChargingController],
  providers: [OpenCheckout],
})
export class ChargingModule {}
