import {
  applicantFacts,
  type ApplicantFacts,
  type PartialFacts,
} from '@admissions/contracts/applicant-facts';
import {
  applicationChanged,
  applicationSubmitted,
  feeRequested,
  type ApplicationState,
  type Blocker,
} from '@admissions/contracts/applications';
import { documentTypes, type DocumentType } from '@admissions/contracts/document-types';
import type { documentChanged } from '@admissions/contracts/documents';
import { send, type DataOf, type Outgoing } from '@admissions/contracts/message';
import type { Money } from '@admissions/contracts/money';
import type { orderPaid } from '@admissions/contracts/payments';
import { refuse, type ProblemCode, type Refusal } from '@admissions/contracts/problem';
import { addDays, addMonths, dayOf, rollOver, startOf } from './calendar.ts';
import {
  blockersOf,
  evaluate,
  isPresent,
  isThere,
  wantedTypes,
  type Evaluated,
  type KeptDocument,
  type KeptDocuments,
} from './checklist.ts';
import type { Consent, ConsentName } from './consents.ts';
import type { RuleSet } from './programme.ts';
import type { Asked } from './required-documents.ts';
import { issuesIn } from './section-checks.ts';

// States

/** True of an application at every moment; the programme, the intake and the figures are those it started with. */
interface Common {
  readonly id: string;
  readonly candidateId: string;
  readonly reference: string;
  readonly programme: { readonly id: string; readonly title: string };
  readonly intake: { readonly id: string; readonly label: string; readonly startsOn: string };
  readonly ruleSet: RuleSet;
  readonly createdAt: string;
  /** The latest snapshot of each of its documents. */
  readonly documents: KeptDocuments;
  /** The types of documents last announced as wanted. */
  readonly wanted: readonly DocumentType[];
}

export interface Draft extends Common {
  readonly state: 'draft';
  readonly facts: PartialFacts;
}

/** What the candidate confirmed: all of the form, the checklist as it was then (R17), and the texts accepted. */
interface Confirmed extends Common {
  readonly facts: ApplicantFacts;
  readonly checklist: readonly Evaluated[];
  readonly confirmation: {
    readonly at: string;
    /** SHA-256 of {@link confirmedData} (R16). */
    readonly dataHash: string;
    readonly consents: Readonly<Record<ConsentName, Consent>>;
  };
}

export interface FeePending extends Confirmed {
  readonly state: 'fee-pending';
}

/** The fee is paid: the file is examinable (R15). */
export interface Submitted extends Confirmed {
  readonly state: 'submitted';
  readonly submission: {
    readonly orderId: string;
    readonly receiptNumber: string;
    /** R23: the moment when the fee was paid. */
    readonly receivedAt: string;
    /** R23: silence is a refusal from this date. */
    readonly impliedRefusalOn: string;
    /** R83: the study may begin; at once when it was asked for with the loss of the withdrawal right (R82). */
    readonly examinableFrom: string;
  };
}

export type Application = Draft | FeePending | Submitted;

// Moves

interface Move {
  readonly from: readonly ApplicationState[];
  readonly to: ApplicationState;
  readonly by: 'candidate' | 'payments';
  /** What a person hears who tries it in another state; a message that comes in another state is recorded instead. */
  readonly otherwise: ProblemCode;
}

