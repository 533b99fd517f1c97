import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { ApplicationView } from '@admissions/contracts/applications';
import { ProblemError } from '@admissions/contracts/problem';
import type { Subject } from '@admissions/contracts/subject';
import { isOwn, mayReach, readingOf } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import { applicationView, assessedView } from '../domain/views.ts';
import { ApplicationStore } from '../store/application.store.ts';
import { ContactStore } from '../store/contact.store.ts';
import { ReadershipStore } from '../store/readership.store.ts';

/** One application for its candidate, for staff of its programme once the fee is paid (R15), and for those who assess it. */
@Injectable()
export class GetApplication {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly contacts: ContactStore,
    private readonly readerships: ReadershipStore,
    private readonly clock: Clock,
  ) {}

  async run(applicationId: string, subject: Subject): Promise<ApplicationView> {
    const state = (await this.applications.streams.load(applicationId))?.state;
    if (!state) throw new ProblemError('not-found');
    const today = dayOf(this.clock.now());
    if (isOwn(subject, state) && mayReach(subject, 'application:read', state))
      return applicationView(state, today);
    const reading = readingOf(subject, state, await this.readerships.assessorsOf(applicationId));
    if (reading === undefined) throw new ProblemError('not-found');
    if (reading !== 'all') return assessedView(state, today, reading);
    const contact = await this.contacts.streams.load(state.candidateId);
    return applicationView(state, today, contact?.state);
  }
}
