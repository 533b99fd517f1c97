import { Injectable } from '@nestjs/common';
import type { Aggregate } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import type { Funding } from '../domain/funding.ts';

const fundings: Aggregate<Funding> = {
  name: 'funding',
  summary: ({ applicationId, programmeId, state, registeredAt }) => ({
    applicationId,
    programmeId,
    state,
    registeredAt,
  }),
  indexes: ['applicationId'],
};

/** The funding agreements. */
@Injectable()
export class FundingStore {
  readonly streams: StreamStore<Funding>;

  constructor(store: Store) {
    this.streams = store.streams(fundings);
  }

  async load(id: string): Promise<Funding | undefined> {
    return (await this.streams.load(id))?.state;
  }

  /** The agreements of one application, oldest first, as they are now. */
  async ofApplication(applicationId: string): Promise<Funding[]> {
    const query = { where: { applicationId }, orderBy: 'registeredAt', limit: 100 };
    const { items } = await this.streams.list(query);
    const loaded = await Promise.all(items.map(({ id }) => this.load(id)));
    return loaded.flatMap((found) => found ?? []);
  }
}
