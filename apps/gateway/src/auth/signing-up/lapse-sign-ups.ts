import { Injectable } from '@nestjs/common';
import { Log } from '@admissions/runtime/log';
import type { DueDeadline } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import { Interval } from '@nestjs/schedule';
import { lapse } from '../../domain/account.ts';
import { RealTime } from '../../real-time.ts';
import { accountAggregate, AccountStore } from '../account.store.ts';

const everyMs = 5 * 60_000;
const atOnce = 50;
const mostRounds = 20;
const by = 'system:gateway/lapse-sign-ups';

/**
 * Ends sign-ups that nobody confirmed in time, frees their addresses and erases what they said: nobody ever agreed to it being kept.
 * Several processes may meet at one: whatever was done is done again, or found done.
 */
@Injectable()
export class LapseSignUps {
  #running = false;

  constructor(
    private readonly store: Store,
    private readonly accounts: AccountStore,
    private readonly time: RealTime,
    private readonly log: Log,
  ) {}

  @Interval(everyMs)
  async poll(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      await this.run();
    } catch (error) {
      this.log.warn({ err: error }, 'sign-ups that ended could not be read; tried again later');
    } finally {
      this.#running = false;
    }
  }

  /** Answers how many were erased. */
  async run(): Promise<number> {
    let erased = 0;
    for (let round = 0; round < mostRounds; round++) {
      const due = await this.store.due(this.time.now(), atOnce);
      const accounts = due.filter(({ aggregate }) => aggregate === accountAggregate.name);
      for (const deadline of accounts) if (await this.#end(deadline)) erased++;
      if (due.length < atOnce) break;
    }
    return erased;
  }

  async #end({ id, at }: DueDeadline): Promise<boolean> {
    const cause = { id: `due/lapse/${at.toISOString()}`, fingerprint: 'lapse' };
    const act = { name: 'lapse', by, correlationId: `lapse-${id}`, cause };
    try {
      const { state } = await this.accounts.change(id, act, (current) => lapse(current, this.time.now()));
      if (state?.status !== 'lapsed') return false;
      await this.accounts.unclaim(state.email, id, act);
      await this.accounts.erase(id, by);
      return true;
    } catch (error) {
      // The others are not held up by one; it is found again in the next round.
      this.log.warn({ err: error, accountId: id }, 'a sign-up that ended could not be erased');
      return false;
    }
  }
}
