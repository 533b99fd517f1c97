import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf } from '@admissions/contracts/call';
import type { SessionView, openSession } from '@admissions/contracts/juries';
import type { CallContext } from '@admissions/messaging/handlers';
import { open } from '../domain/deliberating.ts';
import { ChangeSession } from './change-session.ts';

/** The chair opens the session with those present. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly session: ChangeSession,
    private readonly clock: Clock,
  ) {}

  run({ sessionId, present }: InputOf<typeof openSession>, call: CallContext): Promise<SessionView> {
    return this.session.run(sessionId, ['jury:close'], call, (session) =>
      open(session, present, this.clock.now()),
    );
  }
}
