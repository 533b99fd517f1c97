import type { applicationChanged } from '@admissions/contracts/applications';
import type { DataOf } from '@admissions/contracts/message';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import { can, type Subject } from '@admissions/contracts/subject';
import type { Order } from './order.ts';

/** What this service knows of an application in order to decide who may see its orders: a copy of the facts of `applications`. */
export interface Access {
  readonly candidateId: string;
  readonly programmeId: string;
  /** The revision of the application that this copy was made from. */
  readonly seen: number;
}

/** Takes over a snapshot of an application; one that is not newer than what was seen changes nothing. */
export function follow(
  current: Access | undefined,
  data: DataOf<typeof applicationChanged>,
  revision: number,
): { state: Access } | { ignored: string } {
  if (current && current.seen >= revision) return { ignored: `revision ${current.seen} was seen already` };
  const { candidateId, programmeId } = data;
  return { state: { candidateId, programmeId, seen: revision } };
}

/** True for the candidate whose order it is, and for staff of its programme once it was paid (R15); a dispute hides it from nobody. */
export function maySee(order: Order, who: Subject): boolean {
  if (isOwner(order, who)) return true;
  return 'payment' in order && can(who, 'order:read', { programmeId: order.programmeId });
}

/**
 * The orders of one application that `who` may see. An order says itself whose it is; the access copy only decides who may hear
 * that there is none yet. Anybody else gets `not-found`, as for an application that does not exist: the answer tells nothing of it (R15).
 */
export function visibleOrders(
  access: Access | undefined,
  orders: readonly Order[],
  who: Subject,
): readonly Order[] | Refusal {
  const visible = orders.filter((order) => maySee(order, who));
  if (visible.length > 0) return visible;
  return access && isOwner(access, who) ? [] : refuse('not-found');
}

/** By the role of a candidate: an account that is also staff reaches its own file by that role alone. */
function isOwner({ candidateId }: { readonly candidateId: string }, who: Subject): boolean {
  return can(who, 'order:read', { owner: candidateId });
}
