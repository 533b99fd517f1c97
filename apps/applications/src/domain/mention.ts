import type { Application } from './application.ts';

/** Which application a message speaks of, in the words that letters print. */
export function mentionOf({ id, candidateId, reference, programme, intake }: Application) {
  return {
    applicationId: id,
    candidateId,
    reference,
    programmeId: programme.id,
    programmeTitle: programme.title,
    intakeLabel: intake.label,
  };
}
