import type { Blocker } from '@admissions/contracts/applications';
import type { HeldDocument } from '@admissions/contracts/documents';
import { permits, type Application, type FeePending } from './application.ts';
import { blockersOf, evaluate, isThere, type Evaluated } from './checklist.ts';
import type { Asked } from './required-documents.ts';

/** The checklist: while it is a draft on the facts of today, afterwards as it was confirmed (R17). */
export function checklistOf(application: Application, today: string): readonly Evaluated[] {
  return 'checklist' in application
    ? application.checklist
    : evaluate(application.facts, askedOf(application, today));
}

/** What prevents the next step that is the candidate's. */
export function blockersIn(application: Application, today: string): Blocker[] {
  if (!permits('confirm', application)) return [];
  return blockersOf(application.facts, checklistOf(application, today), application.documents, today);
}

/** All that the candidate confirmed, to be hashed (R16): the answers, the held pieces by their content, the rules applied. */
export function confirmedData(application: FeePending, held: readonly HeldDocument[]): object {
  const pieces = held
    .filter(isThere)
    .map(({ documentId, type, sha256 }) => ({ documentId, type, sha256: sha256 ?? null }));
  return {
    applicationId: application.id,
    candidateId: application.candidateId,
    intakeId: application.intake.id,
    ruleSet: application.ruleSet.version,
    facts: application.facts,
    checklist: application.checklist.map(({ type, status }) => ({ type, status })),
    documents: pieces.sort((a, b) => (a.documentId < b.documentId ? -1 : 1)),
  };
}

function askedOf({ ruleSet }: Application, today: string): Asked {
  return { on: today, transcriptsYears: ruleSet.transcriptsYears };
}
