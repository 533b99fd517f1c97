import { Injectable } from '@nestjs/common';
import type { Act, Aggregate, Outcome } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import { enlist, strike, type Administrators } from '../domain/administrators.ts';

const rosterAggregate: Aggregate<Administrators> = {
  name: 'administrators',
  summary: ({ accountIds }) => ({ count: accountIds.length }),
};
const theOne = 'platform';

/**
 * The list of administrators. It may miss one for a moment (it is written after a role is given and before one is taken), never
 * hold one too many: so the last administrator is always safe.
 */
@Injectable()
export class Roster {
  readonly #streams;
  constructor(store: Store) {
    this.#streams = store.streams(rosterAggregate);
  }

  async add(accountId: string, act: Act): Promise<void> {
    await this.#streams.change(
      theOne,
      act,
      (current) => enlist(current?.state, accountId) as Outcome<Administrators>,
    );
  }

  /** Throws `last-administrator`. */
  async strike(accountId: string, act: Act): Promise<void> {
    await this.#streams.change(
      theOne,
      act,
      (current) => strike(current?.state, accountId) as Outcome<Administrators>,
    );
  }

  async accountIds(): Promise<readonly string[]> {
    return (await this.#streams.load(theOne))?.state.accountIds ?? [];
  }
}
