import { Module, type DynamicModule } from '@nestjs/common';
import { RuntimeModule, type Replacements } from '@admissions/runtime/runtime.module';
import type { EvaluationConfig } from './config.ts';
import { ReadingModule } from './reading/reading.module.ts';

@Module({})
export class AppModule {
  static for(env: EvaluationConfig, replace: Replacements = {}): DynamicModule {
    return { module: AppModule, imports: [RuntimeModule.for('evaluation', env, replace), ReadingModule] };
  }
}
