import { Injectable } from '@nestjs/common';
import type { selectionChanged } from '@admissions/contracts/marks';
import type { DataOf } from '@admissions/contracts/message';
import type { EventContext, Followed } from '@admissions/messaging/handlers';
import { enterSelection } from '../domain/jury-decision.ts';
import { keepEvaluators } from '../domain/readership.ts';
import { ReadershipStore } from '../store/readership.store.ts';
import { ChangeApplication } from './change-application.ts';
import { snapshotRevision } from './snapshot-revision.ts';

/** Keeps who marks an application, and moves it on once its interview took place (R30). */
@Injectable()
export class FollowSelection {
  constructor(
    private readonly readerships: ReadershipStore,
    private readonly application: ChangeApplication,
  ) {}

  async run(data: DataOf<typeof selectionChanged>, event: EventContext): Promise<Followed> {
    const { applicationId } = data;
    const act = event.act('follow-selection');
    await this.readerships.streams.change(applicationId, act, (current) =>
      keepEvaluators(current?.state, data, snapshotRevision(event.id)),
    );
    // An interview that took place stays so: an older snapshot that says it is as true as a newer one.
    return this.application.run(applicationId, act, (application) => enterSelection(application, data));
  }
}
