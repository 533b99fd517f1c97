import { Controller, Module } from '@nestjs/common';
import { applicationChanged, documentsFreezeRequested } from '@admissions/contracts/applications';
import { juryChanged } from '@admissions/contracts/juries';
import { selectionChanged } from '@admissions/contracts/marks';
import type { DataOf } from '@admissions/contracts/message';
import { Follows, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { StoreModule } from '../store/store.module.ts';
import { FollowApplication } from './follow-application.ts';
import { FollowJury } from './follow-jury.ts';
import { FollowSelection } from './follow-selection.ts';
import { FreezeDocuments } from './freeze-documents.ts';

@Controller()
export class FollowingController {
  constructor(
    private readonly followApplication: FollowApplication,
    private readonly followSelection: FollowSelection,
    private readonly followJury: FollowJury,
    private readonly freezeDocuments: FreezeDocuments,
  ) {}

  @Follows(applicationChanged)
  application(data: DataOf<typeof applicationChanged>, event: EventContext): Promise<Followed> {
    return this.followApplication.run(data, event);
  }

  @Follows(selectionChanged)
  selection(data: DataOf<typeof selectionChanged>, event: EventContext): Promise<Followed> {
    return this.followSelection.run(data, event);
  }

  @Follows(juryChanged)
  jury(data: DataOf<typeof juryChanged>, event: EventContext): Promise<Followed> {
    return this.followJury.run(data, event);
  }

  @Follows(documentsFreezeRequested)
  freeze(data: DataOf<typeof documentsFreezeRequested>, event: EventContext): Promise<Followed> {
    return this.freezeDocuments.run(data, event);
  }
}

@Module({
  imports: [StoreModule],
  controllers: [FollowingController],
  providers: [FollowApplication, FollowSelection, FollowJury, FreezeDocuments],
})
export class FollowingModule {}
