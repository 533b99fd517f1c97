import { Injectable } from '@nestjs/common';
import type { juryChanged } from '@admissions/contracts/juries';
import { originOf, type DataOf } from '@admissions/contracts/message';
import { ProblemError } from '@admissions/contracts/problem';
import { RetryLater, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { followAgenda } from '../domain/access.ts';
import { followJury } from '../domain/jury.ts';
import { AccessStore } from '../store/access.store.ts';
import { JuryStore } from '../store/jury.store.ts';

/** Applications that are told at once of the session. */
const atOnce = 8;

/**
 * Keeps who sits in a jury session and what is on its agenda. The copy of the session is the truth; each application only
 * remembers where to look, and never forgets it. So neither a message that comes late nor a kill half-way lets somebody
 * read what left the agenda.
 */
@Injectable()
export class FollowJury {
  constructor(
    private readonly juries: JuryStore,
    private readonly accesses: AccessStore,
  ) {}

  async run(data: DataOf<typeof juryChanged>, event: EventContext): Promise<Followed> {
    const origin = originOf(event.id);
    if (!origin) throw new ProblemError('invalid-input', 'the message id names no revision');
    const { ignored, state } = await this.juries.streams.change(
      data.sessionId,
      event.act('jury'),
      (current) => followJury(current?.state, data, origin.revision),
    );
    // A snapshot that was seen may have been cut off before its files were told; an older one has nothing to tell.
    if (ignored !== undefined && state.seen !== origin.revision) return { ignored };
    let unknown = 0;
    for (let from = 0; from < data.applicationIds.length; from += atOnce) {
      const told = data.applicationIds.slice(from, from + atOnce).map(async (id) => {
        if (!(await this.#tell(id, data.sessionId, event))) unknown++;
      });
      await Promise.all(told);
    }
    // The others are not held up by one that is not known yet.
    if (unknown > 0) throw new RetryLater(`${unknown} applications of the agenda are not known yet`);
  }

  /** False when the application is not known. */
  async #tell(applicationId: string, sessionId: string, event: EventContext): Promise<boolean> {
    const { state } = await this.accesses.streams.change(applicationId, event.act('jury'), (current) =>
      current ? followAgenda(current.state, sessionId) : { ignored: 'not known yet' },
    );
    return state !== undefined;
  }
}
