import { readFile } from 'node:fs/promises';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { emailAddress, personName } from '@admissions/contracts/http/accounts';
import { grant, type Grant } from '@admissions/contracts/roles';
import { commandIdOf, fingerprintOf, idFrom } from '@admissions/identity/ids';
import { Log } from '@admissions/runtime/log';
import type { Act, Loaded } from '@admissions/store/aggregate';
import { z } from 'zod';
import { Settings } from '../config.ts';
import { inviteStaff, isAdministrator, keepLocalAccount, type Account } from '../domain/account.ts';
import { RealTime } from '../real-time.ts';
import { AccountStore } from './account.store.ts';
import { Passwords } from './passwords.ts';
import { Roster } from './roster.ts';
import { Secrets } from './secrets.ts';

const localAccounts = z.array(
  z.object({
    email: emailAddress,
    name: personName,
    password: z.string().min(8),
    roles: z.array(grant).min(1),
  }),
);
type LocalAccount = z.infer<typeof localAccounts>[number];

/** What must be true of accounts before people come: the local ones exist, and somebody can administer. Safe to repeat, in several processes too. */
@Injectable()
export class PrepareAccounts implements OnApplicationBootstrap {
  constructor(
    private readonly settings: Settings,
    private readonly accounts: AccountStore,
    private readonly roster: Roster,
    private readonly passwords: Passwords,
    private readonly secrets: Secrets,
    private readonly time: RealTime,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { LOCAL_ACCOUNTS_FILE, FIRST_ADMINISTRATOR_EMAIL } = this.settings.env;
    await this.#claimAddresses();
    if (LOCAL_ACCOUNTS_FILE !== undefined) await this.#loadLocal(LOCAL_ACCOUNTS_FILE);
    await this.#mendRoster();
    if (FIRST_ADMINISTRATOR_EMAIL !== undefined) await this.#inviteFirst(FIRST_ADMINISTRATOR_EMAIL);
  }

  /** Once for each key: after MESSAGE_SEAL_KEY was replaced, addresses are found under the new one. */
  async #claimAddresses(): Promise<void> {
    const claimed = await this.accounts.claimAll(this.#act('claim-addresses', 'all', undefined, {}));
    if (claimed > 0) this.log.info({ accounts: claimed }, 'addresses are claimed under another key');
  }

  async #loadLocal(file: string): Promise<void> {
    const parsed = localAccounts.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (!parsed.success)
      throw new Error(`${file} is not a list of accounts: ${z.prettifyError(parsed.error)}`);
    for (const account of parsed.data) await this.#keepLocal(account);
    this.log.info({ accounts: parsed.data.length }, 'local accounts are there');
  }

  async #keepLocal({ email, name, password, roles }: LocalAccount): Promise<void> {
    const current = await this.accounts.byEmail(email);
    if (current && (await this.#isAsWanted(current, name, password, roles))) return;
    const act = this.#act('keep-local-account', email, current, {
      name,
      roles,
      password: this.secrets.trace(password),
    });
    const id = await this.accounts.claim(email, idFrom('account', `local/${email}`), act);
    const wanted = { email, name, grants: roles, passwordHash: await this.passwords.hash(password) };
    const kept = await this.accounts.change(id, act, (account) =>
      keepLocalAccount(account, id, wanted, this.time.now()),
    );
    if (isAdministrator(kept.state)) await this.roster.add(id, act);
  }

  async #isAsWanted(
    { state }: Loaded<Account>,
    name: string,
    password: string,
    roles: readonly Grant[],
  ): Promise<boolean> {
    const sameRoles = JSON.stringify(state.grants) === JSON.stringify(roles);
    const isSame = state.status === 'active' && state.name === name && sameRoles;
    return isSame && (await this.passwords.verify(password, state.passwordHash));
  }

  /** A process that ended between giving a role and listing it leaves the list one short. */
  async #mendRoster(): Promise<void> {
    const listed = await this.roster.accountIds();
    for (const id of await this.accounts.administratorIds()) {
      const account = await this.accounts.load(id);
      if (listed.includes(id) || !isAdministrator(account?.state)) continue;
      await this.roster.add(id, this.#act('mend-roster', id, account, {}));
    }
  }

  async #inviteFirst(email: string): Promise<void> {
    if ((await this.roster.accountIds()).length > 0) return;
    const current = await this.accounts.byEmail(email);
    const isWaiting = current?.state.links.some(
      ({ purpose, expiresAt }) => purpose === 'accept-invitation' && new Date(expiresAt) > this.time.now(),
    );
    if (isWaiting) return;
    if (current?.state.status === 'active') {
      this.log.warn(
        {},
        'FIRST_ADMINISTRATOR_EMAIL belongs to an account that is no administrator: name another address',
      );
      return;
    }
    const act = this.#act('invite-first-administrator', email, current, {});
    const id = await this.accounts.claim(email, idFrom('account', `first-administrator/${email}`), act);
    const link = this.secrets.newLink('accept-invitation', id);
    const grants: Grant[] = [{ role: 'administrator', programmes: [] }];
    const invited = { email, name: 'Administrateur', language: 'fr' as const, grants, link };
    await this.accounts.change(id, act, (account) => inviteStaff(account, id, invited, this.time.now()));
    this.log.info({ accountId: id }, 'nobody administers the platform: the first administrator was invited');
  }

  /** Two processes that find the same state do the same act: the second one repeats the first. */
  #act(name: string, whose: string, found: Loaded<Account> | undefined, input: object): Act {
    const cause = commandIdOf('system:gateway/boot', `${name}/${whose}/${found?.revision ?? 0}`);
    return {
      name,
      by: 'system:gateway/boot',
      correlationId: `boot-${cause.slice(0, 16)}`,
      cause: { id: cause, fingerprint: fingerprintOf(name, input) },
    };
  }
}
