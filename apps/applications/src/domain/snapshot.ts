import { applicationChanged } from '@admissions/contracts/applications';
import { send, type Outgoing } from '@admissions/contracts/message';
import { isExaminable, permits, type Application } from './application.ts';

/** What the other services keep of an application. */
export function snapshotOf(application: Application): Outgoing {
  return send(applicationChanged, {
    applicationId: application.id,
    candidateId: application.candidateId,
    programmeId: application.programme.id,
    intakeId: application.intake.id,
    state: application.state,
    isExaminable: isExaminable(application),
    isEditable: permits('fill', application),
    wanted: [...application.wanted],
  });
}
