import { Injectable } from '@nestjs/common';
import type { admissibilityDecided } from '@admissions/contracts/admissibility';
import type { decisionAnnounced } from '@admissions/contracts/offers';
import { originOf, type DataOf } from '@admissions/contracts/message';
import type { letterSent } from '@admissions/contracts/notifications';
import { ProblemError } from '@admissions/contracts/problem';
import { RetryLater, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { keep, keptBy, promiseIdOf, start, type LetterPromise } from '../domain/promise.ts';
import { PromiseStore } from '../store/promise.store.ts';

type Announced = DataOf<typeof admissibilityDecided> | DataOf<typeof decisionAnnounced>;

/** A decision promises a letter, and the letter keeps the promise once the mail server took it (R28, R29, R35). */
@Injectable()
export class FollowPromise {
  constructor(private readonly promises: PromiseStore) {}

  async started(kind: LetterPromise['kind'], data: Announced, event: EventContext): Promise<Followed> {
    const id = promiseOf(event.id);
    if (id === undefined) throw new ProblemError('invalid-input', 'the message id names no revision');
    const { applicationId, reference, programmeId, decidedAt: startedAt, dueOn } = data;
    const { ignored } = await this.promises.streams.change(id, event.act('start-promise'), (current) =>
      start(current?.state, { id, applicationId, reference, programmeId, kind, startedAt, dueOn }),
    );
    return ignored === undefined ? undefined : { ignored };
  }

  async kept(
    { template, causedBy, sentAt, applicationId }: DataOf<typeof letterSent>,
    event: EventContext,
  ): Promise<Followed> {
    const kind = keptBy(template);
    if (kind === undefined) return { ignored: `a letter ${template} keeps no promise` };
    const id = promiseOf(causedBy);
    if (id === undefined) return { ignored: `${causedBy} promised nothing` };
    const { ignored } = await this.promises.streams.change(id, event.act('keep-promise'), (current) => {
      if (!current) throw new RetryLater(`promise ${id} is not known yet`);
      if (current.state.applicationId !== applicationId)
        return { ignored: 'the letter is about another application' };
      return keep(current.state, kind, sentAt);
    });
    return ignored === undefined ? undefined : { ignored };
  }
}

/** The promise that a message of an application started. */
function promiseOf(messageId: string): string | undefined {
  const origin = originOf(messageId);
  return origin?.aggregate === 'application' ? promiseIdOf(origin) : undefined;
}
