import { Injectable } from '@nestjs/common';
import type { Aggregate, Deadline } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import type { Refund } from '../domain/refund.ts';

/** `review`: what it waits for may have come; `execute`: the provider is to be asked. */
export type RefundDeadline = 'review' | 'execute';

const refunds: Aggregate<Refund> = {
  name: 'refund',
  summary: (refund) => ({
    programmeId: refund.programmeId,
    state: refund.state,
    dueAt: refund.dueAt,
    /** Before the deposit is asked for there is nothing to show. */
    isShown: refund.amount !== undefined,
  }),
  due: deadlinesOf,
  indexes: ['programmeId', 'state', 'isShown'],
};

function deadlinesOf(refund: Refund): readonly Deadline[] {
  const deadline = (name: RefundDeadline, at: string) => [{ name, at: new Date(at) }];
  if (refund.state === 'waiting') return deadline('review', refund.checkAt);
  if (refund.state === 'approved') return deadline('execute', refund.approvedAt);
  return refund.state === 'executing' ? deadline('execute', refund.checkAt) : [];
}

/** The refunds of deposits. */
@Injectable()
export class RefundStore {
  readonly streams: StreamStore<Refund>;

  constructor(store: Store) {
    this.streams = store.streams(refunds);
  }

  async load(id: string): Promise<Refund | undefined> {
    return (await this.streams.load(id))?.state;
  }
}
