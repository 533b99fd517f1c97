import { Injectable } from '@nestjs/common';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import type { Cohort } from '../domain/cohort.ts';

/** Who has a place, by intake. */
@Injectable()
export class CohortStore {
  readonly streams: StreamStore<Cohort>;
  constructor(store: Store) {
    this.streams = store.streams<Cohort>({
      name: 'cohort',
      summary: ({ places }) => ({ held: Object.keys(places).length }),
    });
  }
}
