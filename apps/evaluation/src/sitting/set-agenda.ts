import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf } from '@admissions/contracts/call';
import type { SessionView, setAgenda as setAgendaCall } from '@admissions/contracts/juries';
import { ProblemError, refuse } from '@admissions/contracts/problem';
import type { CallContext } from '@admissions/messaging/handlers';
import { maySit } from '../domain/access.ts';
import { setAgenda } from '../domain/convening.ts';
import { otherwise, sessionPermits, type JuryFile, type JurySession } from '../domain/jury-session.ts';
import { sessionView } from '../domain/views.ts';
import { SessionStore } from '../store/session.store.ts';
import { Agendas, type Claimed } from './agendas.ts';
import { Candidacies } from './candidacies.ts';
import { inGroups } from './in-groups.ts';

/** How often the session may change while its agenda is collected before the caller is told to come again. */
const mostTries = 5;

/**
 * Sets the agenda: each application is taken for this session first (a claim, so that two sessions never decide on one), and its
 * material is collected after that; a candidate who leaves meanwhile finds the claim and is taken out of the session.
 *
 * The agenda is saved on the revision of the session that was read before the claims were taken, and otherwise collected again. So
 * whoever drops a file from the agenda at the same time either sees it there, or gives back a claim that is taken anew here. After a
 * refusal nothing is given back, as another call may rely on the same claims; those that no agenda shows are taken over in a minute.
 */
@Injectable()
export class SetAgenda {
  constructor(
    private readonly sessions: SessionStore,
    private readonly agendas: Agendas,
    private readonly candidacies: Candidacies,
    private readonly clock: Clock,
  ) {}

  async run(input: InputOf<typeof setAgendaCall>, call: CallContext): Promise<SessionView> {
    for (let tries = 0; tries < mostTries; tries++) {
      const state = await this.#try(input, call);
      if (state) return sessionView(state, call.subject.id);
    }
    throw new ProblemError('busy', undefined, { retryAfter: 1 });
  }

  /** Undefined when the session changed meanwhile. */
  async #try(
    { sessionId, applicationIds }: InputOf<typeof setAgendaCall>,
    call: CallContext,
  ): Promise<JurySession | undefined> {
    const loaded = await this.sessions.streams.load(sessionId);
    if (!loaded || !maySit(call.subject, 'jury:plan', loaded.state)) throw new ProblemError('not-found');
    const wanted = [...new Set(applicationIds)];
    const going = await this.#claimsOf(
      loaded.state,
      loaded.state.files.filter(({ applicationId }) => !wanted.includes(applicationId)),
    );
    const collected = await this.#collect(loaded.state, wanted, call);
    let isStale = false;
    const changing = this.sessions.streams.change(
      sessionId,
      call.act(),
      (current) => {
        if (!current || !maySit(call.subject, 'jury:plan', current.state)) return refuse('not-found');
        isStale = current.revision !== loaded.revision;
        if (isStale) return refuse('busy');
        if ('problem' in collected) return { refused: collected.problem };
        const { candidacies, titles } = collected;
        return setAgenda(current.state, candidacies, titles, this.clock.now());
      },
      { deadline: call.deadline },
    );
    const changed = await changing.catch((error: unknown) => {
      if (isStale && error instanceof ProblemError && error.code === 'busy') return undefined;
      throw error;
    });
    // The agenda of a repeat may have been set anew since.
    if (changed && !changed.repeated) await this.agendas.letGo(going, sessionId, call.act());
    return changed?.state;
  }

  /** The claims of the session on these files, as they are now. */
  #claimsOf(session: JurySession, files: readonly JuryFile[]): Promise<Claimed[]> {
    return inGroups(files, async ({ applicationId }) => {
      // Without a claim there is nothing to give back: no claim has this revision.
      const revision = (await this.agendas.seen(applicationId, session.id)) ?? 0;
      return { applicationId, revision };
    });
  }

  /** What the agenda is made of; a refusal is told inside the change, so that a repeat still gets its stored answer. */
  async #collect(session: JurySession, applicationIds: readonly string[], call: CallContext) {
    try {
      // Before anything is claimed for it: only applications of this programme that may come before its jury are.
      if (!sessionPermits('set-agenda', session)) throw new ProblemError(otherwise(session));
      await inGroups(applicationIds, (applicationId) => this.candidacies.of(applicationId, session));
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
    if (!(await this.agendas.take(applicationId, session.id, call.act())))
      throw new ProblemError('wrong-state', 'another session has this application', {
        data: { applicationId },
      });
    return this.candidacies.of(applicationId, session);
  }
}
