import { ProblemError } from '@admissions/contracts/problem';
import type { FollowUp } from './follow-up.ts';
import { outboxKey } from './keys.ts';
import type { Keeper } from './keeper.ts';
import type { Outbox } from './outbox.ts';
import type { RevisionRow } from './rows.ts';

/**
 * Takes out what the revisions before `erased` say of people. Downwards, so that an erased first revision means that all is done
 * (the audit looks there, and goes on with what a crash cut off). A message that is still in the outbox is published first.
 */
export async function forgetBefore<S>(
  parts: { keeper: Keeper<S>; outbox: Outbox; followUp: FollowUp },
  erased: RevisionRow,
): Promise<void> {
  const { keeper, outbox, followUp } = parts;
  const aggregate = keeper.aggregate.name;
  for (let revision = erased.revision - 1; revision >= 1; revision--) {
    const row = await keeper.revisions.at(erased.stream, revision);
    if (!row) throw new Error(`revision ${revision} of ${aggregate} ${erased.stream} is missing`);
    if (row.state === null && row.messages === null) continue;
    const waits = await outbox.has(outboxKey({ aggregate, id: row.stream, revision, attempt: row.attempt }));
    if (waits && !(await followUp.publish(aggregate, row))) {
      throw new ProblemError('service-unavailable', 'messages of what is to be erased wait for the broker', {
        retryAfter: 30,
      });
    }
    await keeper.revisions.forget(row.stream, revision);
  }
}

/** True when the revisions before `erased` were not all taken out yet. */
export async function isHalfErased<S>(keeper: Keeper<S>, newest: RevisionRow): Promise<boolean> {
  if (!newest.erased || newest.revision === 1) return false;
  const first = await keeper.revisions.at(newest.stream, 1);
  return first !== undefined && (first.state !== null || first.messages !== null);
}
