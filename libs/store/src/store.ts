import type { Clock } from '@admissions/clock/clock';
import type { Aggregate, DueDeadline } from './aggregate.ts';
import type { Claims } from './claims.ts';
import type { Documents } from './documents.ts';
import type { FaultPoints } from './fault-points.ts';
import type { Inbox } from './inbox.ts';
import type { Logger } from './logger.ts';
import type { OutboxRelay } from './outbox.relay.ts';
import type { Publisher } from './publisher.ts';
import type { StreamStore } from './stream.store.ts';

export interface StoreOptions {
  url: string;
  /** One database per service. */
  database: string;
  publisher: Publisher;
  /** Business time: the `at` of revisions. Ages and limits use real time. */
  clock: Clock;
  logger: Logger;
  poolSize?: number;
  faults?: FaultPoints;
}

/** One per process: the only way in which a service changes and reads its data. */
export class Store {
  declare readonly inbox: Inbox;
  declare readonly claims: Claims;
  declare readonly outbox: OutboxRelay;

  static open(_options: StoreOptions): Promise<Store> {
    throw new Error('not written yet');
  }

  streams<S>(_aggregate: Aggregate<S>): StreamStore<S> {
    throw new Error('not written yet');
  }

  /** `indexes`: fields that the owner filters by equality. */
  collection<T extends object>(_name: string, _indexes: readonly string[] = []): Documents<T> {
    throw new Error('not written yet');
  }

  due(_now: Date, _limit: number): Promise<DueDeadline[]> {
    throw new Error('not written yet');
  }

  ready(): Promise<string[]> {
    throw new Error('not written yet');
  }

  close(): Promise<void> {
    throw new Error('not written yet');
  }
}
