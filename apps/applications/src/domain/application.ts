import type { ApplicantFacts, PartialFacts } from '@admissions/contracts/applicant-facts';
import type { admissibilityGrounds, derogations, routes } from '@admissions/contracts/admissibility';
import type { ApplicationState } from '@admissions/contracts/applications';
import type { withdrawalReasons } from '@admissions/contracts/offers';
import type { DocumentType } from '@admissions/contracts/document-types';
import type { HeldDocument } from '@admissions/contracts/documents';
import type { Money } from '@admissions/contracts/money';
import type { ProblemCode } from '@admissions/contracts/problem';
import type { Evaluated, KeptDocuments } from './checklist.ts';
import type { Consent, ConsentName } from './consents.ts';
import type { RuleSet } from './programme.ts';

/** True of an application at every moment; the programme, the intake and the figures are those it started with. */
interface Common {
  readonly id: string;
  readonly candidateId: string;
  readonly reference: string;
  readonly programme: {
    readonly id: string;
    readonly title: string;
    /** Absent in applications that were started before it was kept. */
    readonly tuition?: Money;
  };
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
    readonly consents: Readonly<Record<ConsentName, Consent>>;
  };
}

/** documents was asked to let no document move any more and has not answered: no fee is asked for yet. */
export interface FreezePending {
  readonly is: 'pending';
  /** The revision that was confirmed. */
  readonly attempt: number;
  /** How often it was asked, and when to ask again. Absent in what was stored before it was asked again. */
  readonly asked?: { readonly asks: number; readonly againAt: string };
}

/** No document moves any more: what was confirmed is whole, and its fee may be paid. */
export interface FreezeHeld {
  readonly is: 'held';
  readonly attempt: number;
  readonly at: string;
  /** SHA-256 of {@link confirmedData} (R16). */
  readonly dataHash: string;
  /** Those that count, by their content. */
  readonly documents: readonly HeldDocument[];
}

export type WithdrawalReason = (typeof withdrawalReasons)[number];

/** The candidate wants to leave, and an order that may still be paid is settled first. */
export interface Leaving {
  readonly reason: WithdrawalReason;
  readonly askedAt: string;
}

/** payments was asked to close the order on which the application waits, and has not said yet that nobody can pay it. */
export interface Closing {
  readonly reason: 'LAPSED' | 'WITHDRAWN';
  /** How often it was asked. */
  readonly asks: number;
  /** When to ask again, if no answer came or a payment is on its way. Absent in what was stored before each ask had its date. */
  readonly askAgainAt?: string;
}

export interface FeePending extends Confirmed {
  readonly state: 'fee-pending';
  readonly freeze: FreezePending | FreezeHeld;
  readonly leaving?: Leaving;
  readonly closing?: Closing;
}

