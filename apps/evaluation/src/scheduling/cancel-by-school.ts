import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf } from '@admissions/contracts/call';
import type { InterviewView, cancelBySchool as cancelBySchoolCall } from '@admissions/contracts/interviews';
import { refuse } from '@admissions/contracts/problem';
import { Log } from '@admissions/runtime/log';
import type { CallContext } from '@admissions/messaging/handlers';
import { mayReach } from '../domain/access.ts';
import { cancelBySchool } from '../domain/interview.ts';
import { interviewView } from '../domain/views.ts';
import { SelectionStore } from '../store/selection.store.ts';
import { GiveBackSlots } from './give-back-slots.ts';

/** An officer gives the appointment up for the school, or takes an absence back; then the slot is closed. */
@Injectable()
export class CancelBySchool {
  constructor(
    private readonly selections: SelectionStore,
    private readonly givingBack: GiveBackSlots,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(
    { applicationId, reason }: InputOf<typeof cancelBySchoolCall>,
    call: CallContext,
  ): Promise<InterviewView> {
    const { state } = await this.selections.streams.change(
      applicationId,
      call.act(),
      (current) => {
        if (!current || !mayReach(call.subject, 'slot:manage', current.state)) return refuse('not-found');
        return cancelBySchool(current.state, { reason, by: call.subject.id }, this.clock.now());
      },
      { deadline: call.deadline },
    );
    await this.givingBack.run(state, call.act()).catch((error: unknown) => {
      this.log.warn({ err: error, applicationId }, 'a slot was not closed yet; its deadline does');
    });
    return interviewView(state, call.subject);
  }
}
