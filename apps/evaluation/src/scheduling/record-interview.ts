import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf } from '@admissions/contracts/call';
import type { InterviewView, recordInterview } from '@admissions/contracts/interviews';
import { refuse } from '@admissions/contracts/problem';
import type { CallContext } from '@admissions/messaging/handlers';
import { mayReach, takesPart } from '../domain/access.ts';
import { record } from '../domain/interview.ts';
import { interviewView } from '../domain/views.ts';
import { SelectionStore } from '../store/selection.store.ts';

/** Says that the interview took place, or that the candidate did not come. */
@Injectable()
export class RecordInterview {
  constructor(
    private readonly selections: SelectionStore,
    private readonly clock: Clock,
  ) {}

  async run(
    { applicationId, outcome, note }: InputOf<typeof recordInterview>,
    call: CallContext,
  ): Promise<InterviewView> {
    const { state } = await this.selections.streams.change(
      applicationId,
      call.act(),
      (current) => {
        if (!current || !takesPart(call.subject, 'interview:record', current.state))
          return refuse('not-found');
        const by = call.subject.id;
        const isOfficer = mayReach(call.subject, 'slot:manage', current.state);
        const said = { outcome, by, isOfficer, ...(note === undefined ? {} : { note }) };
        return record(current.state, said, this.clock.now());
      },
      { deadline: call.deadline },
    );
    return interviewView(state, call.subject);
  }
}
