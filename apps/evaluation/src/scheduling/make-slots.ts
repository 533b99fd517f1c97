import { Injectable } from '@nestjs/common';
import { idFrom } from '@admissions/identity/ids';
import type { Act } from '@admissions/store/aggregate';
import { emptyDiary, made } from '../domain/diary.ts';
import { openSlot } from '../domain/slot.ts';
import { DiaryStore } from '../store/diary.store.ts';
import { SlotStore } from '../store/slot.store.ts';
import { once } from '../store/steps.ts';

/** Makes the slots that an interviewer's diary has entered; what a crash left out is made by the next one who comes. */
@Injectable()
export class MakeSlots {
  constructor(
    private readonly diaries: DiaryStore,
    private readonly slots: SlotStore,
  ) {}

  async run(interviewerId: string, act: Act): Promise<void> {
    const unmade = (await this.diaries.streams.load(interviewerId))?.state.unmade ?? [];
    if (unmade.length === 0) return;
    for (const { slotId, facts } of unmade)
      await this.slots.streams.change(slotId, once(act, 'open-slot', slotId), (current) =>
        current ? { ignored: 'made already' } : { state: openSlot(facts) },
      );
    const slotIds = unmade.map(({ slotId }) => slotId);
    await this.diaries.streams.change(
      interviewerId,
      once(act, 'slots-made', idFrom('made', slotIds.join())),
      (current) => ({
        state: made(current?.state ?? emptyDiary, slotIds),
      }),
    );
  }
}
