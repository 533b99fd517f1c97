import type { documentChanged, HeldDocument } from '@admissions/contracts/documents';
import type { DataOf } from '@admissions/contracts/message';
import type { Application } from './application.ts';
import { isGone, isInCheck, isThere, type KeptDocument, type KeptDocuments } from './checklist.ts';
import type { Ignored, Outcome } from './outcome.ts';

/** Of a snapshot that cannot be: what a person must look at. */
export type Alarm = { alarm: string };

/**
 * Keeps where a document stands, in whatever state the application is; an older snapshot than the one kept is ignored.
 * One that takes away what the fee was asked for, or what the file was found admissible with, is kept too, for it is true, and
 * gives an alarm.
 */
export function keepDocument(
  application: Application,
  { documentId, type, state, sha256 }: DataOf<typeof documentChanged>,
  revision: number,
): Outcome<Alarm> | Ignored {
  const kept = Object.hasOwn(application.documents, documentId)
    ? application.documents[documentId]
    : undefined;
  if (kept && revision < kept.revision)
    return { ignored: `older than revision ${kept.revision} of the document` };
  const document: KeptDocument = { type, state, revision, ...(sha256 === undefined ? {} : { sha256 }) };
  if (kept && sameDocument(kept, document)) return { ignored: 'known already' };
  const documents = withoutOldest({ ...application.documents, [documentId]: document });
  const alarm = alarmOf(application, documentId, kept, document);
  return { state: { ...application, documents }, messages: [], ...(alarm ? { answer: { alarm } } : {}) };
}

function alarmOf(
  application: Application,
  documentId: string,
  before: KeptDocument | undefined,
  { type, state }: KeptDocument,
): string | undefined {
  if (before?.state === state) return undefined;
  // One that an officer refused gives way to the next by right.
  if (isGone({ state }) && before?.state !== 'refused' && isHeld(application, documentId))
    return `confirmed document ${documentId} (${type}) is ${state}`;
  // Two officers at once: the verdict on the document and the decision on the file passed each other (R4, R20).
  if (state === 'refused' && isFoundAdmissibleWith(application, type))
    return `document ${documentId} (${type}) is refused, and the file was found admissible with it`;
  return undefined;
}

function isFoundAdmissibleWith(application: Application, type: KeptDocument['type']): boolean {
  if (!('admissibility' in application) || application.admissibility.outcome !== 'ADMISSIBLE') return false;
  return application.checklist.some((item) => item.type === type && item.status === 'REQUIRED');
}

function isHeld(application: Application, documentId: string): boolean {
  if (!('freeze' in application) || application.freeze.is === 'pending') return false;
  return application.freeze.documents.some((document) => document.documentId === documentId);
}

/**
 * Takes over what documents holds at this moment. A document that was thought to count, or to come to count, and is not held
 * counts no more, until a newer snapshot says otherwise.
 */
export function takeOver(known: KeptDocuments, held: readonly HeldDocument[]): KeptDocuments {
  const now = Object.fromEntries(held.map(({ documentId, ...document }) => [documentId, document]));
  const before = Object.entries(known).flatMap(([documentId, document]): [string, KeptDocument][] => {
    const told = Object.hasOwn(now, documentId) ? now[documentId] : undefined;
    if (told) return told.revision < document.revision ? [[documentId, document]] : [];
    const counts = isThere(document) || isInCheck(document);
    return [[documentId, counts ? { ...document, state: 'replaced' } : document]];
  });
  return { ...now, ...Object.fromEntries(before) };
}

/** Documents that are gone are kept so that a late snapshot does not bring them back, but not without bound. */
const mostGone = 100;

function withoutOldest(documents: KeptDocuments): KeptDocuments {
  const gone = Object.keys(documents).filter((id) => isGone(documents[id]!));
  const forgotten = new Set(gone.slice(0, Math.max(0, gone.length - mostGone)));
  if (forgotten.size === 0) return documents;
  return Object.fromEntries(Object.entries(documents).filter(([id]) => !forgotten.has(id)));
}

function sameDocument(a: KeptDocument, b: KeptDocument): boolean {
  return a.type === b.type && a.state === b.state && a.revision === b.revision && a.sha256 === b.sha256;
}
