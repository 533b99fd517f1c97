import type { applicationChanged, ApplicationState } from '@admissions/contracts/applications';
import type { DocumentType } from '@admissions/contracts/document-types';
import type { selectionChanged } from '@admissions/contracts/marks';
import type { DataOf } from '@admissions/contracts/message';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import { can, type Subject } from '@admissions/contracts/subject';
import { alwaysAccepted } from './limits.ts';
import { detailOf } from './wording.ts';

/** What this service knows of an application in order to decide who may do what: a copy of the facts of `applications`. */
export interface Access {
  readonly candidateId: string;
  readonly programmeId: string;
  readonly isExaminable: boolean;
  readonly isEditable: boolean;
  readonly wanted: readonly DocumentType[];
  /** Absent in copies that were made before files were studied. */
  readonly state?: ApplicationState;
  /** The revision of the application that this copy was made from. */
  readonly seen: number;
  /** Who was assigned to mark it, and the revision of the selection that said so. */
  readonly evaluators?: { readonly ids: readonly string[]; readonly seen: number };
  /** Jury sessions that ever had it on their agenda; whether they still have, and who sits there, is told by their copies. */
  readonly sessions?: readonly string[];
  /** The revision of the application for which its documents stand still; until a newer one is seen that may be edited. */
  readonly frozenAt?: number;
  /** Moves that were let through and may not be done yet: a freeze does them before it answers. */
  readonly underWay?: readonly UnderWay[];
}

/** A move of a document that could make what was confirmed untrue. */
export interface UnderWay {
  readonly documentId: string;
  readonly move: 'claim' | 'discard';
}

/** The states of an application in which officers judge its documents and candidates replace refused ones (R20). */
export const studied: readonly ApplicationState[] = ['submitted', 'info-requested', 'under-review'];

/** Of no use for assessing a file, so that those who mark or decide do not see them (R113, R114, R60). */
export const identityTypes: readonly DocumentType[] = ['PHOTO', 'ID_DOC', 'RESIDENCE'];

/** What a reader does not get to see of an application. */
export interface Sight {
  readonly hides: readonly DocumentType[];
}

/** Takes over a snapshot of an application; one that is not newer than what was seen changes nothing. */
export function follow(
  current: Access | undefined,
  data: DataOf<typeof applicationChanged>,
  revision: number,
): { state: Access } | { ignored: string } {
  if (current && current.seen >= revision) return { ignored: `revision ${current.seen} was seen already` };
  const { candidateId, programmeId, isExaminable, isEditable, wanted, state } = data;
  const facts = { candidateId, programmeId, isExaminable, isEditable, wanted, state };
  return { state: { ...current, ...facts, seen: revision } };
}

/** Takes over who marks the application; a snapshot that is not newer than what was seen changes nothing. */
export function followSelection(
  current: Access,
  { evaluators }: DataOf<typeof selectionChanged>,
  revision: number,
): { state: Access } | { ignored: string } {
  const seen = current.evaluators?.seen ?? 0;
  if (seen >= revision) return { ignored: `revision ${seen} of the selection was seen already` };
  return { state: { ...current, evaluators: { ids: evaluators, seen: revision } } };
}

/** Remembers that a jury session has, or had, the application on its agenda. */
export function followAgenda(current: Access, sessionId: string): { state: Access } | { ignored: string } {
  const { sessions = [] } = current;
  if (sessions.includes(sessionId)) return { ignored: 'known already' };
  return { state: { ...current, sessions: [...sessions, sessionId] } };
}

/** True while the candidate may change documents: in a draft that is not older than the last freeze. */
export function isOpen({ isEditable, seen, frozenAt = 0 }: Access): boolean {
  return isEditable && seen > frozenAt;
}

const unknown = refuse('not-found');

/** True for the candidate whose application it is. */
export function isOwner(access: Access | undefined, who: Subject): access is Access {
  // By the role of a candidate: an account that is also staff reaches its own file by that role alone.
  return access !== undefined && can(who, 'document:upload', { owner: access.candidateId });
}

/**
 * Whether `who` may send a document of this type now. Everyone but the owner gets `not-found`, so that ids tell nothing.
 * R17: only what the checklist wants, and always an optional piece.
 */
export function mayUpload(access: Access | undefined, who: Subject, type: DocumentType): Access | Refusal {
  if (!isOwner(access, who)) return unknown;
  if (!isOpen(access)) return refuse('document-not-editable');
  if (!access.wanted.includes(type) && !alwaysAccepted.includes(type)) {
    return refuse('document-not-asked', undefined, { type });
  }
  return access;
}

/** Whether `who` may claim or discard a document of this application now. */
export function mayChange(access: Access | undefined, who: Subject): Access | Refusal {
  if (!isOwner(access, who)) return unknown;
  return isOpen(access) ? access : refuse('document-not-editable');
}

/** Whether the file is being studied: its fee is paid (R15) and nothing is decided yet. */
export function isStudied({ isExaminable, state = 'submitted' }: Access): boolean {
  return isExaminable && studied.includes(state);
}

/** Whether `who` may send a document in the place of a refused one; which one, the shelf tells. */
export function mayReplace(access: Access | undefined, who: Subject): Access | Refusal {
  if (!isOwner(access, who)) return unknown;
  if (isStudied(access)) return access;
  return refuse('document-not-editable', detailOf('document-not-editable'));
}

/**
 * Whether `who` judges documents of this application: officers within their programmes, once it is examinable (R15). Anyone
 * else gets `not-found`. Whether it may be judged still is told by {@link isStudied}.
 */
export function mayJudge(access: Access | undefined, who: Subject): Access | Refusal {
  if (!access?.isExaminable) return unknown;
  return can(who, 'document:judge', { programmeId: access.programmeId }) ? access : unknown;
}

/**
 * Whether `who` may read the documents of this application: its candidate always, staff within their programmes and only
 * once the application is examinable (R15). Those who are `assigned` to assess it see no identity papers (R113, R114).
 * Anyone else gets `not-found`.
 */
export function mayRead(
  access: Access | undefined,
  who: Subject,
  assigned: readonly string[] = [],
): Sight | Refusal {
  if (!access) return unknown;
  const { candidateId, programmeId, isExaminable } = access;
  if (can(who, 'document:read', { owner: candidateId })) return { hides: [] };
  if (!isExaminable) return unknown;
  if (can(who, 'document:read', { programmeId })) return { hides: [] };
  return can(who, 'document:read', { programmeId, assigned }) ? { hides: identityTypes } : unknown;
}

/** True for those who would read this application if they were assigned to it: for them alone it is looked up. */
export function couldBeAssigned(access: Access, who: Subject): boolean {
  return can(who, 'document:read', { programmeId: access.programmeId, assigned: [who.id] });
}
