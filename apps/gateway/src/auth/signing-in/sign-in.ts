import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@admissions/contracts/http/route';
import type { signIn as route } from '@admissions/contracts/http/accounts';
import { ProblemError } from '@admissions/contracts/problem';
import type { Loaded } from '@admissions/store/aggregate';
import { rehashPassword, type Account } from '../../domain/account.ts';
import { actOf, type Ask, type Asked } from '../../http/asked.ts';
import { AccountStore } from '../account.store.ts';
import { refusedEvenly } from '../evenly.ts';
import { Limits } from '../limits.ts';
import { Passwords } from '../passwords.ts';
import { SessionCookie } from '../session-cookie.ts';
import { SessionStore } from '../session.store.ts';

/** Opens a session for who knows the password. Each sign-in has a token of its own, so that none can be set by somebody else. */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountStore,
    private readonly passwords: Passwords,
    private readonly sessions: SessionStore,
    private readonly cookie: SessionCookie,
    private readonly limits: Limits,
  ) {}

  async run(asked: Asked<typeof route>): Promise<ResponseOf<typeof route>> {
    const { email, password, as } = asked.body;
    await this.limits.source('sign-in', asked.source);
    await this.limits.guess(email, asked.source);
    const account = await refusedEvenly(() => this.#recognise(email, password));
    await this.limits.recognised(email, asked.source);
    await this.#refresh(account, password, asked);
    const { token, expiresAt } = await this.sessions.open(account, as);
    const opened = { accountId: account.id, expiresAt: expiresAt.toISOString() };
    if (as === 'api-client') return { ...opened, token };
    this.cookie.set(asked.reply, token, expiresAt);
    return opened;
  }

  async #recognise(email: string, password: string): Promise<Loaded<Account>> {
    const account = await this.accounts.byEmail(email);
    const isRight = await this.passwords.verify(password, account?.state.passwordHash);
    // Before the address is confirmed the answer is the same: a stranger who signed up with it knows the password of that sign-up,
    // and would learn whether the address had an account.
    if (account?.state.status !== 'active' || !isRight) throw new ProblemError('sign-in-refused');
    return account;
  }

  /** Keeps the password at today's cost when it was kept at another. */
  async #refresh(account: Loaded<Account>, password: string, ask: Ask): Promise<void> {
    const from = account.state.passwordHash;
    if (from === null || !this.passwords.isStale(from)) return;
    const to = await this.passwords.hash(password);
    const act = { ...actOf(ask, 'rehash-password', account.id, { from }), by: account.id };
    await this.accounts.change(account.id, act, (current) => rehashPassword(current, { from, to }));
  }
}
