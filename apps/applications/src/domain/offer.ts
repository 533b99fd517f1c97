import { placeConfirmed } from '@admissions/contracts/offers';
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
import { addDays, addWorkingDays, dayOf, endOf, rollOver, startOf } from './calendar.ts';
import type { Early, Ignored, Outcome } from './outcome.ts';
import { leave } from './leaving.ts';
import { mentionOf } from './mention.ts';
import { ruleSet as figures } from './programme.ts';
import { sameMoney } from './same-money.ts';
import { snapshotOf } from './snapshot.ts';
import { states } from './states.ts';

/** R64 as ruled in 1b: nobody has less than this to pay. */
const leastDays = 7;
type File = Pick<InSelection, 'ruleSet' | 'facts'>;

/**
 * The last day of the cooling-off of who pays the course alone (R61, R89): the longer of the two periods; undefined for others. The
 * training contract whose signature starts it is not part of the process yet: it starts when the offer is made, never earlier, and
 * is computed again from the signature once there is one.
 */
function lastCoolingOffDay({ ruleSet, facts }: File, now: Date): string | undefined {
  if (facts.funding.type !== 'SELF') return undefined;
  // Applications keep the figures that they started with: those of before these figures existed have their defaults.
  const { coolingOffDays, withdrawalDays } = figures.parse(ruleSet);
  return rollOver(addDays(dayOf(now), Math.max(coolingOffDays, withdrawalDays)));
}

/** From when the deposit can be paid: of who pays the course alone, nothing may be asked before the cooling-off is over (R89, R90). */
export function depositPayableFrom(file: File, now: Date): string | undefined {
  const last = lastCoolingOffDay(file, now);
  return last && startOf(addDays(last, 1));
}

/**
 * The end of the last day on which the deposit can be paid (R61, R64): the window of the rule set from the decision, never less
 * than seven days from now. Who pays the course alone has at least until the working day after the cooling-off (1b).
 */
export function depositDueAt(file: File, decidedAt: string, now: Date): string {
  const cooledOff = lastCoolingOffDay(file, now);
  const days = [
    rollOver(addDays(dayOf(decidedAt), file.ruleSet.depositWindowDays)),
    rollOver(addDays(dayOf(now), leastDays)),
    ...(cooledOff === undefined ? [] : [addWorkingDays(cooledOff, 1)]),
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
