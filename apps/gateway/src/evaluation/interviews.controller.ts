import { Controller } from '@nestjs/common';
import * as calls from '@admissions/contracts/evaluation';
import * as routes from '@admissions/contracts/http/interviews';
import type { Asked } from '../http/asked.ts';
import { Handles } from '../http/handles.ts';
import { Services } from '../http/services.ts';

/** Interview slots and interviews: the evaluation service answers. */
@Controller()
export class InterviewsController {
  constructor(private readonly services: Services) {}

  @Handles(routes.listSlots)
  listSlots(asked: Asked<typeof routes.listSlots>) {
    return this.services.call(calls.listSlots, asked.input, asked);
  }

  @Handles(routes.openSlots)
  openSlots(asked: Asked<typeof routes.openSlots>) {
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

  @Handles(routes.recordInterview)
  record(asked: Asked<typeof routes.recordInterview>) {
    return this.services.call(calls.recordInterview, asked.input, asked);
  }
}
