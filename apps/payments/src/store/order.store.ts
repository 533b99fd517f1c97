import { Injectable } from '@nestjs/common';
import type { Aggregate, Loaded } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import { openAttempt } from '../domain/attempts.ts';
import type { Order } from '../domain/order.ts';
import { refundsDue } from '../domain/surplus.ts';

const orders: Aggregate<Order> = {
  name: 'order',
  summary: (order) => ({
    applicationId: order.applicationId,
    candidateId: order.candidateId,
    programmeId: order.programmeId,
    state: order.state,
    openedAt: order.openedAt,
    /** Somebody may be paying, or money is to go back: the reconciliation asks the provider. */
    awaitsProvider: openAttempt(order) !== undefined || refundsDue(order).length > 0,
  }),
  indexes: ['applicationId', 'awaitsProvider'],
};

/** The orders and how they are found. */
@Injectable()
export class OrderStore {
  readonly streams: StreamStore<Order>;

  constructor(store: Store) {
    this.streams = store.streams(orders);
  }

  async load(id: string): Promise<Loaded<Order> | undefined> {
    return this.streams.load(id);
  }

  /** The orders of one application, as they are now. */
  async ofApplication(applicationId: string): Promise<Order[]> {
    const { items } = await this.streams.list({ where: { applicationId }, orderBy: 'openedAt', limit: 100 });
    const loaded = await Promise.all(items.map(({ id }) => this.streams.load(id)));
    return loaded.flatMap((found) => (found ? [found.state] : []));
  }
}
