import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { slotView as slotSchema, type listSlots } from '@admissions/contracts/interviews';
import { ProblemError } from '@admissions/contracts/problem';
import { programmesOf, type Subject } from '@admissions/contracts/subject';
import type { ListQuery } from '@admissions/store/aggregate';
import { mayReach } from '../domain/access.ts';
import { SelectionStore } from '../store/selection.store.ts';
import { SlotStore } from '../store/slot.store.ts';

type Input = InputOf<typeof listSlots>;

/** Slots to come, earliest first: the free ones that a candidate may book for an application, or all of an officer's programmes. */
@Injectable()
export class ListSlots {
  constructor(
    private readonly slots: SlotStore,
    private readonly selections: SelectionStore,
    private readonly clock: Clock,
  ) {}

  async run(input: Input, subject: Subject): Promise<OutputOf<typeof listSlots>> {
    const { where, noticeMinutes } = await this.#scope(input, subject);
    const { cursor, limit } = input;
    const { items, next } = await this.slots.streams.list({
      where,
      orderBy: 'startsAt',
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    // A slot leaves the list by its deadline, which may be some seconds late.
    const earliest = new Date(this.clock.now().getTime() + noticeMinutes * 60_000).toISOString();
    return {
      items: items
        .filter(({ startsAt }) => String(startsAt) >= earliest)
        .map((item) => slotSchema.parse({ ...item, isFree: item['state'] === 'open' })),
      ...(next === undefined ? {} : { next }),
    };
  }

  async #scope(
    { applicationId, programmeId }: Input,
    subject: Subject,
  ): Promise<{ where: NonNullable<ListQuery['where']>; noticeMinutes: number }> {
    if (applicationId !== undefined) {
      const selection = await this.selections.reach(
        applicationId,
        (found) => mayReach(subject, 'interview:book', found) || mayReach(subject, 'slot:manage', found),
      );
      const where = { programmeId: selection.programmeId, state: 'open' };
      return { where, noticeMinutes: selection.figures.noticeMinutes };
    }
    const granted = programmesOf(subject, 'slot:manage');
    const asked = programmeId === undefined ? granted : within(granted, programmeId);
    if (asked.length === 0) throw new ProblemError('not-found');
    const where = { state: ['open', 'booked'], ...(asked === '*' ? {} : { programmeId: asked }) };
    return { where, noticeMinutes: 0 };
  }
}

function within(granted: '*' | string[], programmeId: string): string[] {
  return granted === '*' || granted.includes(programmeId) ? [programmeId] : [];
}
