import { Injectable } from '@nestjs/common';
import type { Aggregate } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import { deadlines, type Document } from '../domain/document.ts';

const documentAggregate: Aggregate<Document> = {
  name: 'document',
  summary: ({ applicationId, type, state, requestedAt }) => ({ applicationId, type, state, requestedAt }),
  due: deadlines,
  indexes: ['applicationId'],
};

@Injectable()
export class DocumentStore {
  readonly streams: StreamStore<Document>;
  constructor(store: Store) {
    this.streams = store.streams(documentAggregate);
  }
}