/** Who moves an application from where to where. A later step of the process is a row here and a function below. */
export const moves = {
  create: { from: [], to: 'draft', by: 'candidate', otherwise: 'application-exists' },
  fill: { from: ['draft'], to: 'draft', by: 'candidate', otherwise: 'application-not-editable' },
  confirm: { from: ['draft'], to: 'fee-pending', by: 'candidate', otherwise: 'wrong-state' },
  'settle-fee': { from: ['fee-pending'], to: 'submitted', by: 'payments', otherwise: 'wrong-state' },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;
type From<M extends MoveName> = Extract<Application, { state: (typeof moves)[M]['from'][number] }>;

/** True when the move starts from the state in which the application is. */
export function permits<M extends MoveName>(move: M, application: Application): application is From<M> {
  return (moves[move].from as readonly ApplicationState[]).includes(application.state);
}

// Decisions

export interface Outcome<A extends { [key: string]: string } = Record<never, string>> {
  readonly state: Application;
  readonly messages: readonly Outgoing[];
  readonly answer?: A;
}

/** A message that can never matter here, with the reason that is recorded. */
export interface Ignored {
  readonly ignored: string;
}

/** A message that came before what it needs: to be tried again later. */
export interface Early {
  readonly early: string;
}

/** Starts an application of a candidate for an intake (R14; that there is no other one is claimed by the caller). */
export function create(
  current: Application | undefined,
  start: Pick<Common, 'id' | 'candidateId' | 'reference' | 'programme' | 'intake' | 'ruleSet'>,
  now: Date,
): Outcome<{ applicationId: string }> | Refusal {
  if (current !== undefined) return refuse(moves.create.otherwise, undefined, { applicationId: current.id });
  const { id: applicationId } = start;
  const blank: Draft = {
    ...start,
    createdAt: now.toISOString(),
    documents: {},
    wanted: [],
    state: 'draft',
    facts: {},
  };
  const state = { ...blank, wanted: wantedTypes(checklistOf(blank, dayOf(now))) };
  return { state, messages: [snapshotOf(state)], answer: { applicationId } };
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
  /** SHA-256 of {@link confirmedData}. */
  readonly dataHash: string;
}

/** Closes the form and asks for the fee (R16, R25, R78): refuses while a section or a required piece is missing. */
export function confirm(application: Application, command: Confirmation, now: Date): Outcome | Refusal {
  if (!permits('confirm', application)) return refuse(moves.confirm.otherwise);
  if (!command.consents.swornStatement.given) return refuse('sworn-statement-missing');
  if (!command.intakeIsOpen) return refuse('intake-not-open');
  const blockers = blockersIn(application, dayOf(now));
  if (blockers.length > 0) return refuse('application-incomplete', undefined, { blockers });
  const checklist = checklistOf(application, dayOf(now));
  const { dataHash, consents } = command;
  const state: FeePending = {
    ...application,
    state: moves.confirm.to,
    facts: applicantFacts.parse(application.facts),
    checklist,
    wanted: wantedTypes(checklist),
    confirmation: { at: now.toISOString(), dataHash, consents },
  };
  return { state, messages: [snapshotOf(state), requestFee(state)] };
}

function requestFee({
  id,
  candidateId,
  programme,
  intake,
  reference,
  ruleSet,
  confirmation,
}: FeePending): Outgoing {
  return send(feeRequested, {
    applicationId: id,
    candidateId,
    programmeId: programme.id,
    reference,
    programmeTitle: programme.title,
    intakeLabel: intake.label,
    amount: ruleSet.applicationFee,
    confirmedDataHash: confirmation.dataHash,
    requestedAt: confirmation.at,
  });
}

/**
 * The fee is paid: the application is submitted at the moment of payment (R23).
 * Refuses an order that is not ours (a person must look at it); ignores one that comes again, or a second one (R134).
 */
export function settleFee(
  application: Application,
  order: DataOf<typeof orderPaid>,
): Outcome | Refusal | Ignored | Early {
  if (order.candidateId !== application.candidateId)
    return refuse('invalid-input', 'the order is of another candidate');
  if (!sameMoney(order.amount, application.ruleSet.applicationFee)) {
    return refuse('invalid-input', 'the order is of another amount than the fee of this application');
  }
  if (application.state === 'draft') return { early: 'the fee of a draft is paid' };
  if (!permits('settle-fee', application)) return { ignored: paidAgain(application, order.orderId) };
  const { confirmation, ruleSet } = application;
  const { orderId, receiptNumber, paidAt: receivedAt } = order;
  const day = dayOf(receivedAt);
  const startsEarly = confirmation.consents.earlyStart.given && confirmation.consents.lossOfWithdrawal.given;
  const state: Submitted = {
    ...application,
    state: moves['settle-fee'].to,
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
  return { state, messages: [snapshotOf(state), acknowledge(state)] };
}

function paidAgain({ submission }: Submitted, orderId: string): string {
  return submission.orderId === orderId
    ? 'submitted by this order already'
    : `the fee was paid twice: order ${orderId} after ${submission.orderId}`;
}

function acknowledge(application: Submitted): Outgoing {
  const { id, candidateId, reference, programme, intake, checklist, documents, submission } = application;
  return send(applicationSubmitted, {
    applicationId: id,
    candidateId,
    reference,
    programmeTitle: programme.title,
    intakeLabel: intake.label,
    receivedAt: submission.receivedAt,
    documents: checklist
      .filter(({ type }) => isPresent(type, documents))
      .map(({ type }) => ({ type, label: documentTypes[type].label })),
    impliedRefusalOn: submission.impliedRefusalOn,
  });
}

/** Keeps where a document stands, in whatever state the application is; an older snapshot than the one kept is ignored. */
export function keepDocument(
  application: Application,
  { documentId, type, state, sha256 }: DataOf<typeof documentChanged>,
  revision: number,
): Outcome | Ignored {
  const kept = Object.hasOwn(application.documents, documentId)
    ? application.documents[documentId]
    : undefined;
  if (kept && revision < kept.revision)
    return { ignored: `older than revision ${kept.revision} of the document` };
  const document: KeptDocument = { type, state, revision, ...(sha256 === undefined ? {} : { sha256 }) };
  if (kept && sameDocument(kept, document)) return { ignored: 'known already' };
  return {
    state: { ...application, documents: { ...application.documents, [documentId]: document } },
    messages: [],
  };
}

// Questions

/** R15: the fee is paid, so that staff may open it. */
export function isExaminable(application: Application): application is Submitted {
  return 'submission' in application;
}

/** The checklist: while it is a draft on the facts of today, afterwards as it was confirmed (R17). */
export function checklistOf(application: Application, today: string): readonly Evaluated[] {
  return application.state === 'draft'
    ? evaluate(application.facts, askedOf(application, today))
    : application.checklist;
}

/** What prevents the next step that is the candidate's. */
export function blockersIn(application: Application, today: string): Blocker[] {
  if (!permits('confirm', application)) return [];
  return blockersOf(application.facts, checklistOf(application, today), application.documents, today);
}

/** All that the candidate confirms, to be hashed (R16): the answers, the pieces by their content, the rules applied. */
export function confirmedData(application: Application, today: string): object {
  const pieces = Object.entries(application.documents)
    .filter(([, document]) => isThere(document))
    .map(([documentId, { type, sha256 }]) => ({ documentId, type, sha256: sha256 ?? null }));
  return {
    applicationId: application.id,
    candidateId: application.candidateId,
    intakeId: application.intake.id,
    ruleSet: application.ruleSet.version,
    facts: application.facts,
    checklist: checklistOf(application, today).map(({ type, status }) => ({ type, status })),
    documents: pieces.sort((a, b) => (a.documentId < b.documentId ? -1 : 1)),
  };
}

function snapshotOf(application: Application): Outgoing {
  return send(applicationChanged, {
    applicationId: application.id,
    candidateId: application.candidateId,
    programmeId: application.programme.id,
    intakeId: application.intake.id,
    state: application.state,
    isExaminable: isExaminable(application),
    isEditable: permits('fill', application),
    wanted: [...application.wanted],
  });
}

function askedOf({ ruleSet }: Application, today: string): Asked {
  return { on: today, transcriptsYears: ruleSet.transcriptsYears };
}

function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function sameMoney(a: Money, b: Money): boolean {
  return a.amount === b.amount && a.currency === b.currency;
}

function sameDocument(a: KeptDocument, b: KeptDocument): boolean {
  return a.type === b.type && a.state === b.state && a.revision === b.revision && a.sha256 === b.sha256;
}
