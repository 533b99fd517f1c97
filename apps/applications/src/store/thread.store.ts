import { Injectable } from '@nestjs/common';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import type { Thread } from '../domain/thread.ts';

/** The messages of each application: one revision of its stream is one message. */
@Injectable()
export class ThreadStore {
  readonly streams: StreamStore<Thread>;
  constructor(store: Store) {
    this.streams = store.streams<Thread>({ name: 'thread', summary: () => ({}) });
  }
}
