import type { PromiseView } from '@admissions/contracts/promises';
import { promiseKeptBy } from '@admissions/contracts/notifications';
import { dayOf } from './calendar.ts';

/** A letter that is promised within working days: one per decision (R28, R29, R35). */
export interface LetterPromise {
  readonly id: string;
  readonly applicationId: string;
  readonly reference: string;
  readonly programmeId: string;
  readonly kind: PromiseView['kind'];
  readonly startedAt: string;
  /** The last day on which the letter is in time. */
  readonly dueOn: string;
  /** When the mail server took the letter. */
  readonly keptAt?: string;
}

export type PromiseStatus = PromiseView['status'];

/** The id of the promise that a decision starts: of the message that told of the decision. */
export function promiseIdOf({ stream, revision }: { stream: string; revision: number }): string {
  return `promise-${stream}-${revision}`;
}

/** The kind of promise that a letter of this template keeps; undefined when it keeps none. */
export function keptBy(template: string): PromiseView['kind'] | undefined {
  return Object.hasOwn(promiseKeptBy, template)
    ? promiseKeptBy[template as keyof typeof promiseKeptBy]
    : undefined;
}

/** Starts a promise; once for each decision. */
export function start(
  current: LetterPromise | undefined,
  promise: Omit<LetterPromise, 'keptAt'>,
): { state: LetterPromise } | { ignored: string } {
  return current ? { ignored: 'promised already' } : { state: promise };
}

/** The letter left: the promise is kept at this moment, in time or late. Only the first letter counts. */
export function keep(
  promise: LetterPromise,
  kind: PromiseView['kind'],
  sentAt: string,
): { state: LetterPromise } | { ignored: string } {
  if (promise.kind !== kind)
    return { ignored: `the promise is one of ${promise.kind}, the letter of ${kind}` };
  if (promise.keptAt !== undefined) return { ignored: 'kept already' };
  return { state: { ...promise, keptAt: sentAt } };
}

/** Where a promise stands on the civil date `today`. */
export function statusOf(
  { dueOn, keptAt }: Pick<LetterPromise, 'dueOn' | 'keptAt'>,
  today: string,
): PromiseStatus {
  if (keptAt !== undefined) return dayOf(keptAt) <= dueOn ? 'kept' : 'kept-late';
  if (today === dueOn) return 'due-today';
  return today < dueOn ? 'open' : 'late';
}

/** A promise as officers see it on the civil date `today`. */
export function promiseView(promise: Omit<LetterPromise, 'id'>, today: string): PromiseView {
  const { applicationId, reference, programmeId, kind, startedAt, dueOn, keptAt } = promise;
  return {
    applicationId,
    reference,
    programmeId,
    kind,
    startedAt,
    dueOn,
    status: statusOf(promise, today),
    ...(keptAt === undefined ? {} : { keptAt }),
  };
}
