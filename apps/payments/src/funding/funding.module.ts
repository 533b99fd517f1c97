import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.ts';
import { FundingController } from './funding.controller.ts';
import { JudgeFunding } from './judge-funding.ts';
import { ListFundings } from './list-fundings.ts';
import { RegisterFunding } from './register-funding.ts';

@Module({
  imports: [StoreModule],
  controllers: [FundingController],
  providers: [JudgeFunding, ListFundings, RegisterFunding],
})
export class FundingModule {}
