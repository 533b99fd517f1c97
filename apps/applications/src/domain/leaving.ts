import { applicationWithdrawn } from '@admissions/contracts/offers';
import { send } from '@admissions/contracts/message';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import {
  moves,
  permits,
  type Application,
  type FeePending,
  type Lapsing,
  type Leaving,
  type OfferOpen,
  type Staying,
  type WithdrawalReason,
  type Withdrawn,
} from './application.ts';
import { askToClose } from './asking.ts';
import type { Ignored, Outcome } from './outcome.ts';
import { mentionOf } from './mention.ts';
import { freePlace } from './freed-place.ts';
import { snapshotOf } from './snapshot.ts';

/** States in which an order may be paid at any moment. */
export type Payable = FeePending | OfferOpen | Lapsing;

/** True when an order of the application may still be paid: it is closed before anything else follows. */
export function isPayable(application: Application): application is Payable {
  if (application.state === 'fee-pending') return application.freeze.is === 'held';
  return application.state === 'offer-open' || application.state === 'lapsing';
}

/** What the order of a payable application is for. */
export function productOf({ state }: Payable): 'APPLICATION_FEE' | 'DEPOSIT' {
  return state === 'fee-pending' ? 'APPLICATION_FEE' : 'DEPOSIT';
}

/**
 * The candidate leaves the process (R92): at once, or, where an order may still be paid, once payments has said what became of it.
 * Asking again while that is awaited changes nothing; refuses where the process has ended.
 */
export function withdraw(
  application: Application,
  reason: WithdrawalReason,
  now: Date,
): Outcome | Refusal | Ignored {
  if (!permits('withdraw', application)) return refuse(moves.withdraw.otherwise);
  const leaving: Leaving = { reason, askedAt: now.toISOString() };
  return isPayable(application) ? askToLeave(application, leaving, now) : leave(application, leaving, now);
}

function askToLeave(application: Payable, leaving: Leaving, now: Date): Outcome | Ignored {
  if (application.leaving) return { ignored: 'the candidate is leaving already' };
  // An offer that lapses has asked already.
  if (application.state === 'lapsing') return { state: { ...application, leaving }, messages: [] };
  const first = { reason: 'WITHDRAWN', asks: 1 } as const;
  const { closing, ask } = askToClose(application.id, productOf(application), first, now);
  const state: FeePending | OfferOpen = { ...application, leaving, closing };
  return { state, messages: [ask] };
}

/** Nothing can be paid any more: the candidate has left, with what was reached. A place that was held is free again (R10). */
export function leave(application: Staying, { reason, askedAt }: Leaving, now: Date): Outcome {
  const { state: fromState } = application;
  const at = now.toISOString();
  const { leaving: _asked, closing: _closed, ...rest } = application as Payable;
  const state = {
    ...rest,
    state: moves.withdraw.to,
    withdrawal: { reason, askedAt, at, fromState },
  } as Withdrawn;
  const told = send(applicationWithdrawn, { ...mentionOf(state), reason, fromState, withdrawnAt: at });
  const freed = 'offer' in state ? [freePlace(state, 'WITHDRAWN')] : [];
  return { state, messages: [snapshotOf(state), told, ...freed] };
}
