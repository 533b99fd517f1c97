import { Controller } from '@nestjs/common';
import * as calls from '@admissions/contracts/evaluation';
import * as routes from '@admissions/contracts/http/marks';
import type { Asked } from '../http/asked.ts';
import { Handles } from '../http/handles.ts';
import { Services } from '../http/services.ts';

/** Marks and who gives them: the evaluation service answers. */
@Controller()
export class MarksController {
  constructor(private readonly services: Services) {}

  @Handles(routes.getEvaluation)
  get(asked: Asked<typeof routes.getEvaluation>) {
    return this.services.call(calls.getEvaluation, asked.input, asked);
  }

  @Handles(routes.assignEvaluators)
  assign(asked: Asked<typeof routes.assignEvaluators>) {
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
