import { runService } from '@admissions/runtime/service';
import { gatewayService } from './gateway.service.ts';

await runService(() => gatewayService());
