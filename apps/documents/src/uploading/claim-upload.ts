import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { DocumentView } from '@admissions/contracts/documents';
import { ProblemError } from '@admissions/contracts/problem';
import type { CallContext } from '@admissions/messaging/handlers';
import { isOwner, mayChange, mayReplace } from '../domain/access.ts';
import { claim, claimed, type Document } from '../domain/document.ts';
import { contentTypeOf, formatOf, limitsFor } from '../domain/limits.ts';
import { holdsPlace, notAwaited } from '../domain/shelf.ts';
import { viewOf } from '../domain/view.ts';
import { detailOf } from '../domain/wording.ts';
import { granted } from '../granted.ts';
import { AccessStore } from '../store/access.store.ts';
import { DocumentStore } from '../store/document.store.ts';
import { ShelfStore } from '../store/shelf.store.ts';
import { Storage } from '../storage/storage.ts';
import { LetThrough } from './let-through.ts';

/** The candidate says that the file was sent: it is looked for in quarantine and its check is asked for. */
@Injectable()
export class ClaimUpload {
  constructor(
    private readonly accesses: AccessStore,
    private readonly shelves: ShelfStore,
    private readonly documents: DocumentStore,
    private readonly storage: Storage,
    private readonly letThrough: LetThrough,
    private readonly clock: Clock,
  ) {}

  async run(documentId: string, call: CallContext): Promise<DocumentView> {
    const current = await this.documents.streams.load(documentId);
    if (!current) throw new ProblemError('not-found');
    const access = await this.accesses.of(current.state.applicationId);
    if (!isOwner(access, call.subject)) throw new ProblemError('not-found');
    // Claimed before: the answer is where its check stands, also when the application was confirmed meanwhile.
    if (claimed.includes(current.state.state)) return viewOf(documentId, current.state);
    const { replaces } = current.state;
    granted(replaces === undefined ? mayChange(access, call.subject) : mayReplace(access, call.subject));
    const shelf = await this.shelves.of(current.state.applicationId);
    // First: when the one that took this place has passed its check, this is what its candidate is to be told.
    if (!holdsPlace(shelf, documentId)) refused(notAwaited(current.state, documentId, shelf));
    if (replaces !== undefined) await this.#isStillRefused(replaces);
    refused(notAwaited(current.state, documentId, shelf));
    await this.#meetsFile(current.state);
    // Only a draft is confirmed: what takes the place of a refused document comes when no confirmation can pass it.
    if (replaces === undefined)
      await this.letThrough.run(current.state.applicationId, { documentId, move: 'claim' }, call);
    const { state } = await this.documents.streams.change(
      documentId,
      call.act(),
      (now) => claim((now ?? current).state, documentId, this.clock.now()),
      { deadline: call.deadline },
    );
    return viewOf(documentId, state);
  }

  /** Refuses when the document in whose place this one was sent has been accepted or replaced meanwhile. */
  async #isStillRefused(documentId: string): Promise<void> {
    const refused = await this.documents.streams.load(documentId);
    if (refused?.state.state === 'refused') return;
    throw new ProblemError('document-not-editable', detailOf('document-not-editable'));
  }

  /** Refuses when the store has no file for this upload, and says what the store may have refused. */
  async #meetsFile(document: Document): Promise<void> {
    const size = await this.storage.sizeOf('quarantine', document.quarantineKey);
    if (size !== undefined) return;
    const { type, declaredSize } = document;
    const { maxBytes } = limitsFor(type);
    throw new ProblemError(
      'upload-not-received',
      detailOf('upload-not-received', { maxBytes, format: formatOf(type) }),
      {
        data: { declaredSize, maxSize: maxBytes, contentType: contentTypeOf(type) },
      },
    );
  }
}

function refused(reason: ReturnType<typeof notAwaited>): void {
  if (reason) throw new ProblemError(reason, detailOf(reason));
}
