import type { orderPaid } from '@admissions/contracts/payments';
import type { decisionRecorded } from '@admissions/contracts/juries';
import type { DataOf } from '@admissions/contracts/message';
import { recordAdmissibility, type Verdict } from '../src/domain/admissibility.ts';
import type {
  Admissible,
  Application,
  ConfirmedPlace,
  Deferred,
  FeePending,
  InSelection,
  Lapsed,
  Lapsing,
  NotAdmissible,
  NotAdmitted,
  OfferOpen,
  Submitted,
  Withdrawn,
} from '../src/domain/application.ts';
import { takeClosing } from '../src/domain/closing-order.ts';
import { enterSelection, takeDecision } from '../src/domain/jury-decision.ts';
import { withdraw } from '../src/domain/leaving.ts';
import { payDeposit, reachDueDate } from '../src/domain/offer.ts';
import { draft, frozen, order, pending, stateOf, submitted as studied } from './examples.ts';
import { figures } from './facts.ts';

/** Applications in every later situation of the process. The study may begin on 9 December 2026. */
export const studyAt = new Date('2027-01-12T10:00:00.000Z');
export const officer = 'acc-officer';
export const submitted: Submitted = {
  ...studied,
  documents: Object.fromEntries(
    Object.entries(studied.documents).map(([id, one]) => [id, { ...one, state: 'accepted' as const }]),
  ),
};
export const yes: Verdict = { outcome: 'ADMISSIBLE', route: 'ENG_CTI', grounds: [] };
export const no: Verdict = { outcome: 'NOT_ADMISSIBLE', grounds: ['PREREQ_MISSING'] };
export const selection = (interview: 'booked' | 'done' | 'no-show') => ({
  applicationId: submitted.id,
  interview,
  evaluators: [],
  lockedMarks: 0,
  isComplete: false,
});
/** Wednesday 24 March 2027: five days before Easter Monday. */
export const juryAt = new Date('2027-03-24T17:00:00.000Z');
export const sealed = (
  changes: Partial<DataOf<typeof decisionRecorded>> = {},
): DataOf<typeof decisionRecorded> => ({
  sessionId: 'session-1',
  applicationId: submitted.id,
  outcome: 'ADMITTED',
  grounds: [],
  signedAt: '2027-03-24T16:30:00.000Z',
  signedBy: 'Dominique Lefort, présidence du jury d’admission',
  ...changes,
});
export const depositOrder: DataOf<typeof orderPaid> = {
  ...order,
  orderId: 'order-2',
  product: 'DEPOSIT',
  amount: figures.deposit,
  receiptNumber: 'R-2027-000002',
  paidAt: '2027-04-01T09:00:00.000Z',
};
export const closed = (
  outcome: 'CLOSED_UNPAID' | 'PAID' | 'IN_FLIGHT',
  product: 'APPLICATION_FEE' | 'DEPOSIT' = 'DEPOSIT',
) => ({ orderId: 'order-2', applicationId: submitted.id, product, outcome });
export const after = (iso: string) => new Date(Date.parse(iso) + 1);

export const admissible = stateOf(recordAdmissibility(submitted, yes, officer, studyAt)) as Admissible;
export const notAdmissible = stateOf(recordAdmissibility(submitted, no, officer, studyAt)) as NotAdmissible;
export const inSelection = stateOf(enterSelection(admissible, selection('done'))) as InSelection;
export const deferred = stateOf(
  takeDecision(inSelection, sealed({ outcome: 'DEFERRED', sessionId: 'session-0' }), juryAt),
) as Deferred;
export const notAdmitted = stateOf(
  takeDecision(inSelection, sealed({ outcome: 'NOT_ADMITTED', grounds: ['Projet imprécis'] }), juryAt),
) as NotAdmitted;
export const offerOpen = stateOf(takeDecision(inSelection, sealed(), juryAt)) as OfferOpen;
export const dueAt = after(offerOpen.offer.dueAt);
export const lapsing = stateOf(reachDueDate(offerOpen, dueAt)) as Lapsing;
export const lapsed = stateOf(takeClosing(lapsing, closed('CLOSED_UNPAID'), dueAt)) as Lapsed;
export const confirmed = stateOf(payDeposit(offerOpen, depositOrder, juryAt)) as ConfirmedPlace;
export const leavingUnpaid = stateOf(withdraw(frozen, 'PERSONAL_CHOICE', studyAt)) as FeePending;
export const leavingOffer = stateOf(withdraw(offerOpen, 'VISA_REFUSED', juryAt)) as OfferOpen;
export const withdrawn = stateOf(withdraw(inSelection, 'PERSONAL_CHOICE', juryAt)) as Withdrawn;

/** By name, in the order of the process. */
export const everySituation: Readonly<Record<string, Application>> = {
  draft,
  'freeze asked': pending,
  'fee-pending': frozen,
  'leaving unpaid': leavingUnpaid,
  submitted,
  'not-admissible': notAdmissible,
  admissible,
  'in-selection': inSelection,
  deferred,
  'not-admitted': notAdmitted,
  'offer-open': offerOpen,
  'leaving offer': leavingOffer,
  lapsing,
  lapsed,
  confirmed,
  withdrawn,
};
