import { Controller } from '@nestjs/common';
import * as admissibility from '@admissions/contracts/admissibility';
import * as calls from '@admissions/contracts/applications';
import * as correspondence from '@admissions/contracts/correspondence';
import * as offers from '@admissions/contracts/offers';
import * as promises from '@admissions/contracts/promises';
import * as routes from '@admissions/contracts/http/applications';
import type { Asked } from '../http/asked.ts';
import { Handles } from '../http/handles.ts';
import { Services } from '../http/services.ts';

/** Programmes and applications: the applications service answers. */
@Controller()
export class ApplicationsController {
  constructor(private readonly services: Services) {}

  @Handles(routes.listProgrammes)
  listProgrammes(asked: Asked<typeof routes.listProgrammes>) {
    return this.services.call(calls.listProgrammes, {}, asked);
  }

  @Handles(routes.listOwnApplications)
  listOwn(asked: Asked<typeof routes.listOwnApplications>) {
    return this.services.call(calls.listOwnApplications, asked.input, asked);
  }

  @Handles(routes.createApplication)
  create(asked: Asked<typeof routes.createApplication>) {
    return this.services.call(calls.createApplication, asked.input, asked);
  }

  @Handles(routes.getApplication)
  get(asked: Asked<typeof routes.getApplication>) {
    return this.services.call(calls.getApplication, asked.input, asked);
  }

  @Handles(routes.fillApplication)
  fill(asked: Asked<typeof routes.fillApplication>) {
    return this.services.call(calls.fillApplication, asked.input, asked);
  }

  @Handles(routes.confirmApplication)
  confirm(asked: Asked<typeof routes.confirmApplication>) {
    return this.services.call(calls.confirmApplication, asked.input, asked);
  }

  @Handles(routes.listQueue)
  listQueue(asked: Asked<typeof routes.listQueue>) {
    return this.services.call(calls.listQueue, asked.input, asked);
  }

  @Handles(routes.recordAdmissibility)
  recordAdmissibility(asked: Asked<typeof routes.recordAdmissibility>) {
    return this.services.call(admissibility.recordAdmissibility, asked.input, asked);
  }

  @Handles(routes.listMessages)
  listMessages(asked: Asked<typeof routes.listMessages>) {
    return this.services.call(correspondence.listMessages, asked.input, asked);
  }

  @Handles(routes.postMessage)
  postMessage(asked: Asked<typeof routes.postMessage>) {
    return this.services.call(correspondence.postMessage, asked.input, asked);
  }

  @Handles(routes.withdrawApplication)
  withdraw(asked: Asked<typeof routes.withdrawApplication>) {
    return this.services.call(offers.withdrawApplication, asked.input, asked);
  }

  @Handles(routes.listPromises)
  listPromises(asked: Asked<typeof routes.listPromises>) {
    return this.services.call(promises.listPromises, asked.input, asked);
  }
}