/** The fee is paid: the file is examinable (R15). */
interface Examinable extends Confirmed {
  readonly freeze: FreezeHeld;
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

export interface Submitted extends Examinable {
  readonly state: 'submitted';
}
export interface InfoRequested extends Examinable {
  readonly state: 'info-requested';
}
export interface UnderReview extends Examinable {
  readonly state: 'under-review';
}

export type Route = (typeof routes)[number];
export type Derogation = (typeof derogations)[number];
export type Ground = keyof typeof admissibilityGrounds;

/** What a named officer decided on the file alone (R4, R27, R121). */
export interface Admissibility {
  readonly outcome: 'ADMISSIBLE' | 'NOT_ADMISSIBLE';
  readonly route?: Route;
  readonly derogation?: Derogation;
  readonly grounds: readonly Ground[];
  readonly comment?: string;
  readonly decidedAt: string;
  readonly decidedBy: string;
}

interface Judged extends Examinable {
  readonly admissibility: Admissibility;
}
export interface NotAdmissible extends Judged {
  readonly state: 'not-admissible';
}
export interface Admissible extends Judged {
  readonly state: 'admissible';
}
export interface InSelection extends Judged {
  readonly state: 'in-selection';
}

/** A sealed decision of a jury (R35). */
export interface Decision {
  readonly sessionId: string;
  readonly outcome: 'ADMITTED' | 'NOT_ADMITTED' | 'DEFERRED';
  readonly grounds: readonly string[];
  readonly conditionalOn?: string;
  /** When the minutes were signed. */
  readonly decidedAt: string;
  readonly signedBy: string;
}

interface Decided extends Judged {
  readonly decision: Decision;
}
export interface Deferred extends Decided {
  readonly state: 'deferred';
}
export interface NotAdmitted extends Decided {
  readonly state: 'not-admitted';
}

/** Admitted; the place is confirmed by the deposit (R64, R87). */
interface Offered extends Decided {
  readonly offer: {
    readonly deposit: Money;
    readonly dueAt: string;
    /** R89, R90: nothing can be paid before. Absent where it can be at once, and in offers made before it was kept. */
    readonly payableFrom?: string;
  };
}
export interface OfferOpen extends Offered {
  readonly state: 'offer-open';
  readonly leaving?: Leaving;
  readonly closing?: Closing;
}
/** The date has passed; it lapses once payments says that nobody can pay any more. */
export interface Lapsing extends Offered {
  readonly state: 'lapsing';
  readonly leaving?: Leaving;
  readonly closing: Closing;
}
export interface Lapsed extends Offered {
  readonly state: 'lapsed';
  readonly lapsedAt: string;
}
export interface ConfirmedPlace extends Offered {
  readonly state: 'confirmed';
  readonly enrolment: Enrolment;
}
/** The deposit that was paid. */
export interface Enrolment {
  readonly orderId: string;
  readonly receiptNumber: string;
  readonly confirmedAt: string;
}

/** All in which an application can be before the candidate left it. */
export type Staying =
  | Draft
  | FeePending
  | Submitted
  | InfoRequested
  | UnderReview
  | NotAdmissible
  | Admissible
  | InSelection
  | Deferred
  | NotAdmitted
  | OfferOpen
  | Lapsing
  | Lapsed
  | ConfirmedPlace;

export interface Withdrawal extends Leaving {
  readonly at: string;
  readonly fromState: ApplicationState;
}
type Left<A> = A extends unknown
  ? Omit<A, 'state' | 'leaving' | 'closing'> & {
      readonly state: 'withdrawn';
      readonly withdrawal: Withdrawal;
    }
  : never;
/** What was reached is kept: whether it was examinable, admitted, paid (R92). */
export type Withdrawn = Left<Staying>;

export type Application = Staying | Withdrawn;

interface Move {
  readonly from: readonly ApplicationState[];
  readonly to: ApplicationState;
  readonly by: 'candidate' | 'documents' | 'payments' | 'officer' | 'evaluation' | 'clock';
  /** What a person hears who tries it in another state; a message that comes in another state is recorded instead. */
  readonly otherwise: ProblemCode;
}

const studied = ['submitted', 'info-requested', 'under-review'] as const;
const awaitingJury = ['admissible', 'in-selection', 'deferred'] as const;

/** Who moves an application from where to where. A later step of the process is a row here and a function below. */
export const moves = {
  create: { from: [], to: 'draft', by: 'candidate', otherwise: 'application-exists' },
  fill: { from: ['draft'], to: 'draft', by: 'candidate', otherwise: 'application-not-editable' },
  confirm: { from: ['draft'], to: 'fee-pending', by: 'candidate', otherwise: 'wrong-state' },
  // The answer of documents to the freeze: whole, or a piece was taken out at the moment of the confirmation.
  'hold-documents': { from: ['fee-pending'], to: 'fee-pending', by: 'documents', otherwise: 'wrong-state' },
  reopen: { from: ['fee-pending'], to: 'draft', by: 'documents', otherwise: 'wrong-state' },
  'settle-fee': { from: ['fee-pending'], to: 'submitted', by: 'payments', otherwise: 'wrong-state' },
  // R27: on the file alone.
  'find-admissible': { from: studied, to: 'admissible', by: 'officer', otherwise: 'wrong-state' },
  'find-not-admissible': { from: studied, to: 'not-admissible', by: 'officer', otherwise: 'wrong-state' },
  'enter-selection': {
    from: ['admissible'],
    to: 'in-selection',
    by: 'evaluation',
    otherwise: 'wrong-state',
  },
  // R35. From `admissible` too: the news of the interview may come after the decision.
  admit: { from: awaitingJury, to: 'offer-open', by: 'evaluation', otherwise: 'wrong-state' },
  reject: { from: awaitingJury, to: 'not-admitted', by: 'evaluation', otherwise: 'wrong-state' },
  defer: { from: awaitingJury, to: 'deferred', by: 'evaluation', otherwise: 'wrong-state' },
  // R64, R87: a place, or a lapsed offer, by handshake with payments.
  'reach-due-date': { from: ['offer-open'], to: 'lapsing', by: 'clock', otherwise: 'wrong-state' },
  'confirm-place': {
    from: ['offer-open', 'lapsing'],
    to: 'confirmed',
    by: 'payments',
    otherwise: 'wrong-state',
  },
  lapse: { from: ['lapsing'], to: 'lapsed', by: 'payments', otherwise: 'wrong-state' },
  // R92. Where an order may still be paid, payments closes it first.
  withdraw: {
    from: ['draft', 'fee-pending', ...studied, ...awaitingJury, 'offer-open', 'lapsing', 'confirmed'],
    to: 'withdrawn',
    by: 'candidate',
    otherwise: 'wrong-state',
  },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;
type From<M extends MoveName> = Extract<Application, { state: (typeof moves)[M]['from'][number] }>;

/** True when the move starts from the state in which the application is. */
export function permits<M extends MoveName>(move: M, application: Application): application is From<M> {
  return (moves[move].from as readonly ApplicationState[]).includes(application.state);
}

/** An application whose fee is paid. */
export type Examined = Extract<Application, { submission: unknown }>;

/** R15: the fee is paid, so that staff may open it. */
export function isExaminable(application: Application): application is Examined {
  return 'submission' in application;
}
