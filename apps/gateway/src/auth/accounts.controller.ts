import { Controller } from '@nestjs/common';
import * as routes from '@admissions/contracts/http/accounts';
import type { AccountView } from '@admissions/contracts/http/accounts';
import { permissions, type Permission } from '@admissions/contracts/roles';
import { can } from '@admissions/contracts/subject';
import { signedInOf, type Asked } from '../http/asked.ts';
import { Handles } from '../http/handles.ts';
import { ChangePassword } from './changing/change-password.ts';
import { ConfirmEmailChange } from './changing/confirm-email-change.ts';
import { RequestEmailChange } from './changing/request-email-change.ts';
import { RequestPasswordReset } from './changing/request-password-reset.ts';
import { ResetPassword } from './changing/reset-password.ts';
import { SessionCookie } from './session-cookie.ts';
import { SessionStore } from './session.store.ts';
import { SignIn } from './signing-in/sign-in.ts';
import { ConfirmEmail } from './signing-up/confirm-email.ts';
import { RequestConfirmation } from './signing-up/request-confirmation.ts';
import { SignUp } from './signing-up/sign-up.ts';

const accepted = { status: 'accepted' } as const;

/** Opening an account and what its owner does with it. */
@Controller()
export class AccountsController {
  constructor(
    private readonly signUp: SignUp,
    private readonly confirmEmail: ConfirmEmail,
    private readonly requestConfirmation: RequestConfirmation,
    private readonly requestPasswordReset: RequestPasswordReset,
    private readonly resetPassword: ResetPassword,
    private readonly changePassword: ChangePassword,
    private readonly requestEmailChange: RequestEmailChange,
    private readonly confirmEmailChange: ConfirmEmailChange,
  ) {}

  @Handles(routes.signUp)
  async signsUp(asked: Asked<typeof routes.signUp>) {
    await this.signUp.run(asked.body, asked);
    return accepted;
  }

  @Handles(routes.confirmEmail)
  confirmsEmail(asked: Asked<typeof routes.confirmEmail>) {
    return this.confirmEmail.run(asked.body, asked);
  }

  @Handles(routes.requestConfirmation)
  async requestsConfirmation(asked: Asked<typeof routes.requestConfirmation>) {
    await this.requestConfirmation.run(asked.body, asked);
    return accepted;
  }

  @Handles(routes.requestPasswordReset)
  async requestsPasswordReset(asked: Asked<typeof routes.requestPasswordReset>) {
    await this.requestPasswordReset.run(asked.body, asked);
    return accepted;
  }

  @Handles(routes.resetPassword)
  resetsPassword(asked: Asked<typeof routes.resetPassword>) {
    return this.resetPassword.run(asked.body, asked);
  }

  @Handles(routes.changePassword)
  changesPassword(asked: Asked<typeof routes.changePassword>) {
    return this.changePassword.run(asked);
  }

  @Handles(routes.requestEmailChange)
  async requestsEmailChange(asked: Asked<typeof routes.requestEmailChange>) {
    await this.requestEmailChange.run(asked);
    return accepted;
  }

  @Handles(routes.confirmEmailChange)
  confirmsEmailChange(asked: Asked<typeof routes.confirmEmailChange>) {
    return this.confirmEmailChange.run(asked.body, asked);
  }
}

/** Sessions, and who one is. */
@Controller()
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: SessionStore,
    private readonly cookie: SessionCookie,
  ) {}

  @Handles(routes.signIn)
  signsIn(asked: Asked<typeof routes.signIn>) {
    return this.signIn.run(asked);
  }

  @Handles(routes.signOut)
  async signsOut({ signedIn, reply }: Asked<typeof routes.signOut>) {
    // Who has no session any more is signed out: that is what was asked.
    if (signedIn) await this.sessions.close(signedIn.sessionHash);
    this.cookie.clear(reply);
  }

  @Handles(routes.getMe)
  getMe(asked: Asked<typeof routes.getMe>): AccountView {
    const { account, subject } = signedInOf(asked);
    const { email, name, language, createdAt } = account.state;
    const allowed = (Object.keys(permissions) as Permission[]).filter((permission) =>
      can(subject, permission),
    );
    return { id: account.id, email, name, language, createdAt, grants: subject.grants, permissions: allowed };
  }
}
