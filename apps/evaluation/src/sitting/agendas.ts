import { Injectable } from '@nestjs/common';
import type { Act } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import { occupies, type JurySession } from '../domain/jury-session.ts';
import { SessionStore } from '../store/session.store.ts';

/** On whose agenda an application is: one session at a time, and none after a final decision. A claim for each application. */
@Injectable()
export class Agendas {
  constructor(
    private readonly store: Store,
    private readonly sessions: SessionStore,
  ) {}

  /** Takes an application for a session; false when another session has it. */
  async take(applicationId: string, sessionId: string, act: Act): Promise<boolean> {
    const stillHolds = async (holder: string) => {
      const session = (await this.sessions.streams.load(holder))?.state;
      return session !== undefined && occupies(session, applicationId);
    };
    return (await this.store.claims.take(textOf(applicationId), sessionId, act, stillHolds)).held;
  }

  async release(applicationId: string, sessionId: string, act: Act): Promise<void> {
    await this.store.claims.release(textOf(applicationId), sessionId, act);
  }

  /** The id of the session that has taken the application, even if it is not on its agenda yet. */
  async holderOf(applicationId: string): Promise<string | undefined> {
    return this.store.claims.holderOf(textOf(applicationId));
  }

  /** The session on whose agenda the application is. */
  async sessionOf(applicationId: string): Promise<JurySession | undefined> {
    const holder = await this.holderOf(applicationId);
    const session = holder === undefined ? undefined : (await this.sessions.streams.load(holder))?.state;
    return session && occupies(session, applicationId) ? session : undefined;
  }
}

const textOf = (applicationId: string): string => `agenda/${applicationId}`;
