import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { recordAdmissibility } from '@admissions/contracts/admissibility';
import type { ApplicationView } from '@admissions/contracts/applications';
import type { InputOf } from '@admissions/contracts/call';
import { refuse } from '@admissions/contracts/problem';
import type { CallContext } from '@admissions/messaging/handlers';
import { mayReach } from '../domain/access.ts';
import * as admissibility from '../domain/admissibility.ts';
import { dayOf } from '../domain/calendar.ts';
import { applicationView } from '../domain/views.ts';
import { ApplicationStore } from '../store/application.store.ts';
import { ContactStore } from '../store/contact.store.ts';

/** An officer decides on the file alone (R4, R27). */
@Injectable()
export class RecordAdmissibility {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly contacts: ContactStore,
    private readonly clock: Clock,
  ) {}

  async run(input: InputOf<typeof recordAdmissibility>, call: CallContext): Promise<ApplicationView> {
    const { applicationId, ...verdict } = input;
    const { state } = await this.applications.streams.change(
      applicationId,
      call.act(),
      (current) => {
        if (!current || !mayReach(call.subject, 'admissibility:decide', current.state))
          return refuse('not-found');
        return admissibility.recordAdmissibility(current.state, verdict, call.subject.id, this.clock.now());
      },
      { deadline: call.deadline },
    );
    const contact = await this.contacts.streams.load(state.candidateId);
    return applicationView(state, dayOf(this.clock.now()), contact?.state);
  }
}
