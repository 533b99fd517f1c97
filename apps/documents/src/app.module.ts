import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { readConfig } from '@admissions/runtime/config';
import { RuntimeModule, type Replacements } from '@admissions/runtime/runtime.module';
import type { ServiceOptions } from '@admissions/runtime/service';
import { CheckingModule } from './checking/checking.module.ts';
import type { CheckFaults } from './checking/check-faults.ts';
import { documentsConfig, Settings, type DocumentsConfig } from './config.ts';
import { FollowingModule } from './following/following.module.ts';
import { JudgingModule } from './judging/judging.module.ts';
import { ReadingModule } from './reading/reading.module.ts';
import { SweepingModule } from './sweeping/sweeping.module.ts';
import { UploadingModule } from './uploading/uploading.module.ts';

@Module({})
class SettingsModule {
  static for(env: DocumentsConfig): DynamicModule {
    return {
      module: SettingsModule,
      global: true,
      providers: [{ provide: Settings, useValue: { env } }],
      exports: [Settings],
    };
  }
}

/** What tests replace besides time and chance. */
export interface DocumentsReplacements extends Replacements {
  readonly checkFaults?: CheckFaults;
}

@Module({})
export class AppModule {
  static for(env: DocumentsConfig, replace: DocumentsReplacements = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        RuntimeModule.for('documents', env, replace),
        SettingsModule.for(env),
        ScheduleModule.forRoot(),
        FollowingModule,
        UploadingModule,
        CheckingModule.for(replace.checkFaults),
        JudgingModule,
        ReadingModule,
        SweepingModule,
      ],
    };
  }
}

/** The service as `main.ts` and the tests start it. */
export function build(
  env: Record<string, string | undefined> = process.env,
  replace: DocumentsReplacements = {},
): ServiceOptions {
  return { module: AppModule.for(readConfig(documentsConfig, env), replace) };
}
