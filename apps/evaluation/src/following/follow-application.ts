import { Injectable } from '@nestjs/common';
import type { applicationChanged } from '@admissions/contracts/applications';
import type { DataOf } from '@admissions/contracts/message';
import type { EventContext, Followed } from '@admissions/messaging/handlers';
import { endingOf, keepAccess } from '../domain/access.ts';
import { AccessStore } from '../store/access.store.ts';
import { EndSelection } from './end-selection.ts';
import { snapshotRevision } from './snapshot-revision.ts';

/** Keeps the access copy; an application that was taken out ends its selection. */
@Injectable()
export class FollowApplication {
  constructor(
    private readonly accesses: AccessStore,
    private readonly ending: EndSelection,
  ) {}

  async run(data: DataOf<typeof applicationChanged>, event: EventContext): Promise<Followed> {
    const { applicationId } = data;
    const revision = snapshotRevision(event.id);
    const act = event.act('follow-application');
    const { state, ignored } = await this.accesses.streams.change(applicationId, act, (current) =>
      keepAccess(current?.state, data, revision),
    );
    const why = endingOf(state);
    if (why) await this.ending.run(applicationId, why, act);
    return ignored === undefined ? undefined : { ignored };
  }
}
