import { Injectable } from '@nestjs/common';
import type { Aggregate } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import type { JurySession } from '../domain/jury.ts';

export const juryAggregate: Aggregate<JurySession> = {
  name: 'jury-session',
  summary: ({ members, applicationIds }) => ({ members: members.length, files: applicationIds.length }),
};

/** One stream per jury session. */
@Injectable()
export class JuryStore {
  readonly streams: StreamStore<JurySession>;
  constructor(store: Store) {
    this.streams = store.streams(juryAggregate);
  }

  async of(sessionIds: readonly string[]): Promise<readonly JurySession[]> {
    const loaded = await Promise.all(sessionIds.map((id) => this.streams.load(id)));
    return loaded.flatMap((one) => (one ? [one.state] : []));
  }
}
