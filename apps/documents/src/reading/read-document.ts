import { Injectable } from '@nestjs/common';
import { ProblemError } from '@admissions/contracts/problem';
import type { Subject } from '@admissions/contracts/subject';
import { mayRead } from '../domain/access.ts';
import type { Document } from '../domain/document.ts';
import { granted } from '../granted.ts';
import { AccessStore } from '../store/access.store.ts';
import { DocumentStore } from '../store/document.store.ts';

/** One document, for those who may read it; for everyone else it does not exist (R15). */
@Injectable()
export class ReadDocument {
  constructor(
    private readonly accesses: AccessStore,
    private readonly documents: DocumentStore,
  ) {}

  async run(documentId: string, who: Subject): Promise<Document> {
    const loaded = await this.documents.streams.load(documentId);
    if (!loaded) throw new ProblemError('not-found');
    granted(mayRead(await this.accesses.of(loaded.state.applicationId), who));
    return loaded.state;
  }
}
