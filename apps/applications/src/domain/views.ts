import type { ApplicantFacts } from '@admissions/contracts/applicant-facts';
import type { ApplicationView } from '@admissions/contracts/applications';
import { isExaminable, type Application, type Submitted } from './application.ts';
import { withPresence } from './checklist.ts';
import type { Contact } from './contact.ts';
import { blockersIn, checklistOf } from './own-checklist.ts';
import { labelOf } from './states.ts';

/** An application as its reader sees it on the civil date `today`; `contact` is given for staff only. */
export function applicationView(application: Application, today: string, contact?: Contact): ApplicationView {
  const { id, reference, state, programme, intake, createdAt, facts, ruleSet, documents } = application;
  return {
    id,
    reference,
    state,
    stateLabel: labelOf(state),
    programme: { id: programme.id, title: programme.title },
    intake: { id: intake.id, label: intake.label, startsOn: intake.startsOn },
    createdAt,
    ...('confirmation' in application ? { confirmedAt: application.confirmation.at } : {}),
    ...(isExaminable(application) ? submissionOf(application) : {}),
    facts,
    checklist: withPresence(checklistOf(application, today), documents),
    blockers: blockersIn(application, today),
    fee: ruleSet.applicationFee,
    ...(contact ? { contact: { name: contact.name, email: contact.email } } : {}),
  };
}

function submissionOf({ submission }: Submitted) {
  return { submittedAt: submission.receivedAt, examinableFrom: submission.examinableFrom };
}

/** The name by which a person is called in lists; empty while the identity is not filled in. */
export function nameIn({ identity }: { identity?: ApplicantFacts['identity'] }): string {
  return identity ? `${identity.firstNames[0]} ${identity.usedName ?? identity.birthName}` : '';
}
