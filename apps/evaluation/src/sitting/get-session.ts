import { Injectable } from '@nestjs/common';
import type { SessionView } from '@admissions/contracts/juries';
import type { Subject } from '@admissions/contracts/subject';
import { sessionView } from '../domain/views.ts';
import { SessionStore } from '../store/session.store.ts';

/** One jury session, for its members and the officers of its programme. */
@Injectable()
export class GetSession {
  constructor(private readonly sessions: SessionStore) {}

  async run(sessionId: string, subject: Subject): Promise<SessionView> {
    return sessionView(await this.sessions.reach(sessionId, subject, 'jury:read'), subject.id);
  }
}
