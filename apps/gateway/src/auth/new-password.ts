import { Injectable } from '@nestjs/common';
import type { Changed } from '@admissions/store/aggregate';
import { refuse } from '@admissions/contracts/problem';
import { isOpen, type Account, type Decision } from '../domain/account.ts';
import type { Ask } from '../http/asked.ts';
import { RealTime } from '../real-time.ts';
import { AccountStore } from './account.store.ts';
import { Limits } from './limits.ts';
import { Links } from './links.ts';
import { PasswordPolicy } from './password-policy.ts';
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
    private readonly policy: PasswordPolicy,
    private readonly passwords: Passwords,
    private readonly secrets: Secrets,
    private readonly limits: Limits,
    private readonly time: RealTime,
  ) {}

  async run(
    name: 'reset-password' | 'accept-invitation',
    { token, password }: { token: string; password: string },
    ask: Ask,
    decide: (current: Current, set: { hash: string; passwordHash: string }) => Decision,
  ): Promise<Changed<Account>> {
    const { accountId, hash, act } = await this.links.use(name, token, ask, {
      password: this.secrets.trace(password),
    });
    const before = await this.accounts.load(accountId);
    // Who has no link that is open costs no more work: either it is a repeat, and its answer is kept, or there is nothing to do.
    const passwordHash =
      before && isOpen(before, name, hash, this.time.now())
        ? await this.#hashOfGood(password, before.state)
        : undefined;
    const changed = await this.accounts.change(accountId, act, (current) =>
      passwordHash === undefined ? refuse('link-invalid') : decide(current, { hash, passwordHash }),
    );
    await this.limits.recognised(changed.state.email, ask.source);
    return changed;
  }

  async #hashOfGood(password: string, account: Account): Promise<string> {
    // A weak password must not use the link up.
    throwIf(await this.policy.check(password, account));
    return this.passwords.hash(password);
  }
}
