import { Controller } from '@nestjs/common';
import * as calls from '@admissions/contracts/juries';
import * as routes from '@admissions/contracts/http/juries';
import { CheckAssessors } from '../auth/staffing/check-assessors.ts';
import type { Asked } from '../http/asked.ts';
import { Handles } from '../http/handles.ts';
import { asFile } from '../http/as-file.ts';
import { Services } from '../http/services.ts';
import { onlyWithin } from './only-within.ts';

/** Jury sessions: the evaluation service answers. */
@Controller()
export class JuriesController {
  constructor(
    private readonly services: Services,
    private readonly assessors: CheckAssessors,
  ) {}

  @Handles(routes.listSessions)
  list(asked: Asked<typeof routes.listSessions>) {
    return this.services.call(calls.listSessions, asked.input, asked);
  }

  @Handles(routes.planSession)
  async plan(asked: Asked<typeof routes.planSession>) {
    const { programmeId, chairId, memberIds } = asked.input;
    onlyWithin(asked.subject, 'jury:plan', programmeId);
    await this.assessors.run(programmeId, 'not-a-jury-member', [
      { accountIds: [chairId], as: ['jury-chair'] },
      { accountIds: memberIds, as: ['jury-member', 'jury-chair'] },
    ]);
    return this.services.call(calls.planSession, asked.input, asked);
  }

  @Handles(routes.getSession)
  get(asked: Asked<typeof routes.getSession>) {
    return this.services.call(calls.getSession, asked.input, asked);
  }

  @Handles(routes.setAgenda)
  setAgenda(asked: Asked<typeof routes.setAgenda>) {
    return this.services.call(calls.setAgenda, asked.input, asked);
  }

  @Handles(routes.openSession)
  open(asked: Asked<typeof routes.openSession>) {
    return this.services.call(calls.openSession, asked.input, asked);
  }

  @Handles(routes.letInMember)
  letIn(asked: Asked<typeof routes.letInMember>) {
    return this.services.call(calls.letInMember, asked.input, asked);
  }

  @Handles(routes.adjournSession)
  adjourn(asked: Asked<typeof routes.adjournSession>) {
    return this.services.call(calls.adjournSession, asked.input, asked);
  }

  @Handles(routes.recordDecision)
  decide(asked: Asked<typeof routes.recordDecision>) {
    return this.services.call(calls.recordDecision, asked.input, asked);
  }

  @Handles(routes.recuseFromFile)
  recuse(asked: Asked<typeof routes.recuseFromFile>) {
    return this.services.call(calls.recuseFromFile, asked.input, asked);
  }

  @Handles(routes.closeSession)
  close(asked: Asked<typeof routes.closeSession>) {
    return this.services.call(calls.closeSession, asked.input, asked);
  }

  @Handles(routes.getMinutes)
  async minutes(asked: Asked<typeof routes.getMinutes>) {
    return asFile(await this.services.call(calls.getMinutes, asked.input, asked), asked.reply);
  }
}
