import { documentTypes, type DocumentType } from '@admissions/contracts/document-types';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import { delays } from './limits.ts';
import type { Document, State } from './document.ts';
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
  /** The refused document in whose place this one is sent; it counts on no other place. */
  readonly replaces?: string;
}

interface Wanted {
  readonly documentId: string;
  readonly type: DocumentType;
  readonly size: number;
}
type Taken = { shelf: Shelf; superseded: readonly string[] } | Refusal;

/** The state of a document on the shelf; `unborn` when it does not exist (yet). */
export type StateOf = (documentId: string) => State | 'unborn';

/**
 * Puts a new document on the shelf. Documents that are gone lose their place. The oldest rejected one of the type makes
 * room, and with no room left the oldest whose file was never sent: they are named in `superseded`.
 * Refuses with `document-type-full` when as many files of the type are there as accepted (R17, `perApplication`), and with
 * `too-many-requests` when too many forms that were given out can still be used.
 */
export function takePlace(shelf: Shelf | undefined, asked: Wanted, stateOf: StateOf, now: Date): Taken {
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
  return put({ entries: kept, forms: shelf?.forms }, asked, [rejected, isFull ? awaited : undefined], now);
}

/**
 * Puts on the shelf what is sent in the place of a refused document: as many as were refused and not replaced yet, one for
 * each. A replacement that the check rejected makes room for the next; with no refusal left, the oldest that was never sent.
 * Refuses with `document-not-editable` when nothing of the type was refused, with `document-replaced` when every refusal
 * has its replacement under way, and with `too-many-requests` as {@link takePlace} does.
 */
export function takeReplacement(shelf: Shelf | undefined, asked: Wanted, stateOf: StateOf, now: Date): Taken {
  const kept = (shelf?.entries ?? []).filter((entry) => isKept(entry, stateOf, now));
  const refusals = kept
    .filter(({ type, documentId }) => type === asked.type && stateOf(documentId) === 'refused')
    .map(({ documentId }) => ({ documentId, by: replacementOf({ entries: kept }, documentId) }));
  if (refusals.length === 0) {
    const { label } = documentTypes[asked.type];
    return refuse('document-not-editable', detailOf('document-not-editable', { label }));
  }
  const waitsFor = (states: readonly string[]) =>
    refusals.find(({ by }) => states.includes(by === undefined ? 'none' : stateOf(by.documentId)));
  const chosen = waitsFor(['none', 'rejected']) ?? waitsFor(['awaited', 'unborn']);
  if (!chosen) return refuse('document-replaced', detailOf('document-replaced'));
  const replaces = chosen.documentId;
  return put({ entries: kept, forms: shelf?.forms }, { ...asked, replaces }, [chosen.by], now);
}

/** What was sent in the place of a refused document and holds that place. */
export function replacementOf(shelf: Shelf | undefined, refused: string): Entry | undefined {
  return shelf?.entries.find(({ replaces }) => replaces === refused);
}

/** The shelf with one more entry, without those that make room; each form that is given out is counted. */
function put(
  { entries, forms: given }: { entries: readonly Entry[]; forms: readonly Form[] | undefined },
  { size, ...asked }: Wanted & { replaces?: string },
  makesRoom: readonly (Entry | undefined)[],
  now: Date,
): Taken {
  const forms = usableForms(given, now);
  const { type } = asked;
  const wait = waitForForm(forms, { type, size }, now);
  if (wait > 0) return tooMany(wait);
  const superseded = makesRoom.flatMap((entry) => (entry ? [entry.documentId] : []));
  const at = now.toISOString();
  const staying = entries.filter(({ documentId }) => !superseded.includes(documentId));
  return {
    shelf: {
      entries: [...staying, { ...asked, takenAt: at }],
      forms: [...forms, { type, size, givenAt: at }],
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

/**
 * Why the file of this upload is not waited for: `upload-superseded` when a newer upload took its place, `upload-expired`
 * when it was given up or came already. Undefined when it is waited for.
 */
export function notAwaited(
  document: Document,
  documentId: string,
  shelf: Shelf | undefined,
): 'upload-superseded' | 'upload-expired' | undefined {
  if (document.state === 'replaced') return 'upload-superseded';
  if (document.state !== 'awaited') return 'upload-expired';
  return holdsPlace(shelf, documentId) ? undefined : 'upload-superseded';
}

function isKept({ documentId, takenAt }: Entry, stateOf: StateOf, now: Date): boolean {
  const state = stateOf(documentId);
  if (state === 'replaced' || state === 'discarded') return false;
  return state !== 'unborn' || now.getTime() - new Date(takenAt).getTime() < delays.placeMs;
}
