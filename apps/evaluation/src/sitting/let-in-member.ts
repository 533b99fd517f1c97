import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf } from '@admissions/contracts/call';
import type { SessionView, letInMember } from '@admissions/contracts/juries';
import type { CallContext } from '@admissions/messaging/handlers';
import { letIn } from '../domain/deliberating.ts';
import { ChangeSession } from './change-session.ts';

/** The chair lets in a member who comes after the opening. */
@Injectable()
export class LetInMember {
  constructor(
    private readonly session: ChangeSession,
    private readonly clock: Clock,
  ) {}

  run({ sessionId, memberId }: InputOf<typeof letInMember>, call: CallContext): Promise<SessionView> {
    return this.session.run(sessionId, ['jury:close'], call, (session) =>
      letIn(session, memberId, this.clock.now()),
    );
  }
}
