import { placeConfirmed } from '@admissions/contracts/applications';
import { send, type DataOf, type Outgoing } from '@admissions/contracts/message';
import type { orderPaid } from '@admissions/contracts/payments';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import {
  moves,
  permits,
  type Application,
  type ConfirmedPlace,
  type InSelection,
  type Lapsing,
} from './application.ts';
import { askToClose } from './asking.ts';
import { addDays, addWorkingDays, dayOf, endOf, rollOver } from './calendar.ts';
import type { Early, Ignored, Outcome } from './outcome.ts';
import { leave } from './leaving.ts';
import { mentionOf } from './mention.ts';
import { sameMoney } from './same-money.ts';
import { snapshotOf } from './snapshot.ts';
import { states } from './states.ts';

/** R64 as ruled in 1b: nobody has less than this to pay. */
const leastDays = 7;
/** R89: the longer of the two cooling-off periods of who pays the course alone. */
const coolingOffDays = 14;

/**
 * The end of the last day on which the deposit can be paid (R61, R64): the window of the rule set from the decision, never less
 * than seven days from now. Who pays the course alone (R88 to R90) has at least until the working day after a cooling-off that
 * would start with the decision: the training contract whose signature starts it is not part of the process yet, and recomputes
 * this date once it is.
 */
export function depositDueAt(
  { ruleSet, facts }: Pick<InSelection, 'ruleSet' | 'facts'>,
  decidedAt: string,
  now: Date,
): string {
  const decided = dayOf(decidedAt);
  const days = [
    rollOver(addDays(decided, ruleSet.depositWindowDays)),
    rollOver(addDays(dayOf(now), leastDays)),
    ...(facts.funding.type === 'SELF' ? [addWorkingDays(rollOver(addDays(decided, coolingOffDays)), 1)] : []),
  ];
  return endOf(days.sort().at(-1)!);
}

/** The date of the letter has passed: payments is asked to close the order, and only its answer lapses the offer (R64). */
export function reachDueDate(application: Application, now: Date): Outcome | Ignored {
  if (!permits('reach-due-date', application)) return { ignored: `it is ${application.state} by now` };
  if (application.closing) return { ignored: 'its order is being closed already' };
  if (now.getTime() < Date.parse(application.offer.dueAt)) return { ignored: 'the date has not come' };
  const { closing, ask } = askToClose(application.id, 'DEPOSIT', { reason: 'LAPSED', asks: 1 }, now);
  const state: Lapsing = { ...application, state: moves['reach-due-date'].to, closing };
  return { state, messages: [snapshotOf(state), ask] };
}

/**
 * The deposit is paid: the place is confirmed, also while the offer lapses (R87). Who asked to leave in the meantime leaves with
 * the deposit paid (R92). Refuses an order that is not ours; ignores one that comes again.
 */
export function payDeposit(
  application: Application,
  order: DataOf<typeof orderPaid>,
  now: Date,
): Outcome | Refusal | Ignored | Early {
  if (order.candidateId !== application.candidateId)
    return refuse('invalid-input', 'the order is of another candidate');
  if (!permits('confirm-place', application)) return notAwaited(application, order.orderId);
  if (!sameMoney(order.amount, application.offer.deposit))
    return refuse('invalid-input', 'the order is of another amount than the deposit of this application');
  const { leaving, closing: _closed, ...offered } = application;
  const { orderId, receiptNumber, paidAt: confirmedAt } = order;
  const state: ConfirmedPlace = {
    ...offered,
    state: moves['confirm-place'].to,
    enrolment: { orderId, receiptNumber, confirmedAt },
  };
  return leaving ? leave(state, leaving, now) : { state, messages: [snapshotOf(state), confirmPlace(state)] };
}

function notAwaited(application: Application, orderId: string): Ignored | Early {
  if ('enrolment' in application) {
    const { orderId: first } = application.enrolment;
    return {
      ignored:
        first === orderId ? 'confirmed by this order already' : `the deposit was paid twice: ${orderId}`,
    };
  }
  const { group } = states[application.state];
  return group === 'final'
    ? // The handshake excludes it: a person must look at it, and payments holds the money.
      { ignored: `deposit ${orderId} was paid for an application that is ${application.state}`, alarm: true }
    : { early: `the deposit of an application that is ${application.state}` };
}

function confirmPlace(application: ConfirmedPlace): Outgoing {
  const { conditionalOn } = application.decision;
  return send(placeConfirmed, {
    ...mentionOf(application),
    confirmedAt: application.enrolment.confirmedAt,
    intakeStartsOn: application.intake.startsOn,
    ...(conditionalOn === undefined ? {} : { conditionalOn }),
  });
}
