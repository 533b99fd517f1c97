import type { DocumentType } from '@admissions/contracts/document-types';
import {
  documentChanged,
  checkRequested,
  type DocumentState,
  type RefusalReason,
} from '@admissions/contracts/documents';
import { send, type Outgoing } from '@admissions/contracts/message';
import { refuse, type Problem, type ProblemCode, type Refusal } from '@admissions/contracts/problem';
import { delays, formatOf, limitsFor, contentTypeOf } from './limits.ts';
import { detailOf } from './wording.ts';

/** What is known of a document from the moment its upload was asked for. Times are ISO strings in business time. */
interface Asked {
  readonly applicationId: string;
  readonly type: DocumentType;
  /** As the candidate named it: shown and used for downloads, never part of a key. */
  readonly fileName: string;
  readonly declaredSize: number;
  readonly quarantineKey: string;
  readonly requestedAt: string;
  /** The refused document whose place this one takes once it has passed its checks. */
  readonly replaces?: string;
}

interface Claimed extends Asked {
  readonly claimedAt: string;
}

/** What the check found out about the bytes that readers get. */
export interface CheckedFile {
  /** Key in the clean bucket. */
  readonly key: string;
  readonly sha256: string;
  readonly size: number;
  readonly pages?: number;
  /** Of what the candidate sent; differs from `sha256` when the bytes were rewritten (photo, owner password). */
  readonly receivedSha256: string;
  readonly malwareScan: 'clean' | 'off';
}

/** A document that passed its checks: its file lies in the clean bucket. */
interface Passed extends Claimed {
  readonly checkedAt: string;
  readonly file: CheckedFile;
}

/** Why an officer refused a document, as the candidate reads it. */
export interface Refused {
  readonly reason: RefusalReason;
  readonly comment?: string;
}

type CheckProblem = Pick<Problem, 'code' | 'detail'>;

export type AwaitedDocument = Asked & { readonly state: 'awaited' };
export type CheckingDocument = Claimed & {
  readonly state: 'checking';
  /** When the check was last asked for, and how often so far. */
  readonly askedAt: string;
  readonly asked: number;
};
export type RejectedDocument = Claimed & {
  readonly state: 'rejected';
  readonly checkedAt: string;
  readonly problem: CheckProblem;
};
export type CheckedDocument = Passed & { readonly state: 'checked' };
export type AcceptedDocument = Passed & { readonly state: 'accepted'; readonly judgedAt: string };
export type RefusedDocument = Passed & Refused & { readonly state: 'refused'; readonly judgedAt: string };
/** Refused, and replaced by one that passed its checks; its file is kept until the end of its retention. */
export type SupersededDocument = Passed &
  Refused & {
    readonly state: 'replaced';
    readonly judgedAt: string;
    readonly goneAt: string;
    readonly why: 'replacement';
    readonly replacedBy: string;
  };
export type GoneDocument = Asked & {
  readonly state: 'replaced' | 'discarded';
  readonly goneAt: string;
  readonly why: 'newer-upload' | 'candidate' | 'never-sent';
};

export type Document =
  | AwaitedDocument
  | CheckingDocument
  | RejectedDocument
  | CheckedDocument
  | AcceptedDocument
  | RefusedDocument
  | SupersededDocument
  | GoneDocument;
/** A document with a file that was checked. */
export type DocumentWithFile = Extract<Document, { file: CheckedFile }>;

export type State = Document['state'];

interface Move {
  readonly from: readonly State[];
  readonly to: State;
  readonly by: 'candidate' | 'check' | 'deadline' | 'officer';
}

