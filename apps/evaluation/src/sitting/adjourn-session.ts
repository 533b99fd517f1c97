import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf } from '@admissions/contracts/call';
import type { SessionView, adjournSession } from '@admissions/contracts/juries';
import type { CallContext } from '@admissions/messaging/handlers';
import { adjourn } from '../domain/convening.ts';
import { Agendas } from './agendas.ts';
import { ChangeSession } from './change-session.ts';

/** An officer of the programme or the chair ends a session that cannot go on; its files are free for another. */
@Injectable()
export class AdjournSession {
  constructor(
    private readonly session: ChangeSession,
    private readonly agendas: Agendas,
    private readonly clock: Clock,
  ) {}

  async run({ sessionId, reason }: InputOf<typeof adjournSession>, call: CallContext): Promise<SessionView> {
    const view = await this.session.run(sessionId, ['jury:plan', 'jury:close'], call, (session) =>
      adjourn(session, { by: call.subject.id, reason }, this.clock.now()),
    );
    const files = view.files.map(({ applicationId }) => ({ applicationId }));
    await this.agendas.letGo(files, sessionId, call.act());
    return view;
  }
}
