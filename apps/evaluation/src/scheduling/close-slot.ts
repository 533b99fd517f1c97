import { Injectable } from '@nestjs/common';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import type { closeSlot as closeSlotCall } from '@admissions/contracts/interviews';
import { refuse } from '@admissions/contracts/problem';
import { can } from '@admissions/contracts/subject';
import type { CallContext } from '@admissions/messaging/handlers';
import { closeSlot } from '../domain/slot.ts';
import { slotView } from '../domain/views.ts';
import { SlotStore } from '../store/slot.store.ts';
import { once } from '../store/steps.ts';
import { Times } from './times.ts';

/** Takes away a slot that nobody booked, and gives its time back to the interviewer. */
@Injectable()
export class CloseSlot {
  constructor(
    private readonly slots: SlotStore,
    private readonly times: Times,
  ) {}

  async run(
    { slotId }: InputOf<typeof closeSlotCall>,
    call: CallContext,
  ): Promise<OutputOf<typeof closeSlotCall>> {
    const { state } = await this.slots.streams.change(
      slotId,
      call.act(),
      (current) => {
        const programmeId = current?.state.programmeId ?? '';
        if (!current || !can(call.subject, 'slot:manage', { programmeId })) return refuse('not-found');
        return closeSlot(current.state);
      },
      { deadline: call.deadline },
    );
    await this.times.free(state.interviewerId, slotId, undefined, once(call.act(), 'slot-closed', slotId));
    return slotView(slotId, state);
  }
}
