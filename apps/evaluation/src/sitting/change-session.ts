import { Injectable } from '@nestjs/common';
import type { SessionView } from '@admissions/contracts/juries';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import type { Permission } from '@admissions/contracts/roles';
import type { CallContext } from '@admissions/messaging/handlers';
import { maySit } from '../domain/access.ts';
import type { JurySession } from '../domain/jury-session.ts';
import type { Ignored, Outcome } from '../domain/outcome.ts';
import { sessionView } from '../domain/views.ts';
import { SessionStore } from '../store/session.store.ts';

/** What the acts on a session have in common: who may, the change, and the answer. */
@Injectable()
export class ChangeSession {
  constructor(private readonly sessions: SessionStore) {}

  async run(
    sessionId: string,
    anyOf: readonly [Permission, ...Permission[]],
    call: CallContext,
    decide: (session: JurySession) => Outcome<JurySession> | Refusal | Ignored,
  ): Promise<SessionView> {
    const { state } = await this.sessions.streams.change(
      sessionId,
      call.act(),
      (current) =>
        current && anyOf.some((permission) => maySit(call.subject, permission, current.state))
          ? decide(current.state)
          : refuse('not-found'),
      { deadline: call.deadline },
    );
    return sessionView(state, call.subject.id);
  }
}
