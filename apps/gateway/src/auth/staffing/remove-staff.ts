import { Injectable } from '@nestjs/common';
import { isAdministrator, removeStaff } from '../../domain/account.ts';
import { actOf, type Ask } from '../../http/asked.ts';
import { AccountStore } from '../account.store.ts';
import { Roster } from '../roster.ts';

/** Takes all staff roles from an account; the last administrator stays. */
@Injectable()
export class RemoveStaff {
  constructor(
    private readonly accounts: AccountStore,
    private readonly roster: Roster,
  ) {}

  async run({ accountId }: { accountId: string }, ask: Ask): Promise<void> {
    const act = actOf(ask, 'remove-staff', ask.subject.id, { accountId });
    const before = await this.accounts.load(accountId);
    if (isAdministrator(before?.state)) await this.roster.strike(accountId, act);
    const { state } = await this.accounts.change(accountId, act, (current) => removeStaff(current));
    if (state.status === 'removed') await this.accounts.unclaim(state.email, accountId, act);
  }
}
