import { startOf } from '@admissions/calendar/calendar';
import type { Outgoing } from '@admissions/contracts/message';
import type { Money } from '@admissions/contracts/money';
import type { refundStates, RefundView } from '@admissions/contracts/payments';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import type { DepositStanding } from './deposit.ts';
import { claimReasons, leavingDueAt, reasonOfLeaving, type ClaimReason } from './refund-reasons.ts';
import { refundTimes, type RefundTimes } from './refund-times.ts';

export type RefundState = (typeof refundStates)[number];

export interface Facts extends RefundTimes {
  readonly id: string;
  readonly applicationId: string;
  readonly candidateId: string;
  readonly programmeId: string;
  /** The order of the deposit. */
  readonly orderId: string;
  /** Absent in what was stored while the only reason was FUNDING_CONFIRMED. */
  readonly reason?: ClaimReason;
  /** The agreement from which it follows, if it does. */
  readonly fundingId?: string;
  /** When the agreement was confirmed, or the candidate withdrew. */
  readonly confirmedAt: string;
  readonly confirmedBy: string;
  /** Known once the deposit was asked for. */
  readonly amount?: Money;
  readonly startsOn?: string;
  readonly restartedAt?: string;
  /** How often the provider was asked: each time under a key of its own (R130). */
  readonly demands: number;
}

interface Approval {
  readonly approvedBy: string;
  readonly approvedAt: string;
}

type Waits = NonNullable<RefundView['waitsFor']>;

export type WaitingRefund = Facts & {
  readonly state: 'waiting';
  readonly waitsFor: Waits;
  /** When it is looked at again: the start, or the next day. */
  readonly checkAt: string;
};
export type DueRefund = Facts & { readonly state: 'due' };
export type ApprovedRefund = Facts & Approval & { readonly state: 'approved' };
/** The provider was asked, or is about to be, under the key. */
export type ExecutingRefund = Facts &
  Approval & {
    readonly state: 'executing';
    readonly key: string;
    readonly checkAt: string;
    /**
     * Stored before the demand leaves: while it is false the provider has certainly not heard of the key. Absent in what was stored
     * before it was noted: the demand may have left.
     */
    readonly isSent?: boolean;
  };
export type SucceededRefund = Facts &
  Approval & { readonly state: 'succeeded'; readonly succeededAt: string; readonly creditNoteNumber: string };
/** A person gives the money back by another way (R132). */
export type FailedRefund = Facts &
  Approval & {
    readonly state: 'failed';
    readonly failedAt: string;
    readonly because: string;
    /** The bank returned a refund that had succeeded: its paper was issued and is never taken back (R106). */
    readonly creditNoteNumber?: string;
  };
export type StoppedRefund = Facts & {
  readonly state: 'stopped';
  readonly stoppedAt: string;
  readonly because: string;
};
export type Refund =
  | WaitingRefund
  | DueRefund
  | ApprovedRefund
  | ExecutingRefund
  | SucceededRefund
  | FailedRefund
  | StoppedRefund;

interface Move {
  readonly from: readonly RefundState[];
  readonly to: RefundState;
  readonly by: 'system' | 'finance-officer' | 'provider';
}

/** Every way in which a refund changes its state. */
export const refundMoves = {
  wait: { from: ['waiting', 'due', 'approved', 'executing', 'stopped'], to: 'waiting', by: 'system' },
  'become-due': { from: ['waiting'], to: 'due', by: 'system' },
  // R86: by a withdrawal within the period, also when the claim by an agreement was stopped by it.
  'be-owed-by-right': {
    from: ['waiting', 'due', 'approved', 'executing', 'stopped'],
    to: 'approved',
    by: 'system',
  },
  // A refund that is executing is stopped only while its demand has not left (see isStoppable).
  stop: { from: ['waiting', 'due', 'approved', 'executing'], to: 'stopped', by: 'system' },
  approve: { from: ['due'], to: 'approved', by: 'finance-officer' },
  begin: { from: ['approved'], to: 'executing', by: 'system' },
  send: { from: ['executing'], to: 'executing', by: 'system' },
  succeed: { from: ['executing'], to: 'succeeded', by: 'provider' },
  fail: { from: ['executing', 'succeeded'], to: 'failed', by: 'provider' },
} as const satisfies Record<string, Move>;
export type RefundMove = keyof typeof refundMoves;

