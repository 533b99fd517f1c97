import { Injectable } from '@nestjs/common';
import { ProblemError } from '@admissions/contracts/problem';
import type { Subject } from '@admissions/contracts/subject';
import type { Document } from '../domain/document.ts';
import { DocumentStore } from '../store/document.store.ts';
import { SightOf } from './sight-of.ts';

/** One document, for those who may read it; for everyone else it does not exist (R15, R113, R114). */
@Injectable()
export class ReadDocument {
  constructor(
    private readonly sightOf: SightOf,
    private readonly documents: DocumentStore,
  ) {}

  async run(documentId: string, who: Subject): Promise<Document> {
    const loaded = await this.documents.streams.load(documentId);
    if (!loaded) throw new ProblemError('not-found');
    const { hides } = await this.sightOf.run(loaded.state.applicationId, who);
    if (hides.includes(loaded.state.type)) throw new ProblemError('not-found');
    return loaded.state;
  }
}
