import { type ApplicationState } from '@admissions/contracts/applications';
import { decisionAnnounced, depositRequested } from '@admissions/contracts/offers';
import type { decisionRecorded } from '@admissions/contracts/juries';
import type { selectionChanged } from '@admissions/contracts/marks';
import { send, type DataOf, type Outgoing } from '@admissions/contracts/message';
import {
  moves,
  permits,
  type Application,
  type Decision,
  type Deferred,
  type InSelection,
  type NotAdmitted,
  type OfferOpen,
} from './application.ts';
import { addWorkingDays, dayOf } from './calendar.ts';
import type { Early, Ignored, Outcome } from './outcome.ts';
import { mentionOf } from './mention.ts';
import { depositDueAt, depositPayableFrom } from './offer.ts';
import { snapshotOf } from './snapshot.ts';
import { states } from './states.ts';

/** The interview took place: the application is in selection (R30). What else evaluation tells of it moves nothing. */
export function enterSelection(
  application: Application,
  { interview }: DataOf<typeof selectionChanged>,
): Outcome | Ignored | Early {
  if (interview !== 'done') return { ignored: `the interview is ${interview}` };
  if (permits('enter-selection', application)) {
    const state: InSelection = { ...application, state: moves['enter-selection'].to };
    return { state, messages: [snapshotOf(state)] };
  }
  return isBeforeSelection(application)
    ? { early: `the interview of an application that is ${application.state}` }
    : { ignored: `it is ${application.state} by now` };
}

const moveOf = { ADMITTED: 'admit', NOT_ADMITTED: 'reject', DEFERRED: 'defer' } as const;

/**
 * Applies a sealed decision of a jury (R35). An admitted candidate has an offer with the date until which the deposit is to be paid
 * (R64); the letter is promised within the working days of the rule set from the signature of the minutes.
 */
export function takeDecision(
  application: Application,
  recorded: DataOf<typeof decisionRecorded>,
  now: Date,
): Outcome | Ignored | Early {
  if (isBeforeSelection(application))
    return { early: `a jury decided on an application that is ${application.state}` };
  if (!permits(moveOf[recorded.outcome], application))
    return { ignored: `it is ${application.state} by now` };
  if ('decision' in application && application.decision.sessionId === recorded.sessionId)
    return { ignored: `session ${recorded.sessionId} decided already` };
  const decision = decisionOf(recorded);
  if (decision.outcome === 'ADMITTED') {
    const { deposit } = application.ruleSet;
    const payableFrom = depositPayableFrom(application, now);
    const offer = {
      deposit,
      dueAt: depositDueAt(application, decision.decidedAt, now),
      ...(payableFrom === undefined ? {} : { payableFrom }),
    };
    const state: OfferOpen = { ...application, decision, offer, state: moves.admit.to };
    return { state, messages: [snapshotOf(state), announce(state), requestDeposit(state, now)] };
  }
  const to = decision.outcome === 'DEFERRED' ? moves.defer.to : moves.reject.to;
  const state: Deferred | NotAdmitted = { ...application, decision, state: to };
  return { state, messages: [snapshotOf(state), announce(state)] };
}

/** Where no admission can follow any more, and no offer holds a place. */
const ended: readonly ApplicationState[] = ['not-admissible', 'not-admitted', 'lapsed', 'withdrawn'];

/**
 * True of an application for which an admission comes to nothing: the place that was reserved for it is to be freed (R10), whichever
 * session reserved it. One that has an offer already keeps its place when a second session admits it.
 */
export function wantsNoPlace({ state }: Application): boolean {
  return ended.includes(state);
}

function decisionOf(recorded: DataOf<typeof decisionRecorded>): Decision {
  const { sessionId, outcome, grounds, conditionalOn, signedAt, signedBy } = recorded;
  return {
    sessionId,
    outcome,
    grounds,
    ...(conditionalOn === undefined ? {} : { conditionalOn }),
    decidedAt: signedAt,
    signedBy,
  };
}

/** What evaluation says of it is for later: it was not found admissible yet. */
function isBeforeSelection({ state }: Application): boolean {
  const { group } = states[state];
  return group === 'preparing' || group === 'studied';
}

function announce(application: Deferred | NotAdmitted | OfferOpen): Outgoing {
  const { outcome, grounds, conditionalOn, decidedAt, signedBy } = application.decision;
  return send(decisionAnnounced, {
    ...mentionOf(application),
    outcome,
    grounds: [...grounds],
    ...(conditionalOn === undefined ? {} : { conditionalOn }),
    decidedAt,
    signedBy,
    dueOn: addWorkingDays(dayOf(decidedAt), application.ruleSet.juryBusinessDays),
    ...('offer' in application
      ? // R94: who is funded by another gets the deposit back.
        { offer: { ...application.offer, refundable: application.facts.funding.type !== 'SELF' } }
      : {}),
  });
}

function requestDeposit(application: OfferOpen, now: Date): Outgoing {
  const { deposit: amount, ...dates } = application.offer;
  return send(depositRequested, {
    ...mentionOf(application),
    amount,
    ...dates,
    requestedAt: now.toISOString(),
  });
}
