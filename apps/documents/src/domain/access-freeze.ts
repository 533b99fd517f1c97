import { documentsFrozen, type HeldDocument } from '@admissions/contracts/documents';
import { send, type Outgoing } from '@admissions/contracts/message';
import { isRefusal, type Refusal } from '@admissions/contracts/problem';
import type { Subject } from '@admissions/contracts/subject';
import { mayChange, type Access, type UnderWay } from './access.ts';
import { gone, type Document } from './document.ts';

/*
 * A confirmation and a change of documents at the same moment meet in the access stream of the application: a claim or a
 * discard writes itself down there before it touches the document, and a freeze is a revision of the same stream. Whoever
 * comes second decides on what the first has written, so that they cannot pass each other (R16, R17).
 */

/**
 * Lets a claim or a discard of a document through and writes it down. Those known to be done are forgotten.
 * Refuses with `not-found` for others than the owner, with `document-not-editable` outside a draft and after a freeze.
 */
export function letThrough(
  current: Access | undefined,
  who: Subject,
  asked: UnderWay,
  isDone: (move: UnderWay) => boolean,
): { state: Access } | Refusal | { ignored: string } {
  const access = mayChange(current, who);
  if (isRefusal(access)) return access;
  const open = (access.underWay ?? []).filter((move) => !isDone(move));
  if (open.some((move) => move.documentId === asked.documentId && move.move === asked.move))
    return { ignored: 'let through already' };
  return { state: { ...access, underWay: [...open, asked] } };
}

/** True when a move that was let through has nothing left to do. */
export function isDone({ move }: UnderWay, document: Document | undefined): boolean {
  if (!document) return true;
  return move === 'claim' ? document.state !== 'awaited' : gone.includes(document.state);
}

/**
 * From here on nothing is let through. The same attempt in a further question is answered again: the answer to the first may have
 * been lost. Ignores an attempt that the application has left behind.
 */
export function freeze(
  current: Access | undefined,
  attempt: number,
): { state: Access } | { ignored: string } | { early: string } {
  if (!current) return { early: 'the application is not known yet' };
  if (attempt < current.seen) return { ignored: `revision ${current.seen} was seen already` };
  const { frozenAt = 0 } = current;
  if (attempt < frozenAt) return { ignored: `frozen at revision ${frozenAt} already` };
  return { state: { ...current, frozenAt: attempt } };
}

/** Says what is held, once every move that was let through before the freeze is done. */
export function answerFreeze(
  current: Access | undefined,
  { applicationId, attempt, held }: { applicationId: string; attempt: number; held: readonly HeldDocument[] },
): { state: Access; messages: readonly Outgoing[] } | { ignored: string } {
  if (current?.frozenAt !== attempt) return { ignored: `not frozen at revision ${attempt} any more` };
  const { underWay: _done, ...state } = current;
  return { state, messages: [send(documentsFrozen, { applicationId, attempt, held: [...held] })] };
}

/** A document as the answer to a freeze names it; undefined when it is gone. */
export function heldOf(id: string, revision: number, document: Document): HeldDocument | undefined {
  const { type, state } = document;
  if (gone.includes(state)) return undefined;
  const sha256 = document.state === 'checked' ? { sha256: document.file.sha256 } : {};
  return { documentId: id, type, state, revision, ...sha256 };
}
