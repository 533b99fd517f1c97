import { Injectable } from '@nestjs/common';
import type { Grant } from '@admissions/contracts/roles';
import type { Act, Aggregate, Changed, Loaded, Outcome, Page, Summary } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import { holds, isAdministrator, isStaffAccount, type Account, type Decision } from '../domain/account.ts';

const accountAggregate: Aggregate<Account> = {
  name: 'account',
  summary: (account) => ({
    email: account.email,
    name: account.name,
    status: account.status,
    isStaff: isStaffAccount(account),
    isAdministrator: isAdministrator(account),
    grants: JSON.stringify(account.grants),
  }),
  indexes: ['isStaff', 'isAdministrator'],
};

/** The accounts, and who holds which address. */
@Injectable()
export class AccountStore {
  readonly #streams;
  constructor(private readonly store: Store) {
    this.#streams = store.streams(accountAggregate);
  }

  load(id: string): Promise<Loaded<Account> | undefined> {
    return this.#streams.load(id);
  }

  /** The account that holds the address. */
  async byEmail(email: string): Promise<Loaded<Account> | undefined> {
    const holder = await this.store.claims.holderOf(claimOf(email));
    // Without a holder a stream that is not there is looked for, so that a stranger's address takes as long.
    const account = await this.#streams.load(holder ?? 'account-nobody');
    return holds(account?.state, email) ? account : undefined;
  }

  change(
    id: string,
    act: Act,
    decide: (current: Loaded<Account> | undefined) => Decision,
  ): Promise<Changed<Account>> {
    return this.#streams.change(id, act, (current) => decide(current) as Outcome<Account>);
  }

  /** Takes the address for an account; answers whose it is. */
  async claim(email: string, accountId: string, act: Act): Promise<string> {
    const stillHolds = async (holder: string) => holds((await this.#streams.load(holder))?.state, email);
    const taken = await this.store.claims.take(claimOf(email), accountId, act, stillHolds);
    return taken.held ? accountId : taken.holder;
  }

  async unclaim(email: string, accountId: string, act: Act): Promise<void> {
    await this.store.claims.release(claimOf(email), accountId, act);
  }

  /** Staff by address; a page shows what the narrow copies know, which may be a moment behind. */
  listStaff(query: { limit: number; cursor?: string | undefined }): Promise<Page> {
    const { limit, cursor } = query;
    return this.#streams.list({
      where: { isStaff: true },
      orderBy: 'email',
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
  }

  async administratorIds(): Promise<string[]> {
    const { items } = await this.#streams.list({
      where: { isAdministrator: true },
      orderBy: 'email',
      limit: 200,
    });
    return items.map(({ id }) => id);
  }
}

function claimOf(email: string): string {
  return `email/${email}`;
}

/** The grants of a row of the list. */
export function grantsOf(row: Summary): Grant[] {
  return JSON.parse(String(row['grants'])) as Grant[];
}
