import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf } from '@admissions/contracts/call';
import type { InterviewView, bookInterview } from '@admissions/contracts/interviews';
import { ProblemError, refuse } from '@admissions/contracts/problem';
import { Log } from '@admissions/runtime/log';
import type { CallContext } from '@admissions/messaging/handlers';
import type { Act } from '@admissions/store/aggregate';
import { mayReach } from '../domain/access.ts';
import { giveUp, keepSlot, seek } from '../domain/interview.ts';
import type { Selection } from '../domain/selection.ts';
import { bookSlot, type Slot } from '../domain/slot.ts';
import { interviewView } from '../domain/views.ts';
import { SelectionStore } from '../store/selection.store.ts';
import { SlotStore } from '../store/slot.store.ts';
import { step } from '../store/steps.ts';
import { GiveBackSlots } from './give-back-slots.ts';
import { Times } from './times.ts';

type Input = InputOf<typeof bookInterview>;

/**
 * Books a slot or moves the interview to it, in steps that each are one revision:
 * 1. the selection says which slot it seeks; 2. the candidate's diary has the time free; 3. the slot is given (its revision decides
 * among all who try); 4. the selection keeps it and tells; 5. the slot before is given back. A new slot comes before the old one goes.
 */
@Injectable()
export class BookInterview {
  constructor(
    private readonly selections: SelectionStore,
    private readonly slots: SlotStore,
    private readonly times: Times,
    private readonly givingBack: GiveBackSlots,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(input: Input, call: CallContext): Promise<InterviewView> {
    const act = call.act();
    const slot = (await this.slots.streams.load(input.slotId))?.state;
    const { state, ignored } = await this.#seek(input, slot, call);
    if (!slot || ignored !== undefined) return interviewView(state, call.subject);
    try {
      await this.#take(state, input.slotId, slot, call);
    } catch (error) {
      if (error instanceof ProblemError && error.status < 500) await this.#giveUp(input, call);
      throw error;
    }
    const kept = await this.selections.streams.change(
      input.applicationId,
      step(act, 'keep'),
      (current) =>
        current
          ? keepSlot(
              current.state,
              { slotId: input.slotId, token: call.commandId, facts: slot },
              this.clock.now(),
            )
          : refuse('not-found'),
      { deadline: call.deadline },
    );
    await this.#giveBack(kept.state, act);
    return interviewView(kept.state, call.subject);
  }

  #seek({ applicationId, slotId }: Input, slot: Slot | undefined, call: CallContext) {
    return this.selections.streams.change(
      applicationId,
      step(call.act(), 'seek'),
      (current) => {
        if (!current || !mayReach(call.subject, 'interview:book', current.state) || !slot)
          return refuse('not-found');
        // Before anything is written: most of those who come late are told here.
        const isOthers = slot.state === 'booked' && slot.booking.applicationId !== applicationId;
        if (isOthers || slot.state === 'closed') return refuse('slot-taken');
        return seek(current.state, { slotId, token: call.commandId, slot }, this.clock.now());
      },
      { deadline: call.deadline },
    );
  }

  async #take(
    { candidateId, applicationId }: Selection,
    slotId: string,
    { startsAt, endsAt }: Slot,
    call: CallContext,
  ): Promise<void> {
    const act = call.act();
    const booking = { applicationId, token: call.commandId };
    await this.times.take(candidateId, { slotId, startsAt, endsAt, booking }, act, call.deadline);
    await this.slots.streams.change(
      slotId,
      act,
      (current) => (current ? bookSlot(current.state, booking) : refuse('not-found')),
      { deadline: call.deadline },
    );
  }

  /** The answer does not wait for what is given back: of many who try at once, most come here. */
  async #giveUp({ applicationId }: Input, call: CallContext): Promise<void> {
    const act = call.act();
    try {
      const { state } = await this.selections.streams.change(
        applicationId,
        step(act, 'give-up'),
        (current) => (current ? giveUp(current.state, call.commandId) : refuse('not-found')),
      );
      void this.#giveBack(state, act);
    } catch (error) {
      this.log.warn({ err: error, applicationId }, 'a booking was left half-way; its deadline mends it');
    }
  }

  async #giveBack(state: Selection, act: Act): Promise<void> {
    try {
      await this.givingBack.run(state, act);
    } catch (error) {
      // The booking stands; the slot that was left is given back by the deadline.
      this.log.warn({ err: error, applicationId: state.applicationId }, 'a slot was not given back yet');
    }
  }
}
