import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { ApplicationView } from '@admissions/contracts/applications';
import type { withdrawApplication } from '@admissions/contracts/offers';
import type { InputOf } from '@admissions/contracts/call';
import { refuse } from '@admissions/contracts/problem';
import type { CallContext } from '@admissions/messaging/handlers';
import { mayReach } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import { withdraw } from '../domain/leaving.ts';
import { applicationView } from '../domain/views.ts';
import { ApplicationStore } from '../store/application.store.ts';

/** The candidate leaves the process; a payment that may be on its way is settled first (R92). */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly clock: Clock,
  ) {}

  async run(
    { applicationId, reason }: InputOf<typeof withdrawApplication>,
    call: CallContext,
  ): Promise<ApplicationView> {
    const { state } = await this.applications.streams.change(
      applicationId,
      call.act(),
      (current) => {
        if (!current || !mayReach(call.subject, 'application:withdraw', current.state))
          return refuse('not-found');
        return withdraw(current.state, reason, this.clock.now());
      },
      { deadline: call.deadline },
    );
    return applicationView(state, dayOf(this.clock.now()));
  }
}
