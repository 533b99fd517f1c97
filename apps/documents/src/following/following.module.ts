import { Controller, Module } from '@nestjs/common';
import { applicationChanged } from '@admissions/contracts/applications';
import type { DataOf } from '@admissions/contracts/message';
import { Follows, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { StoreModule } from '../store/store.module.ts';
import { FollowApplication } from './follow-application.ts';

@Controller()
export class FollowingController {
  constructor(private readonly followApplication: FollowApplication) {}

  @Follows(applicationChanged)
  application(data: DataOf<typeof applicationChanged>, event: EventContext): Promise<Followed> {
    return this.followApplication.run(data, event);
  }
}

@Module({ imports: [StoreModule], controllers: [FollowingController], providers: [FollowApplication] })
export class FollowingModule {}
