import { Injectable } from '@nestjs/common';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import type { Assessors } from '../domain/access.ts';
import { membersFor, type Jury, type Readership } from '../domain/readership.ts';

/** Copies of jury sessions, by session. */
@Injectable()
export class JuryStore {
  readonly streams: StreamStore<Jury>;
  constructor(store: Store) {
    this.streams = store.streams<Jury>({ name: 'jury', summary: () => ({}) });
  }
}

/** Who assesses an application, by application. */
@Injectable()
export class ReadershipStore {
  readonly streams: StreamStore<Readership>;
  constructor(
    store: Store,
    private readonly juries: JuryStore,
  ) {
    this.streams = store.streams<Readership>({ name: 'readership', summary: () => ({}) });
  }

  /** Who may read the application because they assess it. */
  async assessorsOf(applicationId: string): Promise<Assessors> {
    const readership = (await this.streams.load(applicationId))?.state;
    const sessions = await Promise.all(
      (readership?.sessionIds ?? []).map((id) => this.juries.streams.load(id)),
    );
    const juries = sessions.flatMap((found) => (found ? [found.state] : []));
    return { evaluators: readership?.evaluators ?? [], jury: membersFor(applicationId, juries) };
  }
}
