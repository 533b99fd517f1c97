import { Injectable } from '@nestjs/common';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import type { Access } from '../domain/access.ts';

/** The access copies: one stream per application. */
@Injectable()
export class AccessStore {
  readonly streams: StreamStore<Access>;

  constructor(store: Store) {
    this.streams = store.streams<Access>({ name: 'access', summary: () => ({}) });
  }

  /** What is known of an application; undefined when nothing is. */
  async of(applicationId: string): Promise<Access | undefined> {
    return (await this.streams.load(applicationId))?.state;
  }
}
