import { Controller } from '@nestjs/common';
import * as calls from '@admissions/contracts/marks';
import * as routes from '@admissions/contracts/http/marks';
import { CheckAssessors } from '../auth/staffing/check-assessors.ts';
import type { Asked } from '../http/asked.ts';
import { Handles } from '../http/handles.ts';
import { Services } from '../http/services.ts';
import { onlyWithin } from './only-within.ts';

/** Marks and who gives them: the evaluation service answers. */
@Controller()
export class MarksController {
  constructor(
    private readonly services: Services,
    private readonly assessors: CheckAssessors,
  ) {}

  @Handles(routes.getEvaluation)
  get(asked: Asked<typeof routes.getEvaluation>) {
    return this.services.call(calls.getEvaluation, asked.input, asked);
  }

  /**
   * Which programme it is only evaluation knows: it is asked first, as the same person, who finds nothing there that is not theirs.
   * The programme of an application never changes, so that nothing can come in between.
   */
  @Handles(routes.assignEvaluators)
  async assign(asked: Asked<typeof routes.assignEvaluators>) {
    const { applicationId, evaluatorIds } = asked.input;
    const { programmeId } = await this.services.call(calls.getEvaluation, { applicationId }, asked);
    onlyWithin(asked.subject, 'evaluator:assign', programmeId);
    const named = [{ accountIds: evaluatorIds, as: ['evaluator'] as const }];
    await this.assessors.run(programmeId, 'not-an-evaluator', named);
    return this.services.call(calls.assignEvaluators, asked.input, asked);
  }

  @Handles(routes.relieveEvaluator)
  relieve(asked: Asked<typeof routes.relieveEvaluator>) {
    return this.services.call(calls.relieveEvaluator, asked.input, asked);
  }

  @Handles(routes.saveMark)
  save(asked: Asked<typeof routes.saveMark>) {
    return this.services.call(calls.saveMark, asked.input, asked);
  }

  @Handles(routes.lockMark)
  lock(asked: Asked<typeof routes.lockMark>) {
    return this.services.call(calls.lockMark, asked.input, asked);
  }

  @Handles(routes.recuse)
  recuse(asked: Asked<typeof routes.recuse>) {
    return this.services.call(calls.recuse, asked.input, asked);
  }

  @Handles(routes.listAssignments)
  listAssignments(asked: Asked<typeof routes.listAssignments>) {
    return this.services.call(calls.listAssignments, asked.input, asked);
  }
}
