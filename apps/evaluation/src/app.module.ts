import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { RuntimeModule, type Replacements } from '@admissions/runtime/runtime.module';
import { Settings, type EvaluationConfig } from './config.ts';
import { FollowingModule } from './following/following.module.ts';
import { MarkingModule } from './marking/marking.module.ts';
import { ReadingModule } from './reading/reading.module.ts';
import { SchedulingModule } from './scheduling/scheduling.module.ts';
import { SittingModule } from './sitting/sitting.module.ts';

@Module({})
class SettingsModule {
  static for(env: EvaluationConfig): DynamicModule {
    return {
      module: SettingsModule,
      global: true,
      providers: [{ provide: Settings, useValue: { env } }],
      exports: [Settings],
    };
  }
}

@Module({})
export class AppModule {
  static for(env: EvaluationConfig, replace: Replacements = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        RuntimeModule.for('evaluation', env, replace),
        SettingsModule.for(env),
        ScheduleModule.forRoot(),
        ReadingModule,
        SchedulingModule,
        MarkingModule,
        SittingModule,
        FollowingModule,
      ],
    };
  }
}
