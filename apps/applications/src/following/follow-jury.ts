import { Injectable } from '@nestjs/common';
import type { juryChanged } from '@admissions/contracts/juries';
import type { DataOf } from '@admissions/contracts/message';
import type { EventContext, Followed } from '@admissions/messaging/handlers';
import { keepJury, keepSession } from '../domain/readership.ts';
import { JuryStore, ReadershipStore } from '../store/readership.store.ts';
import { snapshotRevision } from './snapshot-revision.ts';

/** Applications that are told at once of the session. */
const atOnce = 8;

/**
 * Keeps who sits in a jury session and what is on its agenda. The copy of the session is the truth; each application only remembers
 * where to look, so that no late message lets anybody read what left the agenda.
 */
@Injectable()
export class FollowJury {
  constructor(
    private readonly juries: JuryStore,
    private readonly readerships: ReadershipStore,
  ) {}

  async run(data: DataOf<typeof juryChanged>, event: EventContext): Promise<Followed> {
    const revision = snapshotRevision(event.id);
    const { ignored, state } = await this.juries.streams.change(
      data.sessionId,
      event.act('follow-jury'),
      (current) => keepJury(current?.state, data, revision),
    );
    // A snapshot that was kept may have been cut off before its files were told; an older one has nothing to tell.
    if (ignored !== undefined && state.seen !== revision) return { ignored };
    const files = data.applicationIds;
    for (let from = 0; from < files.length; from += atOnce)
      await Promise.all(files.slice(from, from + atOnce).map((id) => this.#tell(id, data.sessionId, event)));
  }

  /** Most of an agenda knows the session already: nothing is recorded for those. */
  async #tell(applicationId: string, sessionId: string, event: EventContext): Promise<void> {
    const known = await this.readerships.streams.load(applicationId);
    if (known?.state.sessionIds.includes(sessionId)) return;
    await this.readerships.streams.change(applicationId, event.act('follow-jury'), (current) =>
      keepSession(current?.state, sessionId),
    );
  }
}
