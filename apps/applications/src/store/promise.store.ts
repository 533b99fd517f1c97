import { Injectable } from '@nestjs/common';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import { statusOf, type LetterPromise } from '../domain/promise.ts';

/** The letters that are promised. `outcome` is how a kept one was kept, and `open` while it is not. */
@Injectable()
export class PromiseStore {
  readonly streams: StreamStore<LetterPromise>;
  constructor(store: Store) {
    this.streams = store.streams<LetterPromise>({
      name: 'promise',
      summary: ({ id: _id, ...promise }) => ({
        ...promise,
        outcome: promise.keptAt === undefined ? 'open' : statusOf(promise, promise.dueOn),
      }),
      indexes: ['applicationId', 'programmeId', 'outcome'],
    });
  }
}
