import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf } from '@admissions/contracts/call';
import type { SessionView, recuseFromFile as recuseCall } from '@admissions/contracts/juries';
import type { CallContext } from '@admissions/messaging/handlers';
import { recuseFromFile } from '../domain/deliberating.ts';
import { ChangeSession } from './change-session.ts';

/** A member declares a conflict of interest on one file. */
@Injectable()
export class RecuseMember {
  constructor(
    private readonly session: ChangeSession,
    private readonly clock: Clock,
  ) {}

  run(input: InputOf<typeof recuseCall>, call: CallContext): Promise<SessionView> {
    const { sessionId, applicationId, reason } = input;
    return this.session.run(sessionId, ['jury:decide'], call, (session) =>
      recuseFromFile(session, applicationId, { memberId: call.subject.id, reason }, this.clock.now()),
    );
  }
}
