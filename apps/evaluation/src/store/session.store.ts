import { Injectable } from '@nestjs/common';
import { ProblemError } from '@admissions/contracts/problem';
import type { Permission } from '@admissions/contracts/roles';
import type { Subject } from '@admissions/contracts/subject';
import type { Aggregate } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import { maySit } from '../domain/access.ts';
import { askAgainAt } from '../domain/deliberating.ts';
import { juryOf, type JurySession } from '../domain/jury-session.ts';
import { memberField } from './member-field.ts';

export const juryAggregate: Aggregate<JurySession> = {
  name: 'jury-session',
  summary: ({ programmeId, intakeId, scheduledAt, state, ...session }) => ({
    programmeId,
    intakeId,
    scheduledAt,
    state,
    ...Object.fromEntries(juryOf(session).map((member) => [memberField(member), true])),
  }),
  due: (session) => {
    const at = askAgainAt(session);
    return at === undefined ? [] : [{ name: 'ask-again', at }];
  },
  indexes: ['programmeId'],
};

/** Jury sessions; all decisions of one lie in its state. */
@Injectable()
export class SessionStore {
  readonly streams: StreamStore<JurySession>;

  constructor(store: Store) {
    this.streams = store.streams(juryAggregate);
  }

  /** A session. Throws ProblemError `not-found` when there is none, or when it is not the subject's to act on so. */
  async reach(sessionId: string, subject: Subject, permission: Permission): Promise<JurySession> {
    const loaded = await this.streams.load(sessionId);
    if (!loaded || !maySit(subject, permission, loaded.state)) throw new ProblemError('not-found');
    return loaded.state;
  }
}
