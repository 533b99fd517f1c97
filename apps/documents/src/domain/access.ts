import type { applicationChanged } from '@admissions/contracts/applications';
import type { DocumentType } from '@admissions/contracts/document-types';
import type { DataOf } from '@admissions/contracts/message';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import { can, type Subject } from '@admissions/contracts/subject';
import { alwaysAccepted } from './limits.ts';

/** What this service knows of an application in order to decide who may do what: a copy of the facts of `applications`. */
export interface Access {
  readonly candidateId: string;
  readonly programmeId: string;
  readonly isExaminable: boolean;
  readonly isEditable: boolean;
  readonly wanted: readonly DocumentType[];
  /** The revision of the application that this copy was made from. */
  readonly seen: number;
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

/** Takes over a snapshot of an application; one that is not newer than what was seen changes nothing. */
export function follow(
  current: Access | undefined,
  data: DataOf<typeof applicationChanged>,
  revision: number,
): { state: Access } | { ignored: string } {
  if (current && current.seen >= revision) return { ignored: `revision ${current.seen} was seen already` };
  const { candidateId, programmeId, isExaminable, isEditable, wanted } = data;
  return {
    state: { ...current, candidateId, programmeId, isExaminable, isEditable, wanted, seen: revision },
  };
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

/**
 * Whether `who` may read the documents of this application: its candidate always, staff within their programmes and only
 * once the application is examinable (R15). Anyone else gets `not-found`.
 */
export function mayRead(access: Access | undefined, who: Subject): Access | Refusal {
  if (!access) return unknown;
  if (can(who, 'document:read', { owner: access.candidateId })) return access;
  const asStaff = access.isExaminable && can(who, 'document:read', { programmeId: access.programmeId });
  return asStaff ? access : unknown;
}
