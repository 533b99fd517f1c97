import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf } from '@admissions/contracts/call';
import type { EvaluationView, assignEvaluators } from '@admissions/contracts/marks';
import type { CallContext } from '@admissions/messaging/handlers';
import { assign } from '../domain/marking.ts';
import { ChangeMark } from './change-mark.ts';

/** Names the evaluators who are missing: two, one in another's place, or a third (R32). */
@Injectable()
export class AssignEvaluators {
  constructor(
    private readonly marks: ChangeMark,
    private readonly clock: Clock,
  ) {}

  run(
    { applicationId, evaluatorIds }: InputOf<typeof assignEvaluators>,
    call: CallContext,
  ): Promise<EvaluationView> {
    return this.marks.byOfficer(applicationId, call, (selection) =>
      assign(selection, evaluatorIds, this.clock.now()),
    );
  }
}
