import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { readConfig } from '@admissions/runtime/config';
import { RuntimeModule, type Replacements } from '@admissions/runtime/runtime.module';
import type { ServiceOptions } from '@admissions/runtime/service';
import { CheckingModule } from './checking/checking.module.ts';
import { documentsConfig, Settings, type DocumentsConfig } from './config.ts';
import { FollowingModule } from './following/following.module.ts';
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

@Module({})
export class AppModule {
  static for(env: DocumentsConfig, replace: Replacements = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        RuntimeModule.for('documents', env, replace),
        SettingsModule.for(env),
        ScheduleModule.forRoot(),
        FollowingModule,
        UploadingModule,
        CheckingModule,
        ReadingModule,
        SweepingModule,
      ],
    };
  }
}

/** The service as `main.ts` and the tests start it. */
export function build(
  env: Record<string, string | undefined> = process.env,
  replace: Replacements = {},
): ServiceOptions {
  return { module: AppModule.for(readConfig(documentsConfig, env), replace) };
}
