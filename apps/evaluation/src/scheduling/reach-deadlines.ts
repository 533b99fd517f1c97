import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock } from '@admissions/clock/clock';
import { Log } from '@admissions/runtime/log';
import type { Act, DueDeadline } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import { askAgain } from '../domain/deliberating.ts';
import { endSlot } from '../domain/slot.ts';
import { diaryAggregate } from '../store/diary.store.ts';
import { selectionAggregate } from '../store/selection.store.ts';
import { juryAggregate, SessionStore } from '../store/session.store.ts';
import { slotAggregate, SlotStore } from '../store/slot.store.ts';
import { MakeSlots } from './make-slots.ts';
import { SettleBooking } from './settle-booking.ts';

const atOnce = 50;

/** Does what is due: slots end, a jury that closes asks for its places again, and what a crash left half-way is mended. Two replicas may find the same: the second changes nothing. */
@Injectable()
export class ReachDeadlines {
  #running = false;
  readonly #reached: Record<string, (id: string, act: Act) => Promise<unknown>>;

  constructor(
    slots: SlotStore,
    sessions: SessionStore,
    settling: SettleBooking,
    making: MakeSlots,
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.#reached = {
      [`${slotAggregate.name}/end`]: (id, act) =>
        slots.streams.change(id, act, (current) =>
          current ? endSlot(current.state, this.clock.now()) : { ignored: 'no such slot' },
        ),
      [`${selectionAggregate.name}/settle`]: (id, act) => settling.run(id, act),
      [`${juryAggregate.name}/ask-again`]: (id, act) =>
        sessions.streams.change(id, act, (current) =>
          current ? askAgain(current.state, this.clock.now()) : { ignored: 'no such session' },
        ),
      [`${diaryAggregate.name}/make-slots`]: (id, act) => making.run(id, act),
    };
  }

  @Interval(3_000)
  async poll(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      await this.run();
    } catch (error) {
      this.log.warn({ err: error }, 'deadlines could not be read; trying again');
    } finally {
      this.#running = false;
    }
  }

  /** One round; gives how many deadlines had come. */
  async run(): Promise<number> {
    const due = await this.store.due(this.clock.now(), atOnce);
    for (const deadline of due) await this.#tell(deadline);
    return due.length;
  }

  async #tell({ aggregate, id, name, at }: DueDeadline): Promise<void> {
    const act: Act = {
      name: `evaluation.${name}`,
      by: 'system:evaluation/deadlines',
      correlationId: `due-${id}`.slice(0, 100),
      cause: { id: `due/${name}/${at.toISOString()}`, fingerprint: name },
    };
    try {
      await this.#reached[`${aggregate}/${name}`]?.(id, act);
    } catch (error) {
      // The others are not held up by one; it is found again in the next round.
      this.log.warn({ err: error, aggregate, id, deadline: name }, 'a deadline could not be told');
    }
  }
}
