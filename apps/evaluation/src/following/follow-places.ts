import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { placesAnswered } from '@admissions/contracts/offers';
import type { DataOf } from '@admissions/contracts/message';
import { ProblemError, refuse } from '@admissions/contracts/problem';
import type { EventContext, Followed } from '@admissions/messaging/handlers';
import type { Act } from '@admissions/store/aggregate';
import { nextNumber } from '@admissions/store/series';
import { Store } from '@admissions/store/store';
import { awaits, seal, sendBack, type Signature } from '../domain/deliberating.ts';
import { juryOf, occupies, type Closing, type JurySession } from '../domain/jury-session.ts';
import { minutesNumber, minutesSeries } from '../domain/minutes-number.ts';
import { Agendas } from '../sitting/agendas.ts';
import { ContactStore } from '../store/contact.store.ts';
import { SessionStore } from '../store/session.store.ts';

/** The cohort has the places, or not: the session is sealed in one revision, or open again (R10, R35). */
@Injectable()
export class FollowPlaces {
  constructor(
    private readonly store: Store,
    private readonly sessions: SessionStore,
    private readonly contacts: ContactStore,
    private readonly agendas: Agendas,
    private readonly clock: Clock,
  ) {}

  async run(data: DataOf<typeof placesAnswered>, event: EventContext): Promise<Followed> {
    const { sessionId, attempt, reserved } = data;
    const act = event.act('follow-places');
    const found = (await this.sessions.streams.load(sessionId))?.state;
    if (!found) throw new ProblemError('not-found', `there is no session ${sessionId}`);
    const signature = reserved && awaits(found, attempt) ? await this.#sign(found, act) : undefined;
    const { state, ignored } = await this.sessions.streams.change(sessionId, act, (current) => {
      if (!current) return refuse('not-found');
      if (!reserved) return sendBack(current.state, data);
      return signature
        ? seal(current.state, attempt, signature, this.clock.now())
        : { ignored: `try ${attempt} was answered already` };
    });
    await this.#letGo(state, act);
    return ignored === undefined ? undefined : { ignored };
  }

  /** The number is taken only now that the session will be sealed, and for a session always the same: the series has no gaps. */
  async #sign(session: Closing, act: Act): Promise<Signature> {
    const { id, closing, chairId } = session;
    const series = minutesSeries(closing.at);
    const cause = { id: `minutes/${id}`, fingerprint: id };
    const number = await nextNumber(this.store, series, { ...act, name: 'number-minutes', cause });
    const people = juryOf(session);
    const names = await Promise.all(people.map(async (id) => (await this.contacts.nameOf(id)) ?? id));
    return {
      number: minutesNumber(series, number),
      signedBy: { id: closing.by, name: names[people.indexOf(chairId)] ?? chairId },
      names: Object.fromEntries(people.map((id, index) => [id, names[index]!])),
    };
  }

  /** Files whose decision was deferred may come before another session. */
  async #letGo(session: JurySession, act: Act): Promise<void> {
    if (session.state !== 'closed') return;
    const deferred = session.files.filter(({ applicationId }) => !occupies(session, applicationId));
    const claims = deferred.map(({ applicationId }) => ({ applicationId }));
    await this.agendas.letGo(claims, session.id, act);
  }
}
