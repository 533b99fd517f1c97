import { Injectable } from '@nestjs/common';
import type { requestEmailChange as route } from '@admissions/contracts/http/accounts';
import { ProblemError } from '@admissions/contracts/problem';
import { requestEmailChange } from '../../domain/account.ts';
import { actOf, signedInOf, type Asked } from '../../http/asked.ts';
import { RealTime } from '../../real-time.ts';
import { AccountStore } from '../account.store.ts';
import { Limits } from '../limits.ts';
import { Passwords } from '../passwords.ts';
import { Secrets } from '../secrets.ts';

/**
 * Sends a link to the address that the owner wants. Whether it belongs to somebody is told only to who opens that mail:
 * otherwise an account would be a way to try addresses.
 */
@Injectable()
export class RequestEmailChange {
  constructor(
    private readonly accounts: AccountStore,
    private readonly passwords: Passwords,
    private readonly secrets: Secrets,
    private readonly limits: Limits,
    private readonly time: RealTime,
  ) {}

  async run(asked: Asked<typeof route>): Promise<void> {
    const { email, password } = asked.body;
    const { account } = signedInOf(asked);
    await this.limits.source('link-request', asked.source);
    await this.limits.guess(account.state.email, asked.source);
    if (!(await this.passwords.verify(password, account.state.passwordHash)))
      throw new ProblemError('password-refused');
    await this.limits.recognised(account.state.email, asked.source);
    if (!(await this.limits.mayMail('email-change', email, asked.source))) return;
    const link = this.secrets.newLink('confirm-email-change', account.id);
    const input = { email, password: this.secrets.trace(password) };
    const act = actOf(asked, 'request-email-change', account.id, input);
    await this.accounts.change(account.id, act, (current) =>
      requestEmailChange(current, { email, link }, this.time.now()),
    );
  }
}
