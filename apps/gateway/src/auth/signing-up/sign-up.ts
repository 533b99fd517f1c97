import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@admissions/contracts/http/route';
import type { signUp as route } from '@admissions/contracts/http/accounts';
import { ProblemError } from '@admissions/contracts/problem';
import { idFrom } from '@admissions/identity/ids';
import { signUp } from '../../domain/account.ts';
import { actOf, type Ask } from '../../http/asked.ts';
import { RealTime } from '../../real-time.ts';
import { AccountStore } from '../account.store.ts';
import { evenly } from '../evenly.ts';
import { Limits } from '../limits.ts';
import { PasswordPolicy } from '../password-policy.ts';
import { Passwords } from '../passwords.ts';
import { throwIf } from '../refused.ts';
import { Secrets } from '../secrets.ts';

/** Opens an account, or tells the owner of the address that somebody tried. The caller sees no difference. */
@Injectable()
export class SignUp {
  constructor(
    private readonly accounts: AccountStore,
    private readonly policy: PasswordPolicy,
    private readonly passwords: Passwords,
    private readonly secrets: Secrets,
    private readonly limits: Limits,
    private readonly time: RealTime,
  ) {}

  async run(wanted: BodyOf<typeof route>, ask: Ask): Promise<void> {
    await this.limits.source('sign-up', ask.source);
    throwIf(await this.policy.check(wanted.password, wanted));
    await evenly(() => this.#open(wanted, ask));
  }

  async #open({ email, name, language, password }: BodyOf<typeof route>, ask: Ask): Promise<void> {
    if (!(await this.limits.mayMail('sign-up', email, ask.source))) return;
    const passwordHash = await this.passwords.hash(password);
    const asked = { email, name, language, password: this.secrets.trace(password) };
    // Visitors are nobody in particular: the address keeps their keys apart.
    const act = actOf(ask, 'sign-up', `sign-up/${email}`, asked);
    const id = await this.accounts.claim(email, idFrom('account', act.cause.id), act);
    const link = this.secrets.newLink('confirm-email', id);
    const command = { email, name, language, passwordHash, link };
    try {
      await this.accounts.change(id, act, (current) => signUp(current, id, command, this.time.now()));
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'not-found')) throw error;
      // The same command again, after its account had lapsed and was erased: it was answered then as it is now.
      await this.accounts.unclaim(email, id, act);
    }
  }
}
