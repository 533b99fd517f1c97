import { Injectable } from '@nestjs/common';
import { resetPassword } from '../../domain/account.ts';
import type { Ask } from '../../http/asked.ts';
import { RealTime } from '../../real-time.ts';
import { NewPassword } from '../new-password.ts';

/** The link of a reset was used: another password, and everybody is signed out. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly newPassword: NewPassword,
    private readonly time: RealTime,
  ) {}

  async run(body: { token: string; password: string }, ask: Ask): Promise<void> {
    await this.newPassword.run('reset-password', body, ask, (current, set) =>
      resetPassword(current, set, this.time.now()),
    );
  }
}
