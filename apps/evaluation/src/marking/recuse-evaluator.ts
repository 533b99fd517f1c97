import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf } from '@admissions/contracts/call';
import type { EvaluationView, recuse as recuseCall } from '@admissions/contracts/marks';
import type { CallContext } from '@admissions/messaging/handlers';
import { recuse } from '../domain/marking.ts';
import { ChangeMark } from './change-mark.ts';

/** The evaluator steps back for a conflict of interest. */
@Injectable()
export class RecuseEvaluator {
  constructor(
    private readonly marks: ChangeMark,
    private readonly clock: Clock,
  ) {}

  run({ applicationId, reason }: InputOf<typeof recuseCall>, call: CallContext): Promise<EvaluationView> {
    return this.marks.byEvaluator(applicationId, call, (selection) =>
      recuse(selection, call.subject.id, reason, this.clock.now()),
    );
  }
}
