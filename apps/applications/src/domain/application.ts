import type { ApplicantFacts, PartialFacts } from '@admissions/contracts/applicant-facts';
import type { ApplicationState } from '@admissions/contracts/applications';
import type { DocumentType } from '@admissions/contracts/document-types';
import type { HeldDocument } from '@admissions/contracts/documents';
import type { ProblemCode } from '@admissions/contracts/problem';
import type { Evaluated, KeptDocuments } from './checklist.ts';
import type { Consent, ConsentName } from './consents.ts';
import type { RuleSet } from './programme.ts';

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
    readonly consents: Readonly<Record<ConsentName, Consent>>;
  };
}

/** documents was asked to let no document move any more and has not answered: no fee is asked for yet. */
interface FreezePending {
  readonly is: 'pending';
  /** The revision that was confirmed. */
  readonly attempt: number;
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

export interface FeePending extends Confirmed {
  readonly state: 'fee-pending';
  readonly freeze: FreezePending | FreezeHeld;
}

/** The fee is paid: the file is examinable (R15). */
export interface Submitted extends Confirmed {
  readonly state: 'submitted';
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

export type Application = Draft | FeePending | Submitted;

interface Move {
  readonly from: readonly ApplicationState[];
  readonly to: ApplicationState;
  readonly by: 'candidate' | 'documents' | 'payments';
  /** What a person hears who tries it in another state; a message that comes in another state is recorded instead. */
  readonly otherwise: ProblemCode;
}

/** Who moves an application from where to where. A later step of the process is a row here and a function below. */
export const moves = {
  create: { from: [], to: 'draft', by: 'candidate', otherwise: 'application-exists' },
  fill: { from: ['draft'], to: 'draft', by: 'candidate', otherwise: 'application-not-editable' },
  confirm: { from: ['draft'], to: 'fee-pending', by: 'candidate', otherwise: 'wrong-state' },
  // The answer of documents to the freeze: whole, or a piece was taken out at the moment of the confirmation.
  'hold-documents': { from: ['fee-pending'], to: 'fee-pending', by: 'documents', otherwise: 'wrong-state' },
  reopen: { from: ['fee-pending'], to: 'draft', by: 'documents', otherwise: 'wrong-state' },
  'settle-fee': { from: ['fee-pending'], to: 'submitted', by: 'payments', otherwise: 'wrong-state' },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;
type From<M extends MoveName> = Extract<Application, { state: (typeof moves)[M]['from'][number] }>;

/** True when the move starts from the state in which the application is. */
export function permits<M extends MoveName>(move: M, application: Application): application is From<M> {
  return (moves[move].from as readonly ApplicationState[]).includes(application.state);
}

/** R15: the fee is paid, so that staff may open it. */
export function isExaminable(application: Application): application is Submitted {
  return 'submission' in application;
}
