import type { applicationChanged, ApplicationState } from '@admissions/contracts/applications';
import type { applicationWithdrawn, placeConfirmed } from '@admissions/contracts/offers';
import type { DataOf } from '@admissions/contracts/message';
import type { Money } from '@admissions/contracts/money';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import { can, type Subject } from '@admissions/contracts/subject';
import type { Order } from './order.ts';

/** What this service knows of an application: who may see its orders, and what a refund depends on. A copy of the facts of `applications`. */
export interface Access {
  readonly candidateId: string;
  readonly programmeId: string;
  /** The revision of the application that this copy was made from; 0 while only a fact told of it. */
  readonly seen: number;
  readonly state?: ApplicationState;
  /** R15: staff may know of it. */
  readonly isExaminable?: boolean;
  /** Withdrawn or cancelled: no refund becomes due (R94). It is never taken back. */
  readonly hasLeft?: boolean;
  /** When they withdrew, once their withdrawal was told; what they get back depends on it (R86). Absent in older copies. */
  readonly leftAt?: string;
  /** True when they renounced the contract by right (R85), false when they only left the process. */
  readonly leftByRight?: boolean;
  readonly reference?: string;
  readonly programmeTitle?: string;
  readonly intakeStartsOn?: string;
  readonly tuition?: Money;
}

type Followed = { state: Access } | { ignored: string };

const left: readonly ApplicationState[] = ['withdrawn', 'cancelled'];

/** Takes over a snapshot of an application; one that is not newer than what was seen changes nothing. */
export function follow(
  current: Access | undefined,
  data: DataOf<typeof applicationChanged>,
  revision: number,
): Followed {
  if (current && current.seen >= revision) return { ignored: `revision ${current.seen} was seen already` };
  const { candidateId, programmeId, state, isExaminable } = data;
  const hasLeft = current?.hasLeft === true || left.includes(state);
  const facts = {
    reference: data.reference ?? current?.reference,
    programmeTitle: data.programmeTitle ?? current?.programmeTitle,
    intakeStartsOn: data.intakeStartsOn ?? current?.intakeStartsOn,
    tuition: data.tuition ?? current?.tuition,
    leftAt: current?.leftAt,
    leftByRight: current?.leftByRight,
  };
  return { state: { candidateId, programmeId, seen: revision, state, isExaminable, hasLeft, ...facts } };
}

/** Takes over that the candidate left, and when. It counts at once, whatever snapshot comes later; a snapshot may have told it first. */
export function followLeaving(
  current: Access | undefined,
  { candidateId, programmeId, withdrawnAt, reason }: DataOf<typeof applicationWithdrawn>,
): Followed {
  if (current?.leftAt !== undefined) return { ignored: 'left already' };
  const leftByRight = reason === 'STATUTORY_WITHDRAWAL';
  const known = current ?? { candidateId, programmeId, seen: 0 };
  return { state: { ...known, hasLeft: true, leftAt: withdrawnAt, leftByRight } };
}

/** Takes over the start of the intake from the confirmation of the place, where no snapshot told it. */
export function followPlace(
  current: Access | undefined,
  { candidateId, programmeId, intakeStartsOn }: DataOf<typeof placeConfirmed>,
): Followed {
  if (current?.intakeStartsOn !== undefined) return { ignored: 'the start is known' };
  return { state: { ...(current ?? { candidateId, programmeId, seen: 0 }), intakeStartsOn } };
}

/**
 * True for the candidate whose order it is, and for staff of its programme once the fee was paid (R15): that order once it is paid,
 * a deposit always. A dispute hides it from nobody.
 */
export function maySee(order: Order, who: Subject): boolean {
  if (isOwner(order, who)) return true;
  const isForStaff = 'payment' in order || order.product === 'DEPOSIT';
  return isForStaff && can(who, 'order:read', { programmeId: order.programmeId });
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

/** True for those who may know of the application at all: its candidate, and finance officers of its programme once its fee is paid (R15). */
export function mayKnow(access: Access, who: Subject): boolean {
  return (
    isOwner(access, who) ||
    (access.isExaminable === true && can(who, 'order:read', { programmeId: access.programmeId }))
  );
}

/** By the role of a candidate: an account that is also staff reaches its own file by that role alone. */
export function isOwner({ candidateId }: { readonly candidateId: string }, who: Subject): boolean {
  return can(who, 'order:read', { owner: candidateId });
}
