import { Controller } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { OutputOf } from '@admissions/contracts/call';
import { reportClock } from '@admissions/contracts/evaluation';
import { Answers } from '@admissions/messaging/handlers';
import { ServiceConfig } from '@admissions/runtime/runtime.module';

@Controller()
export class ReadingController {
  constructor(
    private readonly clock: Clock,
    private readonly service: ServiceConfig,
  ) {}

  @Answers(reportClock)
  reportClock(): OutputOf<typeof reportClock> {
    return { instance: this.service.instance, offsetMs: this.clock.offsetMs() };
  }
}
