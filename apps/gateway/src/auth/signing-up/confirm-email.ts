import { Injectable } from '@nestjs/common';
import { ProblemError } from '@admissions/contracts/problem';
import { confirmEmail, isOpen } from '../../domain/account.ts';
import type { Ask } from '../../http/asked.ts';
import { RealTime } from '../../real-time.ts';
import { AccountStore } from '../account.store.ts';
import { Limits } from '../limits.ts';
import { Links } from '../links.ts';

/** The link of a sign-up was used: the account becomes active. */
@Injectable()
export class ConfirmEmail {
  constructor(
    private readonly accounts: AccountStore,
    private readonly links: Links,
    private readonly limits: Limits,
    private readonly time: RealTime,
  ) {}

  async run({ token }: { token: string }, ask: Ask): Promise<void> {
    const { accountId, hash, act } = await this.links.use('confirm-email', token, ask);
    const before = await this.accounts.load(accountId);
    // The address may have gone to somebody else in the moment before this sign-up was written.
    if (before && isOpen(before, 'confirm-email', hash, this.time.now())) {
      const holder = await this.accounts.claim(before.state.email, accountId, act);
      if (holder !== accountId) throw new ProblemError('link-invalid');
    }
    const { state } = await this.accounts.change(accountId, act, (current) =>
      confirmEmail(current, { hash }, this.time.now()),
    );
    await this.limits.recognised(state.email, ask.source);
  }
}
