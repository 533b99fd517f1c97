import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { PartialFacts } from '@admissions/contracts/applicant-facts';
import type { ApplicationView } from '@admissions/contracts/applications';
import { refuse } from '@admissions/contracts/problem';
import type { CallContext } from '@admissions/messaging/handlers';
import { mayReach } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import { fill } from '../domain/decisions.ts';
import { applicationView } from '../domain/views.ts';
import { ApplicationStore } from '../store/application.store.ts';

/** Replaces sections of a draft. */
@Injectable()
export class FillApplication {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly clock: Clock,
  ) {}

  async run(
    input: { applicationId: string; sections: PartialFacts },
    call: CallContext,
  ): Promise<ApplicationView> {
    const { state } = await this.applications.streams.change(
      input.applicationId,
      call.act(),
      (current) => {
        if (!current || !mayReach(call.subject, 'application:edit', current.state))
          return refuse('not-found');
        return fill(current.state, input.sections, this.clock.now());
      },
      { deadline: call.deadline },
    );
    return applicationView(state, dayOf(this.clock.now()));
  }
}
