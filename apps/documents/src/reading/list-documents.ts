import { Injectable } from '@nestjs/common';
import type { DocumentView } from '@admissions/contracts/documents';
import type { Subject } from '@admissions/contracts/subject';
import { gone } from '../domain/document.ts';
import { viewOf } from '../domain/view.ts';
import { DocumentStore } from '../store/document.store.ts';
import { ShelfStore } from '../store/shelf.store.ts';
import { SightOf } from './sight-of.ts';

/** The documents of an application, from the streams themselves: a candidate sees what was just sent. */
@Injectable()
export class ListDocuments {
  constructor(
    private readonly sightOf: SightOf,
    private readonly shelves: ShelfStore,
    private readonly documents: DocumentStore,
  ) {}

  async run(applicationId: string, who: Subject): Promise<{ items: DocumentView[] }> {
    const { hides } = await this.sightOf.run(applicationId, who);
    const shelf = await this.shelves.of(applicationId);
    const loaded = await Promise.all(
      (shelf?.entries ?? [])
        .filter(({ type }) => !hides.includes(type))
        .map(({ documentId }) => this.documents.streams.load(documentId)),
    );
    const items = loaded.flatMap((one) =>
      one && !gone.includes(one.state.state) ? [viewOf(one.id, one.state)] : [],
    );
    return { items };
  }
}
