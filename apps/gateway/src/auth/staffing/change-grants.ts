import { Injectable } from '@nestjs/common';
import type { StaffView } from '@admissions/contracts/http/staff';
import type { Grant } from '@admissions/contracts/roles';
import { changeGrants, isAdministrator } from '../../domain/account.ts';
import { actOf, type Ask } from '../../http/asked.ts';
import { AccountStore } from '../account.store.ts';
import { Roster } from '../roster.ts';
import { staffViewOf } from './staff-view.ts';

/** Replaces the staff roles of an account; the last administrator keeps the role. */
@Injectable()
export class ChangeGrants {
  constructor(
    private readonly accounts: AccountStore,
    private readonly roster: Roster,
  ) {}

  async run(
    { accountId, grants }: { accountId: string; grants: readonly Grant[] },
    ask: Ask,
  ): Promise<StaffView> {
    const act = actOf(ask, 'change-grants', ask.subject.id, { accountId, grants });
    const administers = grants.some(({ role }) => role === 'administrator');
    const before = await this.accounts.load(accountId);
    if (isAdministrator(before?.state) && !administers) await this.roster.strike(accountId, act);
    const { state } = await this.accounts.change(accountId, act, (current) =>
      changeGrants(current, { grants }),
    );
    if (isAdministrator(state)) await this.roster.add(accountId, act);
    return staffViewOf({ id: accountId, ...state });
  }
}
