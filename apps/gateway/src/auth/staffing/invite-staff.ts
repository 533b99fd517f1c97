import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@admissions/contracts/http/route';
import type { inviteStaff as route } from '@admissions/contracts/http/staff';
import { idFrom } from '@admissions/identity/ids';
import { inviteStaff } from '../../domain/account.ts';
import { actOf, type Ask } from '../../http/asked.ts';
import { RealTime } from '../../real-time.ts';
import { AccountStore } from '../account.store.ts';
import { Secrets } from '../secrets.ts';

/** Invites a member of staff by mail; answers the account. */
@Injectable()
export class InviteStaff {
  constructor(
    private readonly accounts: AccountStore,
    private readonly secrets: Secrets,
    private readonly time: RealTime,
  ) {}

  async run(invited: BodyOf<typeof route>, ask: Ask): Promise<{ accountId: string }> {
    const act = actOf(ask, 'invite-staff', ask.subject.id, invited);
    const own = idFrom('account', act.cause.id);
    // A repeat, perhaps with another address, meets the account of its first run, and claims nothing.
    const isRepeat = (await this.accounts.load(own)) !== undefined;
    const id = isRepeat ? own : await this.accounts.claim(invited.email, own, act);
    const command = { ...invited, link: this.secrets.newLink('accept-invitation', id) };
    await this.accounts.change(id, act, (current) => inviteStaff(current, id, command, this.time.now()));
    return { accountId: id };
  }
}
