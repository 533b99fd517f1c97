import { readConfig } from '@admissions/runtime/config';
import { runService } from '@admissions/runtime/service';
import { AppModule } from './app.module.ts';
import { notificationsConfig } from './config.ts';

await runService(() => ({ module: AppModule.for(readConfig(notificationsConfig)) }));
