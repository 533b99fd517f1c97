import { Controller, Module } from '@nestjs/common';
import { applicationChanged, documentsFreezeRequested } from '@admissions/contracts/applications';
import type { DataOf } from '@admissions/contracts/message';
import { Follows, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { StoreModule } from '../store/store.module.ts';
import { FollowApplication } from './follow-application.ts';
import { FreezeDocuments } from './freeze-documents.ts';

@Controller()
export class FollowingController {
  constructor(
    private readonly followApplication: FollowApplication,
    private readonly freezeDocuments: FreezeDocuments,
  ) {}

  @Follows(applicationChanged)
  application(data: DataOf<typeof applicationChanged>, event: EventContext): Promise<Followed> {
    return this.followApplication.run(data, event);
  }

  @Follows(documentsFreezeRequested)
  freeze(data: DataOf<typeof documentsFreezeRequested>, event: EventContext): Promise<Followed> {
    return this.freezeDocuments.run(data, event);
  }
}

@Module({
  imports: [StoreModule],
  controllers: [FollowingController],
  providers: [FollowApplication, FreezeDocuments],
})
export class FollowingModule {}
