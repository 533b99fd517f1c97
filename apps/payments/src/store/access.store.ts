import { Injectable } from '@nestjs/common';
import type { Aggregate } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import type { Access } from '../domain/access.ts';

const accesses: Aggregate<Access> = {
  name: 'access',
  summary: ({ candidateId, programmeId }) => ({ candidateId, programmeId }),
};

/** The access copies: one stream per application. */
@Injectable()
export class AccessStore {
  readonly streams: StreamStore<Access>;

  constructor(store: Store) {
    this.streams = store.streams(accesses);
  }

  /** What is known of an application; undefined when nothing is. */
  async of(applicationId: string): Promise<Access | undefined> {
    return (await this.streams.load(applicationId))?.state;
  }
}
