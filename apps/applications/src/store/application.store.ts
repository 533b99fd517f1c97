import { Injectable } from '@nestjs/common';
import type { Aggregate } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import { isExaminable, type Application } from '../domain/application.ts';
import { isClosing } from '../domain/closing-order.ts';
import { nameIn } from '../domain/names.ts';

export type DeadlineName = 'deposit-due' | 'ask-again' | 'ask-to-freeze-again';

/** When the offer ends (R64), and when to ask again what has not been answered. */
function duesOf(state: Application): { name: DeadlineName; at: Date }[] {
  const askAgainAt = isClosing(state) ? state.closing.askAgainAt : undefined;
  const freezeAgainAt =
    state.state === 'fee-pending' && state.freeze.is === 'pending' ? state.freeze.asked?.againAt : undefined;
  return [
    ...(state.state === 'offer-open' && !state.closing
      ? [{ name: 'deposit-due' as const, at: new Date(state.offer.dueAt) }]
      : []),
    ...(askAgainAt === undefined ? [] : [{ name: 'ask-again' as const, at: new Date(askAgainAt) }]),
    ...(freezeAgainAt === undefined
      ? []
      : [{ name: 'ask-to-freeze-again' as const, at: new Date(freezeAgainAt) }]),
  ];
}

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
  due: duesOf,
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