/** Every way from one state to another; guarded by the compiler and by the specification beside this file. */
export const moves = {
  claim: { from: ['awaited'], to: 'checking', by: 'candidate' },
  'ask-again': { from: ['checking'], to: 'checking', by: 'deadline' },
  pass: { from: ['checking'], to: 'checked', by: 'check' },
  reject: { from: ['checking'], to: 'rejected', by: 'check' },
  discard: { from: ['awaited', 'checking', 'rejected', 'checked'], to: 'discarded', by: 'candidate' },
  replace: { from: ['awaited', 'checking', 'rejected'], to: 'replaced', by: 'candidate' },
  expire: { from: ['awaited'], to: 'discarded', by: 'deadline' },
  accept: { from: ['checked', 'refused'], to: 'accepted', by: 'officer' },
  refuse: { from: ['checked', 'accepted', 'refused'], to: 'refused', by: 'officer' },
  'give-way': { from: ['refused'], to: 'replaced', by: 'check' },
} as const satisfies Record<string, Move>;
export type MoveName = keyof typeof moves;

/** Groups of states. Of these the file may be opened; an officer may judge them, or correct what was judged. */
export const readable: readonly DocumentState[] = ['checked', 'accepted', 'refused'];
export const gone: readonly DocumentState[] = ['replaced', 'discarded'];
/** The file was claimed, and where the document stands is the answer to another claim. */
export const claimed: readonly DocumentState[] = ['checking', 'rejected', ...readable];
/** States that keep no file at all, but for a refused document that was replaced: see {@link hasFile}. */
export const withoutFile: readonly DocumentState[] = ['rejected', ...gone];
/** States in which the quarantine still holds, or may still receive, the file. */
export const inQuarantine: readonly DocumentState[] = ['awaited', 'uploaded', 'checking'];

/** True when the table lets `move` start from this state. */
export function allows(move: MoveName, state: State): boolean {
  return (moves[move].from as readonly State[]).includes(state);
}

/** True of a document whose checked file is kept. */
export function hasFile(document: Document): document is DocumentWithFile {
  return 'file' in document;
}

export type Decision =
  | { readonly state: Document; readonly messages: readonly Outgoing[] }
  | Refusal
  | { readonly ignored: string };

/** What a candidate declares before the first byte is sent. */
export interface Declaration {
  readonly type: DocumentType;
  readonly contentType: string;
  readonly size: number;
}

/** Refuses what can be known before the upload (R19): another format, nothing, too much. Undefined when it may be sent. */
export function checkDeclaration({ type, contentType, size }: Declaration): Refusal | undefined {
  const expected = contentTypeOf(type);
  const { maxBytes } = limitsFor(type);
  // `image/jpg` is what some browsers and phones say; parameters after `;` say nothing about the format.
  const declared = contentType.split(';')[0]?.trim().toLowerCase().replace('image/jpg', 'image/jpeg');
  if (declared !== expected) {
    return refuse(
      'document-format-refused',
      detailOf('document-format-refused', { format: formatOf(type) }),
      {
        expected,
      },
    );
  }
  if (size === 0) return refuse('document-empty', detailOf('document-empty'));
  if (size > maxBytes) {
    return refuse('document-too-large', detailOf('document-too-large', { maxBytes }), { maxSize: maxBytes });
  }
  return undefined;
}

/** The first state of a document: its file is awaited in quarantine. */
export function requestUpload(asked: Omit<Asked, 'requestedAt'>, id: string, now: Date): Decision {
  return changed(id, { ...asked, state: 'awaited', requestedAt: now.toISOString() });
}

/** When the form of an upload expires, in business time. Asked for again, it is the same form: each one is counted once. */
export function formUntil({ requestedAt }: Asked): Date {
  return new Date(new Date(requestedAt).getTime() + delays.uploadFormSeconds * 1000);
}

/** When a file that was never claimed is given up, in business time. */
export function awaitedUntil({ requestedAt }: Asked): Date {
  return new Date(new Date(requestedAt).getTime() + delays.awaitedMs);
}

/**
 * The file lies in quarantine: have it checked. A document that was claimed before stays as it is.
 * Refused with `upload-superseded` once a newer upload took its place, with `upload-expired` once it was given up.
 */
export function claim(document: Document, id: string, now: Date): Decision {
  if (document.state === 'replaced') return refuse('upload-superseded', detailOf('upload-superseded'));
  if (document.state === 'discarded' || isOverdue(document, now)) {
    return refuse('upload-expired', detailOf('upload-expired'));
  }
  if (document.state !== 'awaited') return { ignored: `already ${document.state}` };
  const at = now.toISOString();
  const state: CheckingDocument = { ...document, state: 'checking', claimedAt: at, askedAt: at, asked: 1 };
  return changed(id, state, [send(checkRequested, { documentId: id })]);
}

