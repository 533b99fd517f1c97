import { documentTypes } from '@admissions/contracts/document-types';
import { documentRefused, type judgeDocument } from '@admissions/contracts/documents';
import type { InputOf } from '@admissions/contracts/call';
import { send } from '@admissions/contracts/message';
import { refuse as refuseAct } from '@admissions/contracts/problem';
import {
  allows,
  changed,
  hasFile,
  type Decision,
  type Document,
  type DocumentWithFile,
  type Refused,
  type RefusedDocument,
} from './document.ts';
import { detailOf } from './wording.ts';

export type Verdict = InputOf<typeof judgeDocument>['verdict'];

/** The document that is judged, and whose it is. */
export interface Judged {
  readonly documentId: string;
  readonly candidateId: string;
}

/**
 * What an officer says of a document that has passed its checks (R20): accepted, or refused with a reason. Another verdict
 * corrects the one before; the same one again changes nothing, so that the candidate is told once.
 */
export function judge(document: Document, verdict: Verdict, judged: Judged, now: Date): Decision {
  if (document.state === 'replaced') return refuseAct('document-replaced', detailOf('document-replaced'));
  if (!hasFile(document)) return refuseAct('document-not-readable', detailOf('document-not-readable'));
  return verdict.outcome === 'ACCEPTED'
    ? accept(document, judged, now)
    : refuse(document, verdict, judged, now);
}

function accept(document: DocumentWithFile, { documentId }: Judged, now: Date): Decision {
  if (!allows('accept', document.state)) return { ignored: `already ${document.state}` };
  return changed(documentId, { ...passedOf(document), state: 'accepted', judgedAt: now.toISOString() });
}

function refuse(
  document: DocumentWithFile,
  { reason, comment }: Refused,
  { documentId, candidateId }: Judged,
  now: Date,
): Decision {
  // An empty comment says nothing.
  const why: Refused = comment ? { reason, comment } : { reason };
  if (document.state === 'refused' && document.reason === reason && document.comment === why.comment) {
    return { ignored: 'already refused for this reason' };
  }
  const judgedAt = now.toISOString();
  const state: RefusedDocument = { ...passedOf(document), ...why, state: 'refused', judgedAt };
  const { applicationId, type, fileName } = document;
  const { label } = documentTypes[type];
  const told = { documentId, applicationId, candidateId, type, label, fileName, ...why, refusedAt: judgedAt };
  return changed(documentId, state, [send(documentRefused, told)]);
}

/** Its replacement has passed the checks: the refused document gives way to it. One that is not refused (any more) stays. */
export function giveWay(document: Document, to: string, id: string, now: Date): Decision {
  if (document.state !== 'refused') return { ignored: `already ${document.state}` };
  return changed(id, {
    ...document,
    state: 'replaced',
    goneAt: now.toISOString(),
    why: 'replacement',
    replacedBy: to,
  });
}

/** What stays of a document when a verdict is corrected. */
function passedOf(document: DocumentWithFile) {
  const { applicationId, type, fileName, declaredSize, quarantineKey, requestedAt, claimedAt } = document;
  const { checkedAt, file, replaces } = document;
  const asked = { applicationId, type, fileName, declaredSize, quarantineKey, requestedAt, claimedAt };
  return { ...asked, checkedAt, file, ...(replaces === undefined ? {} : { replaces }) };
}
