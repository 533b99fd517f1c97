import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf } from '@admissions/contracts/call';
import type { DocumentView, judgeDocument } from '@admissions/contracts/documents';
import { ProblemError, refuse } from '@admissions/contracts/problem';
import type { CallContext } from '@admissions/messaging/handlers';
import { isStudied, mayJudge } from '../domain/access.ts';
import { hasFile, type Decision, type Document } from '../domain/document.ts';
import { judge } from '../domain/judging.ts';
import { replacementOf } from '../domain/shelf.ts';
import { viewOf } from '../domain/view.ts';
import { detailOf } from '../domain/wording.ts';
import { granted } from '../granted.ts';
import { AccessStore } from '../store/access.store.ts';
import { DocumentStore } from '../store/document.store.ts';
import { ShelfStore } from '../store/shelf.store.ts';
import { Supersede } from '../uploading/supersede.ts';

/** An officer accepts or refuses a document. Of two officers at once the later one corrects the earlier; the history keeps both. */
@Injectable()
export class JudgeDocument {
  constructor(
    private readonly accesses: AccessStore,
    private readonly documents: DocumentStore,
    private readonly shelves: ShelfStore,
    private readonly supersede: Supersede,
    private readonly clock: Clock,
  ) {}

  async run(
    { documentId, verdict }: InputOf<typeof judgeDocument>,
    call: CallContext,
  ): Promise<DocumentView> {
    const loaded = await this.documents.streams.load(documentId);
    if (!loaded) throw new ProblemError('not-found');
    const access = granted(mayJudge(await this.accesses.of(loaded.state.applicationId), call.subject));
    const judged = { documentId, candidateId: access.candidateId };
    const { state } = await this.documents.streams.change(
      documentId,
      call.act(),
      async (current): Promise<Decision> => {
        const document = (current ?? loaded).state;
        // Here, not before: who sends the same command again gets its answer also when the file was decided meanwhile.
        if (!isStudied(access)) return refuse('wrong-state', detailOf('wrong-state'));
        if (await this.#isBeingReplaced(documentId, document)) {
          return refuse('document-replaced', detailOf('document-replaced'));
        }
        return judge(document, verdict, judged, this.clock.now());
      },
      { deadline: call.deadline },
    );
    if (state.state === 'accepted') await this.#dropReplacement(documentId, state, call);
    return viewOf(documentId, state);
  }

  /** Once the candidate has sent another, that one is judged. */
  async #isBeingReplaced(documentId: string, document: Document): Promise<boolean> {
    const replacement = await this.#replacementOf(documentId, document);
    return replacement !== undefined && (replacement.state === 'checking' || hasFile(replacement));
  }

  /** An upload that was asked for in the place of this document, and not sent or not sound, is not wanted any more. */
  async #dropReplacement(documentId: string, document: Document, call: CallContext): Promise<void> {
    // A repeat of this command may come after the verdict was corrected again.
    const now = await this.documents.streams.load(documentId);
    if (now?.state.state !== 'accepted') return;
    const entry = replacementOf(await this.shelves.of(document.applicationId), documentId);
    if (entry) await this.supersede.run(entry.documentId, call);
  }

  async #replacementOf(documentId: string, document: Document): Promise<Document | undefined> {
    if (document.state !== 'refused') return undefined;
    const entry = replacementOf(await this.shelves.of(document.applicationId), documentId);
    return entry && (await this.documents.streams.load(entry.documentId))?.state;
  }
}
