import { Injectable } from '@nestjs/common';
import { ProblemError } from '@admissions/contracts/problem';
import { confirmEmailChange, wantedAddress } from '../../domain/account.ts';
import type { Ask } from '../../http/asked.ts';
import { RealTime } from '../../real-time.ts';
import { AccountStore } from '../account.store.ts';
import { Links } from '../links.ts';

/** The link to the new address was used: the account moves there, and the former address becomes free. */
@Injectable()
export class ConfirmEmailChange {
  constructor(
    private readonly accounts: AccountStore,
    private readonly links: Links,
    private readonly time: RealTime,
  ) {}

  async run({ token }: { token: string }, ask: Ask): Promise<void> {
    const { accountId, hash, act } = await this.links.use('confirm-email-change', token, ask);
    const before = await this.accounts.load(accountId);
    const wanted = wantedAddress(before, hash, this.time.now());
    // A repeat finds no link any more: its answer is kept with the change.
    if (wanted !== undefined && (await this.accounts.claimProven(wanted, accountId, act)) !== accountId) {
      throw new ProblemError('email-taken');
    }
    await this.accounts.change(accountId, act, (current) =>
      confirmEmailChange(current, { hash }, this.time.now()),
    );
    if (wanted !== undefined && before) await this.accounts.unclaim(before.state.email, accountId, act);
  }
}
