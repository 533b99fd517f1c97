import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf } from '@admissions/contracts/call';
import type { SessionView, recordDecision } from '@admissions/contracts/juries';
import type { CallContext } from '@admissions/messaging/handlers';
import { decide } from '../domain/deliberating.ts';
import { ChangeSession } from './change-session.ts';

/** Writes down what the session decides on one file. */
@Injectable()
export class RecordDecision {
  constructor(
    private readonly session: ChangeSession,
    private readonly clock: Clock,
  ) {}

  run(input: InputOf<typeof recordDecision>, call: CallContext): Promise<SessionView> {
    const { sessionId, applicationId, outcome, grounds, conditionalOn } = input;
    const decision = {
      outcome,
      grounds,
      by: call.subject.id,
      ...(conditionalOn === undefined ? {} : { conditionalOn }),
    };
    return this.session.run(sessionId, ['jury:decide'], call, (session) =>
      decide(session, applicationId, decision, this.clock.now()),
    );
  }
}
