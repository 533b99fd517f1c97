import { runService } from '@admissions/runtime/service';
import { build } from './app.module.ts';

await runService(() => build());
