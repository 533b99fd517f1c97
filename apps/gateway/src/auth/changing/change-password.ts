import { Injectable } from '@nestjs/common';
import type { changePassword as route } from '@admissions/contracts/http/accounts';
import { ProblemError } from '@admissions/contracts/problem';
import { changePassword } from '../../domain/account.ts';
import { actOf, signedInOf, type Asked } from '../../http/asked.ts';
import { AccountStore } from '../account.store.ts';
import { Limits } from '../limits.ts';
import { PasswordPolicy } from '../password-policy.ts';
import { Passwords } from '../passwords.ts';
import { throwIf } from '../refused.ts';
import { Secrets } from '../secrets.ts';
import { SessionCookie } from '../session-cookie.ts';

/** The owner sets another password and is signed out everywhere. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly accounts: AccountStore,
    private readonly policy: PasswordPolicy,
    private readonly passwords: Passwords,
    private readonly secrets: Secrets,
    private readonly cookie: SessionCookie,
    private readonly limits: Limits,
  ) {}

  async run(asked: Asked<typeof route>): Promise<void> {
    const { currentPassword, newPassword } = asked.body;
    const { account } = signedInOf(asked);
    await this.limits.source('own-password', asked.source);
    throwIf(await this.policy.check(newPassword, account.state));
    const verified = await this.#verify(account.state, currentPassword, asked.source);
    const passwordHash = await this.passwords.hash(newPassword);
    const traces = {
      currentPassword: this.secrets.trace(currentPassword),
      newPassword: this.secrets.trace(newPassword),
    };
    const act = actOf(asked, 'change-password', account.id, traces);
    await this.accounts.change(account.id, act, (current) =>
      changePassword(current, { verified, passwordHash }),
    );
    this.cookie.clear(asked.reply);
  }

  async #verify(
    account: { email: string; passwordHash: string | null },
    password: string,
    source: string,
  ): Promise<string> {
    // A session that was left open must not become a place to guess the password at.
    await this.limits.guess(account.email, source);
    if (!(await this.passwords.verify(password, account.passwordHash)))
      throw new ProblemError('password-refused');
    await this.limits.recognised(account.email, source);
    return account.passwordHash!;
  }
}
