import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { DocumentView } from '@admissions/contracts/documents';
import { ProblemError } from '@admissions/contracts/problem';
import type { CallContext } from '@admissions/messaging/handlers';
import { discard } from '../domain/document.ts';
import { viewOf } from '../domain/view.ts';
import { DocumentStore } from '../store/document.store.ts';
import { Storage } from '../storage/storage.ts';
import { removeFilesOf } from '../storage/remove-files.ts';
import { LetThrough } from './let-through.ts';

/** Takes a document out of a draft, unless the confirmation was first (R16). The state is saved first; a repeat finishes a removal that the store did not answer. */
@Injectable()
export class DiscardDocument {
  constructor(
    private readonly letThrough: LetThrough,
    private readonly documents: DocumentStore,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  async run(documentId: string, call: CallContext): Promise<DocumentView> {
    const current = await this.documents.streams.load(documentId);
    if (!current) throw new ProblemError('not-found');
    await this.letThrough.run(current.state.applicationId, { documentId, move: 'discard' }, call);
    const { state } = await this.documents.streams.change(
      documentId,
      call.act(),
      (now) => discard((now ?? current).state, documentId, this.clock.now()),
      { deadline: call.deadline },
    );
    await removeFilesOf(documentId, state, this.storage);
    return viewOf(documentId, state);
  }
}
