import { Injectable } from '@nestjs/common';
import type { CallContext } from '@admissions/messaging/handlers';
import type { UnderWay } from '../domain/access.ts';
import { isDone, letThrough } from '../domain/access-freeze.ts';
import { AccessStore } from '../store/access.store.ts';
import { DocumentStore } from '../store/document.store.ts';

/** Writes a claim or a discard down in the stream of its application, where a freeze would refuse it, before it is done. */
@Injectable()
export class LetThrough {
  constructor(
    private readonly accesses: AccessStore,
    private readonly documents: DocumentStore,
  ) {}

  /** Throws ProblemError: the refusal. */
  async run(applicationId: string, asked: UnderWay, call: CallContext): Promise<void> {
    const { cause, ...act } = call.act();
    // The document itself meets a key that is used again; one key for two documents is nothing to this stream.
    const own = { ...act, cause: { ...cause, id: `${cause.id}/${asked.move}/${asked.documentId}` } };
    await this.accesses.streams.change(
      applicationId,
      own,
      async (current) => {
        const before = current?.state.underWay ?? [];
        const done = new Set(await this.#doneOf(before));
        return letThrough(current?.state, call.subject, asked, (move) => done.has(move));
      },
      { deadline: call.deadline },
    );
  }

  async #doneOf(moves: readonly UnderWay[]): Promise<UnderWay[]> {
    const documents = await Promise.all(
      moves.map(({ documentId }) => this.documents.streams.load(documentId)),
    );
    return moves.filter((move, index) => isDone(move, documents[index]?.state));
  }
}
