import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { RuntimeModule, type Replacements } from '@admissions/runtime/runtime.module';
import { ApplyingModule } from './applying/applying.module.ts';
import { CataloguingModule } from './cataloguing/cataloguing.module.ts';
import type { ApplicationsConfig } from './config.ts';
import { CorrespondingModule } from './corresponding/corresponding.module.ts';
import { DecidingModule } from './deciding/deciding.module.ts';
import { FollowingModule } from './following/following.module.ts';
import { PromisingModule } from './promising/promising.module.ts';
import { TrackingModule } from './tracking/tracking.module.ts';

@Module({})
export class AppModule {
  static for(env: ApplicationsConfig, replace: Replacements = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        RuntimeModule.for('applications', env, replace),
        ScheduleModule.forRoot(),
        CataloguingModule,
        ApplyingModule,
        CorrespondingModule,
        DecidingModule,
        FollowingModule,
        PromisingModule,
        TrackingModule,
      ],
    };
  }
}
