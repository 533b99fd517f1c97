import { applicationChanged } from '@admissions/contracts/applications';
import { send, type Outgoing } from '@admissions/contracts/message';
import { isExaminable, permits, type Application } from './application.ts';
import { nameIn } from './names.ts';

/** What the other services keep of an application. */
export function snapshotOf(application: Application): Outgoing {
  const { reference, programme, intake, facts } = application;
  const name = nameIn(facts);
  const derogation = 'admissibility' in application ? application.admissibility.derogation : undefined;
  return send(applicationChanged, {
    applicationId: application.id,
    candidateId: application.candidateId,
    programmeId: application.programme.id,
    intakeId: application.intake.id,
    state: application.state,
    isExaminable: isExaminable(application),
    isEditable: permits('fill', application),
    wanted: [...application.wanted],
    reference,
    programmeTitle: programme.title,
    intakeLabel: intake.label,
    intakeStartsOn: intake.startsOn,
    ...(name === '' ? {} : { candidateName: name }),
    ...(programme.tuition ? { tuition: programme.tuition } : {}),
    ...(facts.funding ? { fundingType: facts.funding.type } : {}),
    ...(derogation ? { derogation } : {}),
  });
}