/** True when the table allows the move from this state. */
export function allowsRefund(move: RefundMove, state: RefundState): boolean {
  return (refundMoves[move].from as readonly RefundState[]).includes(state);
}

/** True while no demand of it can have reached the provider: until then what changes around it still stops it (R94). */
export function isStoppable(refund: Refund): boolean {
  return allowsRefund('stop', refund.state) && (refund.state !== 'executing' || refund.isSent === false);
}

/** Words for staff who read the list. */
export const refundLabels = {
  waiting: 'En attente',
  due: 'À approuver',
  approved: 'Approuvé',
  executing: 'En cours de remboursement',
  succeeded: 'Remboursé',
  failed: 'Échoué : à rembourser par virement',
  stopped: 'Sans objet',
} as const satisfies Record<RefundState, string>;

/** What the refund of a deposit depends on, as it is now. */
export interface Surroundings {
  readonly deposit: DepositStanding;
  /** The amount of the deposit, once it was asked for. */
  readonly amount?: Money;
  /** Withdrawn or cancelled (R94). */
  readonly hasLeft: boolean;
  /** When the candidate withdrew, once that was told. */
  readonly leftAt?: string;
  readonly leftByRight?: boolean;
  /** When the deposit was paid. */
  readonly paidAt?: string;
  readonly startsOn?: string;
}

export type RefundDecision =
  { state: Refund; messages?: readonly Outgoing[] } | Refusal | { ignored: string };

/** The confirmed agreement from which a claim follows. */
export type Claim = ClaimantOf & Pick<Facts, 'fundingId' | 'confirmedAt' | 'confirmedBy'>;

/** Whose deposit it is. */
export type ClaimantOf = Pick<Facts, 'applicationId' | 'candidateId' | 'programmeId' | 'orderId'>;

/** The approver of what nobody needs to approve (R86). */
export const byRight = 'system:payments/right-of-withdrawal';

const day = 86_400_000;

/** Opens the claim that follows from a confirmed agreement: one for each deposit, whatever the number of agreements (R94). */
export function openRefund(
  current: Refund | undefined,
  id: string,
  claim: Claim,
  around: Surroundings,
  now: Date,
): RefundDecision {
  if (current) return { ignored: 'refund-exists' };
  const reason = 'FUNDING_CONFIRMED' as const;
  const facts = { ...claim, id, reason, demands: 0, ...refundTimes(claim) };
  const waiting: WaitingRefund = {
    ...facts,
    state: 'waiting',
    waitsFor: 'DEPOSIT',
    checkAt: now.toISOString(),
  };
  const reviewed = review(waiting, around, now);
  return 'state' in reviewed ? reviewed : { state: waiting };
}

/**
 * Opens the claim that follows from a withdrawal within the legal period (R86), in the place of one by an agreement, which the
 * withdrawal ends (R94). One deposit goes back once: not when the demand of the other may have left, or the money is gone.
 */
export function claimByLeaving(
  current: Refund | undefined,
  id: string,
  whose: ClaimantOf,
  around: Surroundings,
  now: Date,
): RefundDecision {
  if (current && !mayBeTakenOver(current)) return { ignored: `refund-${current.state}` };
  const { leftAt, paidAt, leftByRight = false } = around;
  const reason =
    leftAt === undefined || paidAt === undefined ? undefined : reasonOfLeaving(paidAt, leftAt, leftByRight);
  if (reason === undefined || leftAt === undefined) return { ignored: 'nothing-owed-by-leaving' };
  const { applicationId, candidateId, programmeId, orderId } = whose;
  const waiting: WaitingRefund = {
    id,
    applicationId,
    candidateId,
    programmeId,
    orderId,
    reason,
    confirmedAt: leftAt,
    confirmedBy: candidateId,
    demands: current?.demands ?? 0,
    isLate: false,
    dueAt: leavingDueAt(leftAt),
    state: 'waiting',
    waitsFor: 'DEPOSIT',
    checkAt: now.toISOString(),
  };
  const reviewed = review(waiting, around, now);
  return 'state' in reviewed ? reviewed : { state: waiting };
}

