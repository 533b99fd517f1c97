import { Injectable } from '@nestjs/common';
import type { Aggregate } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import { endOf, type Slot } from '../domain/slot.ts';

export const slotAggregate: Aggregate<Slot> = {
  name: 'slot',
  summary: (slot) => ({
    programmeId: slot.programmeId,
    interviewerId: slot.interviewerId,
    interviewerName: slot.interviewerName,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    state: slot.state,
    ...(slot.state === 'booked' ? { applicationId: slot.booking.applicationId } : {}),
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
