import { readConfig } from '@admissions/runtime/config';
import { runService } from '@admissions/runtime/service';
import { applicationsConfig } from './config.ts';
import { applicationsService } from './service.ts';

await runService(() => applicationsService(readConfig(applicationsConfig)));
