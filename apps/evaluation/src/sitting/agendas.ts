import { Injectable } from '@nestjs/common';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import { occupies, type JurySession } from '../domain/jury-session.ts';
import { SessionStore } from '../store/session.store.ts';
import { inGroups } from './in-groups.ts';

/** An application and, where it matters, the revision of the claim on it. */
export interface Claimed {
  readonly applicationId: string;
  readonly revision?: number;
}

/** On whose agenda an application is: one session at a time, and none after a final decision. A claim for each application. */
@Injectable()
export class Agendas {
  constructor(
    private readonly store: Store,
    private readonly sessions: SessionStore,
    private readonly log: Log,
  ) {}

  /** Takes an application for a session; false when another session has it. */
  async take(applicationId: string, sessionId: string, act: Act): Promise<boolean> {
    const stillHolds = async (holder: string) => {
      const session = (await this.sessions.streams.load(holder))?.state;
      return session !== undefined && occupies(session, applicationId);
    };
    return (await this.store.claims.take(textOf(applicationId), sessionId, act, stillHolds)).held;
  }

  /**
   * Gives back the claim of a session that will not have the application again: it is over, or the application never comes back. Of a
   * session whose agenda may be set at this moment, only the claim of the `revision` that was seen before the session was read.
   */
  async release(applicationId: string, sessionId: string, act: Act, revision?: number): Promise<void> {
    await this.store.claims.release(textOf(applicationId), sessionId, act, revision);
  }

  /** {@link release} for many; a failure is only told, as whoever needs an application takes over a claim that no agenda shows. */
  async letGo(claims: readonly Claimed[], sessionId: string, act: Act): Promise<void> {
    try {
      await inGroups(claims, ({ applicationId, revision }) =>
        this.release(applicationId, sessionId, act, revision),
      );
    } catch (error) {
      this.log.warn({ err: error, sessionId }, 'claims on applications were not given back');
    }
  }

  /** Which revision of the claim on an application is the session's; undefined when it is not the session's. */
  async seen(applicationId: string, sessionId: string): Promise<number | undefined> {
    const claim = await this.store.claims.seen(textOf(applicationId));
    return claim?.holder === sessionId ? claim.revision : undefined;
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
