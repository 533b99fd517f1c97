import { Injectable } from '@nestjs/common';
import { Log } from '@admissions/runtime/log';
import { Interval } from '@nestjs/schedule';
import { SessionStore } from './session.store.ts';

const everyMs = 30 * 60_000;

/** Forgets sessions that have ended. */
@Injectable()
export class SweepSessions {
  constructor(
    private readonly sessions: SessionStore,
    private readonly log: Log,
  ) {}

  @Interval(everyMs)
  async run(): Promise<void> {
    try {
      const forgotten = await this.sessions.sweep();
      if (forgotten > 0) this.log.info({ forgotten }, 'ended sessions were forgotten');
    } catch (error) {
      this.log.warn({ err: error }, 'ended sessions could not be forgotten; tried again later');
    }
  }
}
