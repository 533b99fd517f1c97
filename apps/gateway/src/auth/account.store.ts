import { Injectable } from '@nestjs/common';
import type { Grant } from '@admissions/contracts/roles';
import type { Act, Aggregate, Changed, Loaded, Outcome, Page } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import { RealTime } from '../real-time.ts';
import {
  holds,
  isAdministrator,
  isStaffAccount,
  lapsesAt,
  yieldAddress,
  type Account,
  type Decision,
} from '../domain/account.ts';
import { Secrets } from './secrets.ts';

/** How often somebody may sign up with an address in the moment in which another takes it. */
const mostYields = 3;

export const accountAggregate: Aggregate<Account> = {
  name: 'account',
  // In real time, as links are; this service has no deadline in business time.
  due: (account) => {
    const at = lapsesAt(account);
    return at ? [{ name: 'lapse', at }] : [];
  },
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
  constructor(
    private readonly store: Store,
    private readonly secrets: Secrets,
    private readonly time: RealTime,
  ) {
    this.#streams = store.streams(accountAggregate);
  }

  load(id: string): Promise<Loaded<Account> | undefined> {
    return this.#streams.load(id);
  }

  /** The account that holds the address. */
  async byEmail(email: string): Promise<Loaded<Account> | undefined> {
    const holder = await this.store.claims.holderOf(this.#claimOf(email));
    // Without a holder a stream that is not there is looked for, so that a stranger's address takes as long.
    const account = await this.#streams.load(holder ?? 'account-nobody');
    return this.#holds(account, email) ? account : undefined;
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
    const stillHolds = async (holder: string) => this.#holds(await this.#streams.load(holder), email);
    const taken = await this.store.claims.take(this.#claimOf(email), accountId, act, stillHolds);
    return taken.held ? accountId : taken.holder;
  }

  /** Takes the address for an account whose owner has proven it: a sign-up that nobody confirmed gives it up. Answers whose it is. */
  async claimProven(email: string, accountId: string, act: Act): Promise<string> {
    let holder = await this.claim(email, accountId, act);
    for (let yields = 0; holder !== accountId && yields < mostYields; yields++) {
      const yielding = { ...act, name: 'yield-address' };
      const { state, id } = await this.change(holder, yielding, (current) => yieldAddress(current, email));
      // A holder without a state is about to write it, and its claim must not be taken from under it.
      if ((state as Account | undefined) === undefined || this.#holds({ state }, email)) return id;
      await this.unclaim(email, holder, act);
      holder = await this.claim(email, accountId, act);
    }
    return holder;
  }

  async unclaim(email: string, accountId: string, act: Act): Promise<void> {
    await this.store.claims.release(this.#claimOf(email), accountId, act);
  }

  /** Ends an account for ever and takes what it says of somebody out of its history. */
  async erase(id: string, by: string): Promise<void> {
    await this.#streams.erase(id, by);
  }

  /**
   * Claims the address of every account under the key of today, unless that was done: another key, and nobody would find their account.
   * Answers how many were claimed.
   */
  async claimAll(act: Act): Promise<number> {
    const done = `addresses/${this.secrets.digest('all are claimed under this key')}`;
    if ((await this.store.claims.holderOf(done)) !== undefined) return 0;
    let claimed = 0;
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await this.#streams.list({ orderBy: 'email', limit: 200, ...(cursor ? { cursor } : {}) });
      for (const { id } of page.items) if (await this.#claimAgain(id, act)) claimed++;
      cursor = page.next;
    }
    await this.store.claims.take(done, 'gateway', act);
    return claimed;
  }

  async #claimAgain(id: string, act: Act): Promise<boolean> {
    const account = await this.#streams.load(id);
    if (!account || !this.#holds(account, account.state.email)) return false;
    return (await this.claim(account.state.email, id, act)) === id;
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

  /** All staff: as many as administrators invited one by one. */
  async allStaff(): Promise<StaffRow[]> {
    const rows: StaffRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.listStaff({ limit: 200, cursor });
      rows.push(...page.items.map(staffRowOf));
      cursor = page.next;
    } while (cursor !== undefined);
    return rows;
  }

  async administratorIds(): Promise<string[]> {
    const { items } = await this.#streams.list({
      where: { isAdministrator: true },
      orderBy: 'email',
      limit: 200,
    });
    return items.map(({ id }) => id);
  }

  #holds(account: { state: Account } | undefined, email: string): boolean {
    return holds(account?.state, email, this.time.now());
  }

  /** A claim is kept for ever, also when the account is erased: its text must not say whose it was. */
  #claimOf(email: string): string {
    return `email/${this.secrets.digest(email)}`;
  }
}

/** A member of staff as the list knows it. */
export interface StaffRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly status: string;
  readonly grants: readonly Grant[];
}

export function staffRowOf(row: Page['items'][number]): StaffRow {
  return {
    id: row.id,
    email: String(row['email']),
    name: String(row['name']),
    status: String(row['status']),
    grants: JSON.parse(String(row['grants'])) as Grant[],
  };
}
