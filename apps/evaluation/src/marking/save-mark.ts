import { Injectable } from '@nestjs/common';
import type { InputOf } from '@admissions/contracts/call';
import type { EvaluationView, saveMark } from '@admissions/contracts/marks';
import type { CallContext } from '@admissions/messaging/handlers';
import { save } from '../domain/marking.ts';
import { ChangeMark } from './change-mark.ts';

/** Keeps the draft of one's own mark. */
@Injectable()
export class SaveMark {
  constructor(private readonly marks: ChangeMark) {}

  run(
    { applicationId, score, comment }: InputOf<typeof saveMark>,
    call: CallContext,
  ): Promise<EvaluationView> {
    return this.marks.byEvaluator(applicationId, call, (selection) =>
      save(selection, call.subject.id, { score, comment }),
    );
  }
}
