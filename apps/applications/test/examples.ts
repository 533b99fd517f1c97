import type { DocumentType } from '@admissions/contracts/document-types';
import type { documentsFrozen, HeldDocument } from '@admissions/contracts/documents';
import type { DataOf } from '@admissions/contracts/message';
import type { orderPaid } from '@admissions/contracts/payments';
import { isRefusal, type ProblemCode } from '@admissions/contracts/problem';
import type { Application, Draft, FeePending, Submitted } from '../src/domain/application.ts';
import type { KeptDocuments } from '../src/domain/checklist.ts';
import { consentTexts, type Consent } from '../src/domain/consents.ts';
import { confirm, create, settleFee, type Confirmation } from '../src/domain/decisions.ts';
import { takeFreeze } from '../src/domain/freezing.ts';
import { figures, frenchGraduate } from './facts.ts';

/** Applications in every situation, and what happens to them, for the tests of the decisions. */
export const now = new Date('2026-11-24T09:00:00.000Z');
export const start = {
  id: 'app-1',
  candidateId: 'acc-1',
  reference: 'MS-2027-4F7K3Q',
  programme: { id: 'donnees', title: 'Mastère Spécialisé® Données' },
  intake: { id: 'donnees-2027', label: 'Septembre 2027', startsOn: '2027-09-06' },
  ruleSet: figures,
};
export const pieces: DocumentType[] = ['CV', 'MOTIVATION', 'PHOTO', 'ID_DOC', 'LAST_DIPLOMA'];
export const held: HeldDocument[] = pieces.map((type) => ({
  documentId: `doc-${type.toLowerCase()}`,
  type,
  state: 'checked',
  revision: 3,
  sha256: 'a'.repeat(64),
}));
export const documents: KeptDocuments = Object.fromEntries(
  held.map(({ documentId, ...document }) => [documentId, document]),
);
export const consent = (given: boolean): Consent => ({
  given,
  version: consentTexts.earlyStart.version,
  textHash: 'b'.repeat(64),
});
export const command = (changes: Partial<Confirmation> = {}): Confirmation => ({
  consents: { swornStatement: consent(true), earlyStart: consent(false), lossOfWithdrawal: consent(false) },
  intakeIsOpen: true,
  attempt: 7,
  ...changes,
});
export const order: DataOf<typeof orderPaid> = {
  orderId: 'order-1',
  applicationId: start.id,
  candidateId: start.candidateId,
  programmeId: start.programme.id,
  product: 'APPLICATION_FEE',
  label: 'Frais',
  reference: start.reference,
  programmeTitle: start.programme.title,
  intakeLabel: start.intake.label,
  amount: figures.applicationFee,
  paidAt: '2026-11-24T10:00:00.000Z',
  receiptNumber: 'R-2026-000001',
  means: 'Visa •••• 4242',
};

/** The new state of an outcome; fails on anything else. */
export function stateOf(outcome: object): Application {
  if (!('state' in outcome)) throw new Error(`not an outcome: ${JSON.stringify(outcome)}`);
  return outcome.state as Application;
}

export const blank = stateOf(create(start, now)) as Draft;
export const draft: Draft = { ...blank, facts: frenchGraduate, documents };
/** The answer of documents to a confirmation; everything is there unless told otherwise. */
export const answer = (changes: Partial<DataOf<typeof documentsFrozen>> = {}) => ({
  applicationId: start.id,
  attempt: 7,
  held,
  ...changes,
});
export const hash = () => 'c'.repeat(64);
export const pending = stateOf(confirm(draft, command(), now)) as FeePending;
export const frozen = stateOf(takeFreeze(pending, answer(), hash, now)) as FeePending;
export const submitted = stateOf(settleFee(frozen, order, now)) as Submitted;
/** An application in every situation that the acts tell apart. */
export const situations: readonly Application[] = [draft, pending, frozen, submitted];

export function codeOf(result: object): ProblemCode | 'done' | 'ignored' | 'early' {
  if (isRefusal(result)) return result.refused.code;
  if ('ignored' in result) return 'ignored';
  return 'early' in result ? 'early' : 'done';
}
