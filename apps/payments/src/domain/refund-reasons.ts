import { addDays, dayOf, endOf, rollOver } from '@admissions/calendar/calendar';
import type { RefundReason } from '@admissions/contracts/payments';

/** Why a deposit goes back; a second charge is no claim to it (R134). */
export type ClaimReason = Exclude<RefundReason, 'SECOND_CHARGE'>;

/** The figures of the law and of the school (ruling 1b); another school changes them here. */
export const leavingRules = {
  /** R86, R89: calendar days after the payment within which who paid at a distance may withdraw without giving a reason. */
  daysToWithdraw: 14,
  /** R86: calendar days within which the money is paid back, from the day on which we were told. */
  daysToPay: 14,
} as const;

/** What a reason asks for before money goes back. A new reason is a row here. */
export const claimReasons = {
  /** R94: the agreement of a funder is confirmed, and a second person approves (R101). */
  FUNDING_CONFIRMED: { rule: 'R94', waitsForStart: true, outlivesLeaving: false, approval: 'second-person' },
  /** R86 with ruling 1b: it is a right, and nobody approves it. */
  WITHDRAWAL_PERIOD: { rule: 'R86', waitsForStart: false, outlivesLeaving: true, approval: 'none' },
} as const satisfies Record<
  ClaimReason,
  {
    rule: string;
    waitsForStart: boolean;
    /** True when it follows from the withdrawal itself, which stops the others. */
    outlivesLeaving: boolean;
    approval: 'none' | 'second-person';
  }
>;

/**
 * What leaving gives a candidate who paid a deposit at `paidAt`: the whole deposit when they renounced the contract by right by the end
 * of the fourteenth day after the payment, moved to a working day (R61, R82, R85, R86), or when they had left before the payment
 * arrived. Who only leaves the process gets nothing by itself (R92, R94): it is not the same act.
 */
export function reasonOfLeaving(
  paidAt: string,
  leftAt: string,
  leftByRight: boolean,
): ClaimReason | undefined {
  if (new Date(leftAt) < new Date(paidAt)) return 'WITHDRAWAL_PERIOD';
  if (!leftByRight) return undefined;
  const lastDay = rollOver(addDays(dayOf(paidAt), leavingRules.daysToWithdraw));
  return new Date(leftAt) <= new Date(endOf(lastDay)) ? 'WITHDRAWAL_PERIOD' : undefined;
}

/** Until when a claim by a withdrawal is to be paid: from the day on which we were told, or a dispute ended (R86, R133, R61). */
export function leavingDueAt(toldAt: string, restartedAt?: string): string {
  const begun = dayOf(restartedAt ?? toldAt);
  return endOf(rollOver(addDays(begun, leavingRules.daysToPay)));
}
