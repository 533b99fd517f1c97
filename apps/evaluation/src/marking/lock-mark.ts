import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { EvaluationView } from '@admissions/contracts/marks';
import type { CallContext } from '@admissions/messaging/handlers';
import { lock } from '../domain/marking.ts';
import { ChangeMark } from './change-mark.ts';

/** Locks one's own mark for good. */
@Injectable()
export class LockMark {
  constructor(
    private readonly marks: ChangeMark,
    private readonly clock: Clock,
  ) {}

  run({ applicationId }: { applicationId: string }, call: CallContext): Promise<EvaluationView> {
    return this.marks.byEvaluator(applicationId, call, (selection) =>
      lock(selection, call.subject.id, this.clock.now()),
    );
  }
}
