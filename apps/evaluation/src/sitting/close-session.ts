import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { SessionView } from '@admissions/contracts/juries';
import type { CallContext } from '@admissions/messaging/handlers';
import { close } from '../domain/deliberating.ts';
import { ChangeSession } from './change-session.ts';

/** The chair closes and signs; the decisions are sealed when the cohort has answered (R10, R35). */
@Injectable()
export class CloseSession {
  constructor(
    private readonly session: ChangeSession,
    private readonly clock: Clock,
  ) {}

  run({ sessionId }: { sessionId: string }, call: CallContext): Promise<SessionView> {
    return this.session.run(sessionId, ['jury:close'], call, (session) =>
      close(session, call.subject.id, this.clock.now()),
    );
  }
}
