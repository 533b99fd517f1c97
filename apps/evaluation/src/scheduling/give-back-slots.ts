import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { Act } from '@admissions/store/aggregate';
import { released } from '../domain/interview.ts';
import type { Selection } from '../domain/selection.ts';
import { releaseSlot } from '../domain/slot.ts';
import { SelectionStore } from '../store/selection.store.ts';
import { SlotStore } from '../store/slot.store.ts';
import { once } from '../store/steps.ts';
import { Times } from './times.ts';

/** Gives back the slots that an interview has left. Each step is done once, whoever does it; what a crash leaves is found by the deadline. */
@Injectable()
export class GiveBackSlots {
  constructor(
    private readonly slots: SlotStore,
    private readonly selections: SelectionStore,
    private readonly times: Times,
    private readonly clock: Clock,
  ) {}

  async run({ applicationId, candidateId, interview }: Selection, act: Act): Promise<void> {
    for (const { slotId, token, closes } of interview.releasing) {
      const { state: slot } = await this.slots.streams.change(
        slotId,
        once(act, 'release-slot', token),
        (current) =>
          current ? releaseSlot(current.state, token, this.clock.now(), closes) : { ignored: 'no such slot' },
      );
      if (closes)
        await this.times.free(slot.interviewerId, slotId, undefined, once(act, 'slot-closed', slotId));
      await this.times.free(candidateId, slotId, token, once(act, 'release-time', token));
      await this.selections.streams.change(applicationId, once(act, 'slot-released', token), (current) =>
        current ? released(current.state, token) : { ignored: 'no such selection' },
      );
    }
  }
}
