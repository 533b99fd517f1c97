import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InterviewView } from '@admissions/contracts/interviews';
import { refuse } from '@admissions/contracts/problem';
import { Log } from '@admissions/runtime/log';
import type { CallContext } from '@admissions/messaging/handlers';
import { mayReach } from '../domain/access.ts';
import { cancel } from '../domain/interview.ts';
import { interviewView } from '../domain/views.ts';
import { SelectionStore } from '../store/selection.store.ts';
import { GiveBackSlots } from './give-back-slots.ts';

/** Cancels the interview, then gives its slot back. */
@Injectable()
export class CancelInterview {
  constructor(
    private readonly selections: SelectionStore,
    private readonly givingBack: GiveBackSlots,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run({ applicationId }: { applicationId: string }, call: CallContext): Promise<InterviewView> {
    const { state } = await this.selections.streams.change(
      applicationId,
      call.act(),
      (current) => {
        if (!current || !mayReach(call.subject, 'interview:book', current.state)) return refuse('not-found');
        return cancel(current.state, this.clock.now());
      },
      { deadline: call.deadline },
    );
    await this.givingBack.run(state, call.act()).catch((error: unknown) => {
      this.log.warn({ err: error, applicationId }, 'a slot was not given back yet; its deadline does');
    });
    return interviewView(state, call.subject);
  }
}
