import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { ApplicationView } from '@admissions/contracts/applications';
import { ProblemError } from '@admissions/contracts/problem';
import type { Subject } from '@admissions/contracts/subject';
import { isOwn, mayReach } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import { applicationView } from '../domain/views.ts';
import { ApplicationStore } from '../store/application.store.ts';
import { ContactStore } from '../store/contact.store.ts';

/** One application for its candidate, or for staff of its programme once the fee is paid (R15). */
@Injectable()
export class GetApplication {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly contacts: ContactStore,
    private readonly clock: Clock,
  ) {}

  async run(applicationId: string, subject: Subject): Promise<ApplicationView> {
    const loaded = await this.applications.streams.load(applicationId);
    if (!loaded || !mayReach(subject, 'application:read', loaded.state)) throw new ProblemError('not-found');
    const { state } = loaded;
    const contact = isOwn(subject, state) ? undefined : await this.contacts.streams.load(state.candidateId);
    return applicationView(state, dayOf(this.clock.now()), contact?.state);
  }
}
