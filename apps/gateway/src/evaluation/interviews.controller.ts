import { Controller } from '@nestjs/common';
import * as calls from '@admissions/contracts/interviews';
import * as routes from '@admissions/contracts/http/interviews';
import { CheckAssessors } from '../auth/staffing/check-assessors.ts';
import type { Asked } from '../http/asked.ts';
import { Handles } from '../http/handles.ts';
import { Services } from '../http/services.ts';
import { onlyWithin } from './only-within.ts';

/** Interview slots and interviews: the evaluation service answers. */
@Controller()
export class InterviewsController {
  constructor(
    private readonly services: Services,
    private readonly assessors: CheckAssessors,
  ) {}

  @Handles(routes.listSlots)
  listSlots(asked: Asked<typeof routes.listSlots>) {
    return this.services.call(calls.listSlots, asked.input, asked);
  }

  @Handles(routes.openSlots)
  async openSlots(asked: Asked<typeof routes.openSlots>) {
    const { programmeId, interviewerId } = asked.input;
    onlyWithin(asked.subject, 'slot:manage', programmeId);
    const named = [{ accountIds: [interviewerId], as: ['evaluator'] as const }];
    await this.assessors.run(programmeId, 'not-an-evaluator', named);
    return this.services.call(calls.openSlots, asked.input, asked);
  }

  @Handles(routes.closeSlot)
  closeSlot(asked: Asked<typeof routes.closeSlot>) {
    return this.services.call(calls.closeSlot, asked.input, asked);
  }

  @Handles(routes.getInterview)
  get(asked: Asked<typeof routes.getInterview>) {
    return this.services.call(calls.getInterview, asked.input, asked);
  }

  @Handles(routes.bookInterview)
  book(asked: Asked<typeof routes.bookInterview>) {
    return this.services.call(calls.bookInterview, asked.input, asked);
  }

  @Handles(routes.cancelInterview)
  cancel(asked: Asked<typeof routes.cancelInterview>) {
    return this.services.call(calls.cancelInterview, asked.input, asked);
  }

  @Handles(routes.cancelBySchool)
  cancelBySchool(asked: Asked<typeof routes.cancelBySchool>) {
    return this.services.call(calls.cancelBySchool, asked.input, asked);
  }

  @Handles(routes.recordInterview)
  record(asked: Asked<typeof routes.recordInterview>) {
    return this.services.call(calls.recordInterview, asked.input, asked);
  }
}
