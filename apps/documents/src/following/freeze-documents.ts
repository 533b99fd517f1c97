import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { documentsFreezeRequested } from '@admissions/contracts/applications';
import type { HeldDocument } from '@admissions/contracts/documents';
import type { DataOf } from '@admissions/contracts/message';
import { isRefusal } from '@admissions/contracts/problem';
import { RetryLater, type EventContext, type Followed } from '@admissions/messaging/handlers';
import type { UnderWay } from '../domain/access.ts';
import { answerFreeze, freeze, heldOf } from '../domain/access-freeze.ts';
import { claim, discard } from '../domain/document.ts';
import { AccessStore } from '../store/access.store.ts';
import { DocumentStore } from '../store/document.store.ts';
import { ShelfStore } from '../store/shelf.store.ts';

type Request = DataOf<typeof documentsFreezeRequested>;
const moves = { claim, discard } as const;

/**
 * Makes the documents of an application stand still and says which are held (R16, R17). Any step may be the last one before
 * a kill: the message comes again and goes on where it was.
 */
@Injectable()
export class FreezeDocuments {
  constructor(
    private readonly accesses: AccessStore,
    private readonly shelves: ShelfStore,
    private readonly documents: DocumentStore,
    private readonly clock: Clock,
  ) {}

  async run({ applicationId, attempt }: Request, event: EventContext): Promise<Followed> {
    const act = event.act('freeze');
    const { state, ignored } = await this.accesses.streams.change(applicationId, act, (current) => {
      const decision = freeze(current?.state, attempt);
      if ('early' in decision) throw new RetryLater(decision.early);
      return decision;
    });
    if (ignored !== undefined) return { ignored };
    for (const move of state.underWay ?? []) await this.#finish(move, event);
    const held = await this.#heldBy(applicationId, event);
    // The same message makes a second revision of this stream: its cause needs a name of its own.
    const answer = { ...act, cause: { ...act.cause, id: `${act.cause.id}/answer` } };
    await this.accesses.streams.change(applicationId, answer, (current) =>
      answerFreeze(current?.state, { applicationId, attempt, held }),
    );
  }

  /** Does what was let through before the freeze and may have been cut off; its file is left to the one who asked, or to the sweep. */
  async #finish({ documentId, move }: UnderWay, event: EventContext): Promise<void> {
    const { cause, ...act } = event.act('freeze');
    const own = { ...act, cause: { ...cause, id: `${cause.id}/${move}` } };
    await this.documents.streams.change(documentId, own, (current) => {
      if (!current) return { ignored: 'no such document' };
      const decision = moves[move](current.state, documentId, this.clock.now());
      // It will be refused to the one who asked as well: there is nothing to wait for.
      return isRefusal(decision) ? { ignored: decision.refused.code } : decision;
    });
  }

  async #heldBy(applicationId: string, event: EventContext): Promise<HeldDocument[]> {
    // A newer upload that was just taking a place looks at the documents again, and a checked one loses its place to none.
    const { state: shelf } = await this.shelves.streams.change(
      applicationId,
      event.act('freeze'),
      (current) => (current ? { state: current.state } : { ignored: 'nothing was ever sent' }),
    );
    const loaded = await Promise.all(
      (shelf?.entries ?? []).map(({ documentId }) => this.documents.streams.load(documentId)),
    );
    return loaded.flatMap((found) => (found ? (heldOf(found.id, found.revision, found.state) ?? []) : []));
  }
}
