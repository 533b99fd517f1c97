import { placeFreed } from '@admissions/contracts/offers';
import { send, type Outgoing } from '@admissions/contracts/message';
import type { Application } from './application.ts';

/** The place that an offer held is free again (R10). */
export function freePlace({ id, intake }: Application, because: 'LAPSED' | 'WITHDRAWN'): Outgoing {
  return send(placeFreed, { applicationId: id, intakeId: intake.id, because });
}
