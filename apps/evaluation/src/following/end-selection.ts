import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { Act } from '@admissions/store/aggregate';
import { leave } from '../domain/convening.ts';
import { end } from '../domain/interview.ts';
import type { Selection } from '../domain/selection.ts';
import { GiveBackSlots } from '../scheduling/give-back-slots.ts';
import { Agendas } from '../sitting/agendas.ts';
import { SelectionStore } from '../store/selection.store.ts';
import { SessionStore } from '../store/session.store.ts';
import { step } from '../store/steps.ts';

/** The candidate left or the school took the application out: the interview is cancelled and the file leaves its agenda. */
@Injectable()
export class EndSelection {
  constructor(
    private readonly selections: SelectionStore,
    private readonly sessions: SessionStore,
    private readonly agendas: Agendas,
    private readonly givingBack: GiveBackSlots,
    private readonly clock: Clock,
  ) {}

  /** Gives why it changed nothing; every step may be taken again. */
  async run(
    applicationId: string,
    why: NonNullable<Selection['ended']>['why'],
    act: Act,
  ): Promise<string | undefined> {
    const { state, ignored } = await this.selections.streams.change(applicationId, act, (current) =>
      current ? end(current.state, why, this.clock.now()) : { ignored: 'there is no selection' },
    );
    // Also when it had ended: a crash may have come between the steps.
    if (!state) return ignored;
    await this.givingBack.run(state, act);
    await this.#leaveAgenda(applicationId, act);
    return ignored;
  }

  /** Whoever puts the application on an agenda at this moment has claimed it before: the claim says where it will be. */
  async #leaveAgenda(applicationId: string, act: Act): Promise<void> {
    const sessionId = await this.agendas.holderOf(applicationId);
    if (sessionId === undefined) return;
    await this.sessions.streams.change(sessionId, step(act, applicationId), (current) =>
      current ? leave(current.state, applicationId) : { ignored: 'there is no such session' },
    );
    if ((await this.agendas.sessionOf(applicationId)) === undefined)
      await this.agendas.release(applicationId, sessionId, act);
  }
}
