import { Injectable } from '@nestjs/common';
import type { Aggregate } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import { isExaminable, type Application } from '../domain/application.ts';
import { nameIn } from '../domain/views.ts';

const application: Aggregate<Application> = {
  name: 'application',
  summary: (state) => ({
    reference: state.reference,
    state: state.state,
    candidateId: state.candidateId,
    candidateName: nameIn(state.facts),
    programmeId: state.programme.id,
    programmeTitle: state.programme.title,
    intakeId: state.intake.id,
    intakeLabel: state.intake.label,
    createdAt: state.createdAt,
    isExaminable: isExaminable(state),
    submittedAt: isExaminable(state) ? state.submission.receivedAt : undefined,
    examinableFrom: isExaminable(state) ? state.submission.examinableFrom : undefined,
  }),
  indexes: ['candidateId', 'programmeId', 'state', 'isExaminable'],
};

/** The applications; the narrow copies serve the lists. */
@Injectable()
export class ApplicationStore {
  readonly streams: StreamStore<Application>;
  constructor(store: Store) {
    this.streams = store.streams(application);
  }
}
