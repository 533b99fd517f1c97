import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf } from '@admissions/contracts/call';
import type { EvaluationView, relieveEvaluator } from '@admissions/contracts/marks';
import type { CallContext } from '@admissions/messaging/handlers';
import { relieve } from '../domain/marking.ts';
import { ChangeMark } from './change-mark.ts';

/** An officer takes an evaluator off an application. */
@Injectable()
export class RelieveEvaluator {
  constructor(
    private readonly marks: ChangeMark,
    private readonly clock: Clock,
  ) {}

  run(
    { applicationId, ...whom }: InputOf<typeof relieveEvaluator>,
    call: CallContext,
  ): Promise<EvaluationView> {
    return this.marks.byOfficer(applicationId, call, (selection) =>
      relieve(selection, whom, call.subject.id, this.clock.now()),
    );
  }
}
