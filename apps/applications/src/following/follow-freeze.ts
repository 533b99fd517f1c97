import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { documentsFrozen } from '@admissions/contracts/documents';
import type { DataOf } from '@admissions/contracts/message';
import { canonical } from '@admissions/identity/ids';
import { RetryLater, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { Log } from '@admissions/runtime/log';
import { takeFreeze } from '../domain/freezing.ts';
import { sha256 } from '../sha256.ts';
import { ApplicationStore } from '../store/application.store.ts';

/** The documents stand still: the fee is asked for, or the application is a draft again (R16, R17). */
@Injectable()
export class FollowFreeze {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(answer: DataOf<typeof documentsFrozen>, event: EventContext): Promise<Followed> {
    const { applicationId } = answer;
    const { state, ignored } = await this.applications.streams.change(
      applicationId,
      event.act('follow-freeze'),
      (current) => {
        if (!current) throw new RetryLater(`application ${applicationId} is not known yet`);
        return takeFreeze(current.state, answer, (data) => sha256(canonical(data)), this.clock.now());
      },
    );
    if (ignored !== undefined) return { ignored };
    if (state.state === 'draft')
      this.log.info({ applicationId }, 'a piece was taken out as it was confirmed: a draft again');
  }
}