/** A claim by an agreement whose demand has not left, or that the withdrawal itself stopped. */
function mayBeTakenOver(refund: Refund): boolean {
  if (claimReasons[reasonOf(refund)].outlivesLeaving) return false;
  return isStoppable(refund) || (refund.state === 'stopped' && refund.because === 'application-left');
}

/** Why the deposit goes back. */
export function reasonOf({ reason }: Refund): ClaimReason {
  return reason ?? 'FUNDING_CONFIRMED';
}

/**
 * Looks at a claim again whenever something around it changed or a deadline came: it waits, becomes due, or is stopped. What may have
 * left for the provider is not touched, it is found out; an approval does not outlive a wait, because the second person approved something else.
 */
export function review(refund: Refund, around: Surroundings, now: Date): RefundDecision {
  if (!isStoppable(refund)) return { ignored: `refund-${refund.state}` };
  const { waitsForStart, outlivesLeaving, approval } = claimReasons[reasonOf(refund)];
  const why = stopReason({ ...around, hasLeft: around.hasLeft && !outlivesLeaving });
  if (why)
    return { state: { ...factsOf(refund), state: 'stopped', stoppedAt: now.toISOString(), because: why } };
  const waitsFor = waitingFor(around, waitsForStart, now);
  const facts = withTimes(refund, around, now);
  if (waitsFor) return waitOn(refund, facts, waitsFor, now);
  if (refund.state !== 'waiting') return { ignored: 'nothing-new' };
  if (approval === 'second-person') return { state: { ...facts, state: 'due' } };
  return { state: { ...facts, state: 'approved', approvedBy: byRight, approvedAt: now.toISOString() } };
}

/** Why a claim comes to nothing, as long as no money has gone back. */
function stopReason({ hasLeft, deposit }: Surroundings): string | undefined {
  const reasons: Partial<Record<DepositStanding, string>> = {
    closed: 'deposit-not-paid',
    lost: 'payment-lost-by-dispute',
    returned: 'given-back-otherwise',
  };
  return hasLeft ? 'application-left' : reasons[deposit];
}

function waitingFor(
  { deposit, startsOn }: Surroundings,
  waitsForStart: boolean,
  now: Date,
): Waits | undefined {
  if (deposit === 'unpaid') return 'DEPOSIT';
  if (deposit === 'disputed') return 'DISPUTE';
  if (!waitsForStart) return undefined;
  return startsOn === undefined || now < new Date(startOf(startsOn)) ? 'START' : undefined;
}

function waitOn(refund: Refund, facts: Facts, waitsFor: Waits, now: Date): RefundDecision {
  const checkAt = nextLook(facts, waitsFor, now);
  if (refund.state === 'waiting' && refund.waitsFor === waitsFor) {
    const isSame = refund.startsOn === facts.startsOn && refund.amount?.amount === facts.amount?.amount;
    if (isSame && new Date(refund.checkAt) > now) return { ignored: 'nothing-new' };
  }
  return { state: { ...facts, state: 'waiting', waitsFor, checkAt } };
}

/** The start is a deadline; for the rest somebody tells us, and a daily look makes sure of it. */
export function nextLook({ startsOn }: Facts, waitsFor: Waits, now: Date): string {
  const start = startsOn === undefined ? undefined : startOf(startsOn);
  if (waitsFor === 'START' && start !== undefined) return start;
  return new Date(now.getTime() + day).toISOString();
}

