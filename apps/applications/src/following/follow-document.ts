import { Injectable } from '@nestjs/common';
import type { documentChanged } from '@admissions/contracts/documents';
import type { DataOf } from '@admissions/contracts/message';
import { RetryLater, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { Log } from '@admissions/runtime/log';
import { keepDocument, type Alarm } from '../domain/kept-documents.ts';
import { ApplicationStore } from '../store/application.store.ts';
import { snapshotRevision } from './snapshot-revision.ts';

/** Keeps where each document of an application stands, so that the checklist knows what is there. */
@Injectable()
export class FollowDocument {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly log: Log,
  ) {}

  async run(data: DataOf<typeof documentChanged>, event: EventContext): Promise<Followed> {
    const revision = snapshotRevision(event.id);
    const { answer, ignored } = await this.applications.streams.change<Alarm | null>(
      data.applicationId,
      event.act('follow-document'),
      (current) => {
        if (!current) throw new RetryLater(`application ${data.applicationId} is not known yet`);
        return keepDocument(current.state, data, revision);
      },
    );
    if (answer)
      this.log.error(
        { ...answer, applicationId: data.applicationId },
        'what was confirmed, or found admissible, is not whole any more',
      );
    return ignored === undefined ? undefined : { ignored };
  }
}
