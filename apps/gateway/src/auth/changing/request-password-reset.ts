import { Injectable } from '@nestjs/common';
import { requestPasswordReset } from '../../domain/account.ts';
import { actOf, type Ask } from '../../http/asked.ts';
import { RealTime } from '../../real-time.ts';
import { AccountStore } from '../account.store.ts';
import { evenly } from '../evenly.ts';
import { Limits } from '../limits.ts';
import { Secrets } from '../secrets.ts';

/** Sends a link to set another password. The caller never learns whether the address is known. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly accounts: AccountStore,
    private readonly secrets: Secrets,
    private readonly limits: Limits,
    private readonly time: RealTime,
  ) {}

  async run({ email }: { email: string }, ask: Ask): Promise<void> {
    await this.limits.source('link-request', ask.source);
    await evenly(() => this.#send(email, ask));
  }

  async #send(email: string, ask: Ask): Promise<void> {
    if (!(await this.limits.mayMail('password-reset', email, ask.source))) return;
    const account = await this.accounts.byEmail(email);
    if (!account) return;
    const link = this.secrets.newLink('reset-password', account.id);
    // The act is part of the actor: a key of this act must not meet that of another, whose refusal would tell that there is an account.
    const act = actOf(ask, 'request-password-reset', `password-reset/${email}`, { email });
    await this.accounts.change(account.id, act, (current) =>
      requestPasswordReset(current, { link }, this.time.now()),
    );
  }
}
