import { documentTypes } from '@admissions/contracts/document-types';
import { refusalReasons, type DocumentView } from '@admissions/contracts/documents';
import { hasFile, type Document, type DocumentWithFile } from './document.ts';
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
    ...(hasFile(document) ? fileOf(document) : {}),
    ...verdictOf(document),
    ...(document.state === 'rejected' ? { problem: document.problem, checkedAt: document.checkedAt } : {}),
  };
}

function fileOf({ file, checkedAt }: DocumentWithFile) {
  const { size, sha256, pages } = file;
  return { size, sha256, checkedAt, ...(pages === undefined ? {} : { pages }) };
}

function verdictOf(document: Document): Pick<DocumentView, 'verdict'> {
  if (document.state === 'accepted') return { verdict: { accepted: true, at: document.judgedAt } };
  if (document.state !== 'refused') return {};
  const { reason, comment, judgedAt: at } = document;
  const reasonText = refusalReasons[reason];
  return {
    verdict: { accepted: false, reason, reasonText, at, ...(comment === undefined ? {} : { comment }) },
  };
}
