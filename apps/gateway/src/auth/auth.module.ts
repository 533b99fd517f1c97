import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AccountStore } from './account.store.ts';
import { AccountsController, SessionsController } from './accounts.controller.ts';
import { ChangePassword } from './changing/change-password.ts';
import { ConfirmEmailChange } from './changing/confirm-email-change.ts';
import { RequestEmailChange } from './changing/request-email-change.ts';
import { RequestPasswordReset } from './changing/request-password-reset.ts';
import { ResetPassword } from './changing/reset-password.ts';
import { LapseSignUps } from './signing-up/lapse-sign-ups.ts';
import { Guesses } from './guesses.ts';
import { Limits } from './limits.ts';
import { Links } from './links.ts';
import { NewPassword } from './new-password.ts';
import { PasswordPolicy } from './password-policy.ts';
import { Passwords } from './passwords.ts';
import { PrepareAccounts } from './prepare-accounts.ts';
import { Roster } from './roster.ts';
import { Secrets } from './secrets.ts';
import { SessionCookie } from './session-cookie.ts';
import { SessionStore } from './session.store.ts';
import { SignIn } from './signing-in/sign-in.ts';
import { ConfirmEmail } from './signing-up/confirm-email.ts';
import { RequestConfirmation } from './signing-up/request-confirmation.ts';
import { SignUp } from './signing-up/sign-up.ts';
import { StaffController } from './staff.controller.ts';
import { AcceptInvitation } from './staffing/accept-invitation.ts';
import { CheckAssessors } from './staffing/check-assessors.ts';
import { ChangeGrants } from './staffing/change-grants.ts';
import { InviteStaff } from './staffing/invite-staff.ts';
import { ListEvaluators } from './staffing/list-evaluators.ts';
import { RemoveStaff } from './staffing/remove-staff.ts';
import { SweepSessions } from './sweep-sessions.ts';

const parts = [
  AccountStore,
  Roster,
  SessionStore,
  SessionCookie,
  Secrets,
  Passwords,
  Guesses,
  PasswordPolicy,
  Limits,
  Links,
  NewPassword,
];
const linkActs = [ConfirmEmail, ResetPassword, ConfirmEmailChange, AcceptInvitation];
const acts = [SignUp, RequestConfirmation, SignIn, ChangePassword, RequestEmailChange, RequestPasswordReset];
const staffing = [InviteStaff, ChangeGrants, RemoveStaff, ListEvaluators, CheckAssessors];

/** Accounts, sessions and roles: the only facts that the gateway owns. */
@Module({
  imports: [ScheduleModule.forRoot()],
  controllers: [AccountsController, SessionsController, StaffController],
  providers: [...parts, ...linkActs, ...acts, ...staffing, PrepareAccounts, SweepSessions, LapseSignUps],
  exports: [SessionStore, SessionCookie, CheckAssessors, ...linkActs],
})
export class AuthModule {}
