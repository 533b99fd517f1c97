import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { StoreModule } from '../store/store.module.ts';
import { CloseOrder } from './close-order.ts';
import { ClosingController } from './closing.controller.ts';

@Module({
  imports: [SessionsModule, StoreModule],
  controllers: [ClosingController],
  providers: [CloseOrder],
})
export class ClosingModule {}
