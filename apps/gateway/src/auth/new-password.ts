import { Injectable } from '@nestjs/common';
import type { Changed } from '@admissions/store/aggregate';
import type { Account, Decision } from '../domain/account.ts';
import type { Ask } from '../http/asked.ts';
import { AccountStore } from './account.store.ts';
import { Limits } from './limits.ts';
import { Links } from './links.ts';
import { checkPassword } from './password-policy.ts';
import { Passwords } from './passwords.ts';
import { throwIf } from './refused.ts';
import { Secrets } from './secrets.ts';

type Current = { readonly id: string; readonly state: Account } | undefined;

/** Sets a password by a mailed link; what a reset and an invitation have in common. */
@Injectable()
export class NewPassword {
  constructor(
    private readonly accounts: AccountStore,
    private readonly links: Links,
    private readonly passwords: Passwords,
    private readonly secrets: Secrets,
    private readonly limits: Limits,
  ) {}

  async run(
    name: string,
    { token, password }: { token: string; password: string },
    ask: Ask,
    decide: (current: Current, set: { hash: string; passwordHash: string }) => Decision,
  ): Promise<Changed<Account>> {
    const { accountId, hash, act } = await this.links.use(name, token, ask, {
      password: this.secrets.trace(password),
    });
    const about = (await this.accounts.load(accountId))?.state ?? { email: '', name: '' };
    // A weak password must not use the link up.
    throwIf(checkPassword(password, about));
    const passwordHash = await this.passwords.hash(password);
    const changed = await this.accounts.change(accountId, act, (current) =>
      decide(current, { hash, passwordHash }),
    );
    await this.limits.recognised(changed.state.email, ask.source);
    return changed;
  }
}
