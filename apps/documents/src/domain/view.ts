import { documentTypes } from '@admissions/contracts/document-types';
import type { DocumentView } from '@admissions/contracts/documents';
import type { Document } from './document.ts';
import { stateLabels } from './wording.ts';

/** A document as its readers see it; keys of the store and hashes of what was received stay inside. */
export function viewOf(id: string, document: Document): DocumentView {
  const { applicationId, type, state, fileName, requestedAt } = document;
  return {
    id,
    applicationId,
    type,
    label: documentTypes[type].label,
    state,
    stateLabel: stateLabels[state],
    fileName,
    requestedAt,
    ...(document.state === 'checked' ? fileOf(document) : {}),
    ...(document.state === 'rejected' ? { problem: document.problem, checkedAt: document.checkedAt } : {}),
  };
}

function fileOf({ file, checkedAt }: Extract<Document, { state: 'checked' }>) {
  const { size, sha256, pages } = file;
  return { size, sha256, checkedAt, ...(pages === undefined ? {} : { pages }) };
}
