import { Injectable } from '@nestjs/common';
import { acceptInvitation, isAdministrator } from '../../domain/account.ts';
import { actOf, type Ask } from '../../http/asked.ts';
import { RealTime } from '../../real-time.ts';
import { NewPassword } from '../new-password.ts';
import { Roster } from '../roster.ts';

/** The link of an invitation was used: the member of staff can sign in. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly newPassword: NewPassword,
    private readonly roster: Roster,
    private readonly time: RealTime,
  ) {}

  async run(body: { token: string; password: string }, ask: Ask): Promise<void> {
    const { id, state } = await this.newPassword.run('accept-invitation', body, ask, (current, set) =>
      acceptInvitation(current, set, this.time.now()),
    );
    if (isAdministrator(state))
      await this.roster.add(id, actOf(ask, 'accept-invitation', `link/${id}`, { id }));
  }
}
