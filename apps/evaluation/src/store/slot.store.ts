import { Injectable } from '@nestjs/common';
import type { Aggregate } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import { endOf, type Slot } from '../domain/slot.ts';

export const slotAggregate: Aggregate<Slot> = {
  name: 'slot',
  summary: ({ programmeId, interviewerId, interviewerName, startsAt, endsAt, state }) => ({
    programmeId,
    interviewerId,
    interviewerName,
    startsAt,
    endsAt,
    state,
  }),
  due: (slot) => {
    const at = endOf(slot);
    return at === undefined ? [] : [{ name: 'end', at: new Date(at) }];
  },
  indexes: ['programmeId', 'state'],
};

/** Interview slots: a slot's own stream says who has it. */
@Injectable()
export class SlotStore {
  readonly streams: StreamStore<Slot>;

  constructor(store: Store) {
    this.streams = store.streams(slotAggregate);
  }
}
