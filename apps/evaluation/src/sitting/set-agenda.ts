import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf } from '@admissions/contracts/call';
import type { SessionView, setAgenda as setAgendaCall } from '@admissions/contracts/evaluation';
import { ProblemError, refuse } from '@admissions/contracts/problem';
import type { CallContext } from '@admissions/messaging/handlers';
import { Log } from '@admissions/runtime/log';
import { maySit } from '../domain/access.ts';
import { setAgenda } from '../domain/convening.ts';
import { fileOf, otherwise, sessionPermits, type JurySession } from '../domain/jury-session.ts';
import { sessionView } from '../domain/views.ts';
import { SessionStore } from '../store/session.store.ts';
import { Agendas } from './agendas.ts';
import { Candidacies } from './candidacies.ts';

/** How many applications are looked at together. */
const together = 8;

/**
 * Sets the agenda: each application is taken for this session first (a claim, so that two sessions never decide on one), and its
 * material is collected after that; a candidate who leaves meanwhile finds the claim and is taken out of the session.
 */
@Injectable()
export class SetAgenda {
  constructor(
    private readonly sessions: SessionStore,
    private readonly agendas: Agendas,
    private readonly candidacies: Candidacies,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(
    { sessionId, applicationIds }: InputOf<typeof setAgendaCall>,
    call: CallContext,
  ): Promise<SessionView> {
    const session = await this.sessions.reach(sessionId, call.subject, 'jury:plan');
    const wanted = [...new Set(applicationIds)];
    const collected = await this.#collect(session, wanted, call);
    const { state } = await this.sessions.streams
      .change(
        sessionId,
        call.act(),
        (current) => {
          if (!current || !maySit(call.subject, 'jury:plan', current.state)) return refuse('not-found');
          if ('problem' in collected) return { refused: collected.problem };
          const { candidacies, titles } = collected;
          return setAgenda(current.state, candidacies, titles, this.clock.now());
        },
        { deadline: call.deadline },
      )
      .catch(async (error: unknown) => {
        await this.#letGo(sessionId, wanted, call);
        throw error;
      });
    await this.#letGo(
      sessionId,
      session.files.map(({ applicationId }) => applicationId),
      call,
    );
    return sessionView(state, call.subject.id);
  }

  /** What the agenda is made of; a refusal is told inside the change, so that a repeat still gets its stored answer. */
  async #collect(session: JurySession, applicationIds: readonly string[], call: CallContext) {
    try {
      // Before anything is claimed for it.
      if (!sessionPermits('set-agenda', session)) throw new ProblemError(otherwise(session));
      const collected = await inGroups(applicationIds, (applicationId) =>
        this.#take(applicationId, session, call),
      );
      const access = collected[0]?.access;
      return {
        candidacies: collected.map(({ candidacy }) => candidacy),
        titles: { programmeTitle: access?.programmeTitle, intakeLabel: access?.intakeLabel },
      };
    } catch (error) {
      if (error instanceof ProblemError && error.status < 500) return error;
      throw error;
    }
  }

  async #take(applicationId: string, session: JurySession, call: CallContext) {
    // Looked at before the claim, which is for applications of this programme only, and again after it.
    await this.candidacies.of(applicationId, session);
    if (!(await this.agendas.take(applicationId, session.id, call.act())))
      throw new ProblemError('wrong-state', 'another session has this application', {
        data: { applicationId },
      });
    return this.candidacies.of(applicationId, session);
  }

  /** Gives back the claims on applications that are not on the agenda. */
  async #letGo(sessionId: string, applicationIds: readonly string[], call: CallContext): Promise<void> {
    try {
      const now = (await this.sessions.streams.load(sessionId))?.state;
      const gone = applicationIds.filter((applicationId) => !now || !fileOf(now, applicationId));
      await inGroups(gone, (applicationId) => this.agendas.release(applicationId, sessionId, call.act()));
    } catch (error) {
      // A claim that no agenda shows is taken over by whoever needs it.
      this.log.warn({ err: error, sessionId }, 'claims on applications were not given back');
    }
  }
}

async function inGroups<In, Out>(items: readonly In[], act: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  for (let start = 0; start < items.length; start += together)
    results.push(...(await Promise.all(items.slice(start, start + together).map(act))));
  return results;
}
