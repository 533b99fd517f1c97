import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import { refuse } from '@admissions/contracts/problem';
import type { Act } from '@admissions/store/aggregate';
import { emptyDiary, enter, enterSlots, inTheWay, strike, type Diary, type Entry } from '../domain/diary.ts';
import { DiaryStore } from '../store/diary.store.ts';
import { SelectionStore } from '../store/selection.store.ts';
import { SlotStore } from '../store/slot.store.ts';

/** The times that people gave away: nobody is in two interviews that overlap (R30). */
@Injectable()
export class Times {
  constructor(
    private readonly diaries: DiaryStore,
    private readonly selections: SelectionStore,
    private readonly slots: SlotStore,
    private readonly clock: Clock,
  ) {}

  /** Takes a time of a candidate for a slot. Throws ProblemError `slot-overlap` or `slot-past`. */
  async take(candidateId: string, entry: Entry, act: Act, deadline?: Date): Promise<void> {
    await this.#change(candidateId, [entry], act, deadline, (diary, stale) =>
      enter(diary, [entry], stale, this.clock.now()),
    );
  }

  /** Takes the times of an interviewer for slots that are made next. Throws ProblemError `slot-overlap` or `slot-past`. */
  async reserve(interviewerId: string, slots: Diary['unmade'], act: Act, deadline: Date): Promise<Diary> {
    const wanted = slots.map(({ slotId, facts: { startsAt, endsAt } }) => ({ slotId, startsAt, endsAt }));
    return this.#change(interviewerId, wanted, act, deadline, (diary, stale) =>
      enterSlots(diary, slots, stale, this.clock.now()),
    );
  }

  /** Gives a time back. */
  async free(accountId: string, slotId: string, token: string | undefined, act: Act): Promise<void> {
    await this.diaries.streams.change(accountId, act, (current) => {
      const state = current && strike(current.state, slotId, token);
      return !state || state === current.state ? { ignored: 'this time was not taken' } : { state };
    });
  }

  async #change(
    accountId: string,
    wanted: readonly Entry[],
    act: Act,
    deadline: Date | undefined,
    entered: (diary: Diary, stale: readonly Entry[]) => Diary,
  ): Promise<Diary> {
    const { state } = await this.diaries.streams.change(
      accountId,
      act,
      async (current) => {
        const diary = current?.state ?? emptyDiary;
        const now = this.clock.now().toISOString();
        if (wanted.some(({ startsAt }) => startsAt <= now)) return refuse('slot-past');
        const stale: Entry[] = [];
        for (const entry of inTheWay(diary, wanted)) {
          if (await this.#isTaken(entry)) return refuse('slot-overlap', undefined, { at: entry.startsAt });
          stale.push(entry);
        }
        return { state: entered(diary, stale) };
      },
      deadline ? { deadline } : {},
    );
    return state;
  }

  /** False for what a command left behind: it is in no interview any more, or the slot was taken away. Neither comes back. */
  async #isTaken({ slotId, booking }: Entry): Promise<boolean> {
    if (!booking) return (await this.slots.streams.load(slotId))?.state.state !== 'closed';
    const interview = (await this.selections.streams.load(booking.applicationId))?.state.interview;
    const held = interview && 'slot' in interview ? interview.slot.token : undefined;
    return held === booking.token || interview?.seeking?.token === booking.token;
  }
}
