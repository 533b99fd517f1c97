import { documentTypes, type DocumentType } from '@admissions/contracts/document-types';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import { delays } from './limits.ts';
import type { State } from './document.ts';
import { usableForms, waitForForm, type Form } from './forms.ts';
import { detailOf } from './wording.ts';

/**
 * The documents that an application holds. It is one stream, so that two requests at once cannot both take the last
 * place of a type, and so that a list shows what was just added. The state of a document stays the truth about it.
 */
export interface Shelf {
  readonly entries: readonly Entry[];
  /** Forms that were given out and can still be used, oldest first. */
  readonly forms?: readonly Form[];
}

interface Entry {
  readonly documentId: string;
  readonly type: DocumentType;
  /** Business time. */
  readonly takenAt: string;
}

/** The state of a document on the shelf; `unborn` when it does not exist (yet). */
export type StateOf = (documentId: string) => State | 'unborn';

/**
 * Puts a new document on the shelf. Documents that are gone lose their place. The oldest rejected one of the type makes
 * room, and with no room left the oldest whose file was never sent: they are named in `superseded`.
 * Refuses with `document-type-full` when as many files of the type are there as accepted (R17, `perApplication`), and with
 * `too-many-requests` when too many forms that were given out can still be used.
 */
export function takePlace(
  shelf: Shelf | undefined,
  { size, ...asked }: { documentId: string; type: DocumentType; size: number },
  stateOf: StateOf,
  now: Date,
): { shelf: Shelf; superseded: readonly string[] } | Refusal {
  const kept = (shelf?.entries ?? []).filter((entry) => isKept(entry, stateOf, now));
  const sameType = kept.filter(({ type }) => type === asked.type);
  const { perApplication: most, label } = documentTypes[asked.type];
  const rejected = sameType.find(({ documentId }) => stateOf(documentId) === 'rejected');
  const holding = sameType.filter(({ documentId }) => stateOf(documentId) !== 'rejected');
  const awaited = holding.find(({ documentId }) => ['awaited', 'unborn'].includes(stateOf(documentId)));
  const isFull = holding.length >= most;
  if (isFull && !awaited) {
    return refuse('document-type-full', detailOf('document-type-full', { most, label }), { most });
  }
  const forms = usableForms(shelf?.forms, now);
  const wait = waitForForm(forms, { type: asked.type, size }, now);
  if (wait > 0) return tooMany(wait);
  const superseded = [rejected, isFull ? awaited : undefined].flatMap((entry) =>
    entry ? [entry.documentId] : [],
  );
  const at = now.toISOString();
  const entries = kept.filter(({ documentId }) => !superseded.includes(documentId));
  return {
    shelf: {
      entries: [...entries, { ...asked, takenAt: at }],
      forms: [...forms, { type: asked.type, size, givenAt: at }],
    },
    superseded,
  };
}

function tooMany(retryAfter: number): Refusal {
  const { refused } = refuse(
    'too-many-requests',
    detailOf('too-many-requests', { minutes: Math.ceil(retryAfter / 60) }),
  );
  return { refused: { ...refused, retryAfter } };
}

/** True when the document has its place; one that was superseded has none and may not be claimed or pass. */
export function holdsPlace(shelf: Shelf | undefined, documentId: string): boolean {
  return shelf?.entries.some((entry) => entry.documentId === documentId) ?? false;
}

function isKept({ documentId, takenAt }: Entry, stateOf: StateOf, now: Date): boolean {
  const state = stateOf(documentId);
  if (state === 'replaced' || state === 'discarded') return false;
  return state !== 'unborn' || now.getTime() - new Date(takenAt).getTime() < delays.placeMs;
}
