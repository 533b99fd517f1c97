import { applicantFacts, type PartialFacts } from '@admissions/contracts/applicant-facts';
import { applicationSubmitted } from '@admissions/contracts/applications';
import { documentTypes } from '@admissions/contracts/document-types';
import { send, type DataOf, type Outgoing } from '@admissions/contracts/message';
import type { orderPaid } from '@admissions/contracts/payments';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import {
  isExaminable,
  moves,
  permits,
  type Application,
  type Draft,
  type FeePending,
  type Submitted,
} from './application.ts';
import { askToFreeze } from './asking.ts';
import { addDays, addMonths, dayOf, rollOver, startOf } from './calendar.ts';
import { wantedTypes } from './checklist.ts';
import type { Consent, ConsentName } from './consents.ts';
import { blockersIn, checklistOf } from './own-checklist.ts';
import { leave } from './leaving.ts';
import { sameMoney } from './same-money.ts';
import { issuesIn } from './section-checks.ts';
import type { Early, Ignored, Outcome } from './outcome.ts';
import { snapshotOf } from './snapshot.ts';

/** Of whom, for what, and by which figures. */
export type Start = Pick<Draft, 'id' | 'candidateId' | 'reference' | 'programme' | 'intake' | 'ruleSet'>;

/** Starts an application of a candidate for an intake (R14: that there is no other one is claimed by the caller). */
export function create(start: Start, now: Date): Outcome<{ applicationId: string }> {
  const blank: Draft = {
    ...start,
    createdAt: now.toISOString(),
    documents: {},
    wanted: [],
    state: moves.create.to,
    facts: {},
  };
  const state = { ...blank, wanted: wantedTypes(checklistOf(blank, dayOf(now))) };
  return { state, messages: [snapshotOf(state)], answer: { applicationId: start.id } };
}

/** Replaces sections of a draft. A section given must be right on the day it is given, though others may still lack. */
export function fill(application: Application, sections: PartialFacts, now: Date): Outcome | Refusal {
  if (!permits('fill', application)) return refuse(moves.fill.otherwise);
  const today = dayOf(now);
  const issues = issuesIn(sections, today);
  if (issues.length > 0)
    return { refused: { code: 'invalid-input', detail: 'Some answers cannot be right', issues } };
  const filled = { ...application, facts: { ...application.facts, ...sections } };
  const state = { ...filled, wanted: wantedTypes(checklistOf(filled, today)) };
  return { state, messages: sameItems(state.wanted, application.wanted) ? [] : [snapshotOf(state)] };
}

export interface Confirmation {
  readonly consents: Readonly<Record<ConsentName, Consent>>;
  /** Of the intake as the programme has it now: an application is confirmed while the intake is open. */
  readonly intakeIsOpen: boolean;
  /** The revision of the application that this confirmation will be: it names the freeze that is asked for. */
  readonly attempt: number;
}

/**
 * Closes the form and asks documents to let nothing move any more (R16, R25); the fee is asked for once it answers. What is
 * known here of documents may be late. Refuses while a section or a required piece is missing.
 */
export function confirm(application: Application, command: Confirmation, now: Date): Outcome | Refusal {
  if (!permits('confirm', application)) return refuse(moves.confirm.otherwise);
  if (!command.consents.swornStatement.given) return refuse('sworn-statement-missing');
  if (!command.intakeIsOpen) return refuse('intake-not-open');
  const blockers = blockersIn(application, dayOf(now));
  if (blockers.length > 0) return refuse('application-incomplete', undefined, { blockers });
  const checklist = checklistOf(application, dayOf(now));
  const { attempt, consents } = command;
  const { freeze, ask } = askToFreeze(application.id, attempt, 1, now);
  const state: FeePending = {
    ...application,
    state: moves.confirm.to,
    facts: applicantFacts.parse(application.facts),
    checklist,
    wanted: wantedTypes(checklist),
    confirmation: { at: now.toISOString(), consents },
    freeze,
  };
  return { state, messages: [snapshotOf(state), ask] };
}

/**
 * The fee is paid: the application is submitted at the moment of payment (R23).
 * Refuses an order that is not ours (a person must look at it); ignores one that comes again, or a second one (R134).
 */
export function settleFee(
  application: Application,
  order: DataOf<typeof orderPaid>,
  now: Date,
): Outcome | Refusal | Ignored | Early {
  if (order.candidateId !== application.candidateId)
    return refuse('invalid-input', 'the order is of another candidate');
  if (!sameMoney(order.amount, application.ruleSet.applicationFee)) {
    return refuse('invalid-input', 'the order is of another amount than the fee of this application');
  }
  if (application.state === 'draft') return { early: 'the fee of a draft is paid' };
  if (!permits('settle-fee', application)) return paidAgain(application, order.orderId);
  const { confirmation, freeze, ruleSet, leaving, closing: _closed, ...confirmed } = application;
  if (freeze.is === 'pending') return { early: 'the fee is paid before it was asked for' };
  const { orderId, receiptNumber, paidAt: receivedAt } = order;
  const day = dayOf(receivedAt);
  const startsEarly = confirmation.consents.earlyStart.given && confirmation.consents.lossOfWithdrawal.given;
  const state: Submitted = {
    ...confirmed,
    confirmation,
    ruleSet,
    state: moves['settle-fee'].to,
    freeze,
    submission: {
      orderId,
      receiptNumber,
      receivedAt,
      impliedRefusalOn: rollOver(addMonths(day, ruleSet.impliedRefusalMonths)),
      examinableFrom: startsEarly
        ? receivedAt
        : startOf(addDays(rollOver(addDays(day, ruleSet.withdrawalDays)), 1)),
    },
  };
  // Paid in the moment of leaving: nothing will be studied, and the fee is kept (R80); payments sends the receipt.
  return leaving ? leave(state, leaving, now) : { state, messages: [snapshotOf(state), acknowledge(state)] };
}

function paidAgain(application: Exclude<Application, Draft | FeePending>, orderId: string): Ignored {
  if (!isExaminable(application))
    return {
      ignored: `the fee ${orderId} was paid for an application that is ${application.state}`,
      alarm: true,
    };
  const { submission } = application;
  const ignored =
    submission.orderId === orderId
      ? 'submitted by this order already'
      : `the fee was paid twice: order ${orderId} after ${submission.orderId}`;
  return { ignored };
}

function acknowledge(application: Submitted): Outgoing {
  const { id, candidateId, reference, programme, intake, checklist, freeze, submission } = application;
  return send(applicationSubmitted, {
    applicationId: id,
    candidateId,
    reference,
    programmeTitle: programme.title,
    intakeLabel: intake.label,
    receivedAt: submission.receivedAt,
    documents: checklist
      .filter(({ type }) => freeze.documents.some((document) => document.type === type))
      .map(({ type }) => ({ type, label: documentTypes[type].label })),
    impliedRefusalOn: submission.impliedRefusalOn,
    examinableFrom: submission.examinableFrom,
  });
}

function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
