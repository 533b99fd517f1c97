import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { RuntimeModule, type Replacements } from '@admissions/runtime/runtime.module';
import { ChargingModule } from './charging/charging.module.ts';
import { ClosingModule } from './closing/closing.module.ts';
import { Settings, type PaymentsConfig } from './config.ts';
import { FollowingModule } from './following/following.module.ts';
import { FundingModule } from './funding/funding.module.ts';
import { ReadingModule } from './reading/reading.module.ts';
import { ReconcilingModule } from './reconciling/reconciling.module.ts';
import { RefundingModule } from './refunding/refunding.module.ts';

@Module({})
export class AppModule {
  static for(env: PaymentsConfig, replace: Replacements = {}): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [
        RuntimeModule.for('payments', env, replace),
        ScheduleModule.forRoot(),
        FollowingModule,
        ChargingModule,
        ClosingModule,
        FundingModule,
        RefundingModule,
        ReconcilingModule,
        ReadingModule,
      ],
      providers: [{ provide: Settings, useValue: { env } }],
      exports: [Settings],
    };
  }
}
