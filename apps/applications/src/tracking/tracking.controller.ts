import { Controller } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import {
  getApplication,
  listOwnApplications,
  listQueue,
  reportClock,
} from '@admissions/contracts/applications';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { ServiceConfig } from '@admissions/runtime/runtime.module';
import { GetApplication } from './get-application.ts';
import { ListOwnApplications } from './list-own-applications.ts';
import { ListQueue } from './list-queue.ts';

@Controller()
export class TrackingController {
  constructor(
    private readonly getting: GetApplication,
    private readonly listingOwn: ListOwnApplications,
    private readonly listingQueue: ListQueue,
    private readonly config: ServiceConfig,
    private readonly clock: Clock,
  ) {}

  @Answers(getApplication)
  get(
    { applicationId }: InputOf<typeof getApplication>,
    call: CallContext,
  ): Promise<OutputOf<typeof getApplication>> {
    return this.getting.run(applicationId, call.subject);
  }

  @Answers(listOwnApplications)
  own(
    input: InputOf<typeof listOwnApplications>,
    call: CallContext,
  ): Promise<OutputOf<typeof listOwnApplications>> {
    return this.listingOwn.run(input, call.subject);
  }

  @Answers(listQueue)
  queue(input: InputOf<typeof listQueue>, call: CallContext): Promise<OutputOf<typeof listQueue>> {
    return this.listingQueue.run(input, call.subject);
  }

  @Answers(reportClock)
  clockReport(): OutputOf<typeof reportClock> {
    return { instance: this.config.instance, offsetMs: this.clock.offsetMs() };
  }
}
