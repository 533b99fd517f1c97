import { Injectable } from '@nestjs/common';
import { requestConfirmation } from '../../domain/account.ts';
import { actOf, type Ask } from '../../http/asked.ts';
import { RealTime } from '../../real-time.ts';
import { AccountStore } from '../account.store.ts';
import { evenly } from '../evenly.ts';
import { Limits } from '../limits.ts';
import { Secrets } from '../secrets.ts';

/** Sends the link of a sign-up again. The caller never learns whether there was one. */
@Injectable()
export class RequestConfirmation {
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
    if (!(await this.limits.mayMail('confirmation', email, ask.source))) return;
    const account = await this.accounts.byEmail(email);
    if (!account) return;
    const link = this.secrets.newLink('confirm-email', account.id);
    const act = actOf(ask, 'request-confirmation', `confirmation/${email}`, { email });
    await this.accounts.change(account.id, act, (current) =>
      requestConfirmation(current, { link }, this.time.now()),
    );
  }
}
