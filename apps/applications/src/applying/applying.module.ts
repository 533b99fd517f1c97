import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.ts';
import { ApplyingController } from './applying.controller.ts';
import { ConfirmApplication } from './confirm-application.ts';
import { CreateApplication } from './create-application.ts';
import { FillApplication } from './fill-application.ts';
import { WithdrawApplication } from './withdraw-application.ts';

@Module({
  imports: [StoreModule],
  controllers: [ApplyingController],
  providers: [CreateApplication, FillApplication, ConfirmApplication, WithdrawApplication],
})
export class ApplyingModule {}
