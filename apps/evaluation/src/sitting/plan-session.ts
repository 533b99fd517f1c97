import { Injectable } from '@nestjs/common';
import type { InputOf } from '@admissions/contracts/call';
import type { SessionView, planSession } from '@admissions/contracts/juries';
import { ProblemError, refuse } from '@admissions/contracts/problem';
import { can } from '@admissions/contracts/subject';
import { idFrom } from '@admissions/identity/ids';
import type { CallContext } from '@admissions/messaging/handlers';
import { Settings } from '../config.ts';
import { plan } from '../domain/convening.ts';
import { sessionView } from '../domain/views.ts';
import { SessionStore } from '../store/session.store.ts';

/** Plans a jury session with its chair, members and quorum (R36). */
@Injectable()
export class PlanSession {
  constructor(
    private readonly sessions: SessionStore,
    private readonly settings: Settings,
  ) {}

  async run(input: InputOf<typeof planSession>, call: CallContext): Promise<SessionView> {
    const { programmeId } = input;
    if (!can(call.subject, 'jury:plan', { programmeId })) throw new ProblemError('not-found');
    const id = idFrom('jury', call.commandId);
    const least = this.settings.env.JURY_MIN_MEMBERS;
    const { state } = await this.sessions.streams.change(
      id,
      call.act(),
      (current) => (current ? refuse('wrong-state') : plan({ ...input, id }, least)),
      { deadline: call.deadline },
    );
    return sessionView(state, call.subject.id);
  }
}
