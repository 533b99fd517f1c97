import { Injectable } from '@nestjs/common';
import type { Aggregate } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import type { Shelf } from '../domain/shelf.ts';

export const shelfAggregate: Aggregate<Shelf> = {
  name: 'shelf',
  summary: ({ entries }) => ({ documents: entries.length }),
};

/** One stream per application. */
@Injectable()
export class ShelfStore {
  readonly streams: StreamStore<Shelf>;
  constructor(store: Store) {
    this.streams = store.streams(shelfAggregate);
  }

  async of(applicationId: string): Promise<Shelf | undefined> {
    return (await this.streams.load(applicationId))?.state;
  }
}
