import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock } from '@admissions/clock/clock';
import { DeadlineRounds } from '@admissions/runtime/deadline-rounds';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import { askAgain } from '../domain/deliberating.ts';
import { endSlot } from '../domain/slot.ts';
import { diaryAggregate } from '../store/diary.store.ts';
import { selectionAggregate } from '../store/selection.store.ts';
import { juryAggregate, SessionStore } from '../store/session.store.ts';
import { slotAggregate, SlotStore } from '../store/slot.store.ts';
import { MakeSlots } from './make-slots.ts';
import { SettleBooking } from './settle-booking.ts';

/** Does what is due: slots end, a jury that closes asks for its places again, and what a crash left half-way is mended. Two replicas may find the same: the second changes nothing. */
@Injectable()
export class ReachDeadlines {
  readonly #rounds: DeadlineRounds;

  constructor(
    slots: SlotStore,
    sessions: SessionStore,
    settling: SettleBooking,
    making: MakeSlots,
    store: Store,
    clock: Clock,
    log: Log,
  ) {
    const reached: Record<string, (id: string, act: Act) => Promise<unknown>> = {
      [`${slotAggregate.name}/end`]: (id, act) =>
        slots.streams.change(id, act, (current) =>
          current ? endSlot(current.state, clock.now()) : { ignored: 'no such slot' },
        ),
      [`${selectionAggregate.name}/settle`]: (id, act) => settling.run(id, act),
      [`${juryAggregate.name}/ask-again`]: (id, act) =>
        sessions.streams.change(id, act, (current) =>
          current ? askAgain(current.state, clock.now()) : { ignored: 'no such session' },
        ),
      [`${diaryAggregate.name}/make-slots`]: (id, act) => making.run(id, act),
    };
    this.#rounds = new DeadlineRounds({
      store,
      log,
      service: 'evaluation',
      now: () => clock.now(),
      meet: async ({ aggregate, id, name }, act) => reached[`${aggregate}/${name}`]?.(id, act),
    });
  }

  @Interval(3_000)
  poll(): Promise<void> {
    return this.#rounds.poll();
  }

  /** One round; gives how many deadlines were met. */
  run(): Promise<number> {
    return this.#rounds.run();
  }
}