function isOverdue(document: Document, now: Date): boolean {
  return document.state === 'awaited' && now >= awaitedUntil(document);
}

/** The check found nothing wrong, and the clean bucket holds the bytes. */
export function pass(document: Document, file: CheckedFile, id: string, now: Date): Decision {
  if (document.state !== 'checking') return { ignored: `already ${document.state}` };
  const { askedAt: _askedAt, asked: _asked, ...claimed } = document;
  return changed(id, { ...claimed, state: 'checked', checkedAt: now.toISOString(), file });
}

/** The check refused the file; nothing of it is kept. */
export function reject(document: Document, problem: CheckProblem, id: string, now: Date): Decision {
  if (document.state !== 'checking') return { ignored: `already ${document.state}` };
  const { askedAt: _askedAt, asked: _asked, ...claimed } = document;
  return changed(id, { ...claimed, state: 'rejected', checkedAt: now.toISOString(), problem });
}

/** The candidate takes the document out of the draft. Again: nothing more happens. */
export function discard(document: Document, id: string, now: Date): Decision {
  if (document.state === 'discarded') return { ignored: 'already discarded' };
  if (!allows('discard', document.state)) return refuse('document-not-editable');
  return changed(id, goneOf(document, 'discarded', 'candidate', now));
}

/** A newer upload of the same type takes the place of one that was never sent or was rejected. */
export function replace(document: Document, id: string, now: Date): Decision {
  if (!allows('replace', document.state)) return { ignored: `already ${document.state}` };
  return changed(id, goneOf(document, 'replaced', 'newer-upload', now));
}

/** What a deadline of the document brings: an upload that never came is given up, a check without verdict asked for again. */
export function reachDeadline(document: Document, name: string, id: string, now: Date): Decision {
  const due = deadlines(document).find((deadline) => deadline.name === name);
  if (!due || due.at > now) return { ignored: `no deadline ${name} now` };
  if (document.state === 'checking') {
    const state = { ...document, askedAt: now.toISOString(), asked: document.asked + 1 };
    return { state, messages: [send(checkRequested, { documentId: id })] };
  }
  return changed(id, goneOf(document, 'discarded', 'never-sent', now));
}

/** The open deadlines of a document, in business time. */
export function deadlines(document: Document): readonly { name: string; at: Date }[] {
  if (document.state === 'awaited') return [{ name: 'expire', at: awaitedUntil(document) }];
  if (document.state !== 'checking') return [];
  const wait = Math.min(delays.recheckMs * 2 ** (document.asked - 1), delays.longestRecheckMs);
  return [{ name: 'ask-again', at: new Date(new Date(document.askedAt).getTime() + wait) }];
}

/** A code of the check with its French sentence for the candidate. */
export function problemOf(code: ProblemCode, facts: Parameters<typeof detailOf>[1] = {}): CheckProblem {
  return { code, detail: detailOf(code, facts) };
}

function goneOf(
  document: Document,
  state: GoneDocument['state'],
  why: GoneDocument['why'],
  now: Date,
): GoneDocument {
  const { applicationId, type, fileName, declaredSize, quarantineKey, requestedAt, replaces } = document;
  const asked = { applicationId, type, fileName, declaredSize, quarantineKey, requestedAt };
  const place = replaces === undefined ? {} : { replaces };
  return { ...asked, ...place, state, why, goneAt: now.toISOString() };
}

/** The new state with the snapshot that others follow, and what else is to be sent. */
export function changed(id: string, state: Document, more: readonly Outgoing[] = []): Decision {
  const snapshot = send(documentChanged, {
    documentId: id,
    applicationId: state.applicationId,
    type: state.type,
    state: state.state,
    ...(hasFile(state) ? { sha256: state.file.sha256 } : {}),
    ...(state.state === 'rejected' ? { problem: state.problem } : {}),
  });
  return { state, messages: [snapshot, ...more] };
}
