import { originOf } from '@admissions/contracts/message';
import { ProblemError } from '@admissions/contracts/problem';

/** The revision of its stream from which a snapshot was sent: the larger one is the newer one. */
export function snapshotRevision(messageId: string): number {
  const origin = originOf(messageId);
  if (!origin) throw new ProblemError('invalid-input', `the message id ${messageId} names no revision`);
  return origin.revision;
}
