import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import { isRefusal } from '@admissions/contracts/problem';
import type { Act } from '@admissions/store/aggregate';
import { giveUp, keepSlot } from '../domain/interview.ts';
import type { Selection } from '../domain/selection.ts';
import type { Slot } from '../domain/slot.ts';
import { SelectionStore } from '../store/selection.store.ts';
import { SlotStore } from '../store/slot.store.ts';
import { once } from '../store/steps.ts';
import { GiveBackSlots } from './give-back-slots.ts';

/** Ends what a crash left half-way: a slot that was given is kept, one that was only sought is given up, one that was left is given back. */
@Injectable()
export class SettleBooking {
  constructor(
    private readonly selections: SelectionStore,
    private readonly slots: SlotStore,
    private readonly givingBack: GiveBackSlots,
    private readonly clock: Clock,
  ) {}

  async run(applicationId: string, act: Act): Promise<void> {
    const found = (await this.selections.streams.load(applicationId))?.state;
    const seeking = found?.interview.seeking;
    if (seeking) await this.#settle(applicationId, seeking.slotId, seeking.token, act);
    const now = (await this.selections.streams.load(applicationId))?.state;
    if (now) await this.givingBack.run(now, act);
  }

  async #settle(applicationId: string, slotId: string, token: string, act: Act): Promise<void> {
    const slot = (await this.slots.streams.load(slotId))?.state;
    await this.selections.streams.change(applicationId, once(act, 'settle-booking', token), (current) =>
      current ? settled(current.state, slotId, token, slot, this.clock.now()) : { ignored: 'no selection' },
    );
  }
}

/** The slot says who has it: kept when it is this command, given up otherwise. */
function settled(selection: Selection, slotId: string, token: string, slot: Slot | undefined, now: Date) {
  const isGiven = slot !== undefined && 'booking' in slot && slot.booking.token === token;
  const kept = isGiven ? keepSlot(selection, { slotId, token, facts: slot }, now) : undefined;
  return kept && !isRefusal(kept) ? kept : giveUp(selection, token);
}