/** The facts with the newest start and amount, and the times that follow. A dispute that has just ended lets them begin again (R133). */
function withTimes(refund: Refund, around: Surroundings, now: Date): Facts {
  const facts = factsOf(refund);
  const isWon = refund.state === 'waiting' && refund.waitsFor === 'DISPUTE' && around.deposit === 'paid';
  const restartedAt = isWon ? now.toISOString() : facts.restartedAt;
  const causes = { confirmedAt: facts.confirmedAt, startsOn: around.startsOn ?? facts.startsOn, restartedAt };
  const amount = around.amount ?? facts.amount;
  return {
    ...facts,
    ...(amount ? { amount } : {}),
    ...(causes.startsOn ? { startsOn: causes.startsOn } : {}),
    ...(restartedAt ? { restartedAt } : {}),
    ...(claimReasons[reasonOf(refund)].outlivesLeaving
      ? { dueAt: leavingDueAt(facts.confirmedAt, restartedAt) }
      : refundTimes(causes)),
  };
}

/** What of a refund is true in every state. */
export function factsOf(refund: Refund): Facts {
  const { id, applicationId, candidateId, programmeId, orderId, confirmedAt, confirmedBy } = refund;
  const { reason, fundingId } = refund;
  const { amount, startsOn, restartedAt, demands, dueAt, windowEndsOn, isLate } = refund;
  return {
    id,
    applicationId,
    candidateId,
    programmeId,
    orderId,
    confirmedAt,
    confirmedBy,
    demands,
    dueAt,
    isLate,
    ...(reason ? { reason } : {}),
    ...(fundingId ? { fundingId } : {}),
    ...(amount ? { amount } : {}),
    ...(startsOn ? { startsOn } : {}),
    ...(restartedAt ? { restartedAt } : {}),
    ...(windowEndsOn ? { windowEndsOn } : {}),
  };
}

/** R101: a second person approves: neither who confirmed the agreement nor who gets the money. */
export function approve(refund: Refund, by: string, now: Date): RefundDecision {
  if (refund.state !== 'due') return refuse('refund-not-due', undefined, { state: refund.state });
  if (by === refund.confirmedBy || by === refund.candidateId) return refuse('second-person-needed');
  return { state: { ...refund, state: 'approved', approvedBy: by, approvedAt: now.toISOString() } };
}

/** Begins to give the money back, with the status test of ruling 1b once more: what changed since the approval stops it here. */
export function begin(refund: Refund, around: Surroundings, now: Date): RefundDecision {
  if (refund.state !== 'approved') return { ignored: `refund-${refund.state}` };
  const reviewed = review(refund, around, now);
  if ('state' in reviewed) return reviewed;
  const demands = refund.demands + 1;
  const key = `${refund.id}:${demands}`;
  return {
    state: { ...refund, state: 'executing', demands, key, checkAt: now.toISOString(), isSent: false },
  };
}

/**
 * Notes that the demand leaves now, with the status test of R94 for the last time: while the provider was not reachable the candidate may have
 * left. A demand that may have left already is made again under its key, whatever has changed: only so is it found out (R130).
 */
export function sendDemand(refund: Refund, key: string, around: Surroundings, now: Date): RefundDecision {
  if (refund.state !== 'executing' || refund.key !== key) return { ignored: `refund-${refund.state}` };
  if (!isStoppable(refund)) return { ignored: 'sent-before' };
  const reviewed = review(refund, around, now);
  return 'state' in reviewed ? reviewed : { state: { ...refund, isSent: true } };
}

/** What finance officers see of a refund; nothing while the deposit was not even asked for. */
export function viewOfRefund(refund: Refund): RefundView | undefined {
  const { id, applicationId, orderId, amount, state, dueAt, windowEndsOn, isLate, confirmedBy } = refund;
  if (!amount) return undefined;
  return {
    id,
    applicationId,
    orderId,
    amount,
    state,
    dueAt,
    isLate,
    reason: reasonOf(refund),
    stateLabel: refundLabels[state],
    madeDueBy: confirmedBy,
    ...(windowEndsOn ? { windowEndsOn } : {}),
    ...('waitsFor' in refund ? { waitsFor: refund.waitsFor } : {}),
    ...('approvedBy' in refund && refund.approvedBy !== byRight ? { approvedBy: refund.approvedBy } : {}),
    ...('succeededAt' in refund ? { succeededAt: refund.succeededAt } : {}),
    ...('creditNoteNumber' in refund ? { creditNoteNumber: refund.creditNoteNumber } : {}),
    ...('because' in refund ? { because: refund.because } : {}),
  };
}
