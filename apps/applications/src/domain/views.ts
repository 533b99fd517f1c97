import { admissibilityGrounds } from '@admissions/contracts/admissibility';
import { type ApplicationView } from '@admissions/contracts/applications';
import type { DocumentType } from '@admissions/contracts/document-types';
import type { Reading } from './access.ts';
import { isExaminable, type Application, type Examined } from './application.ts';
import { withPresence } from './checklist.ts';
import type { Contact } from './contact.ts';
import { nameIn } from './names.ts';
import { blockersIn, checklistOf } from './own-checklist.ts';
import { labelOf } from './states.ts';

/** An application as its reader sees it on the civil date `today`; `contact` is given for staff only. */
export function applicationView(application: Application, today: string, contact?: Contact): ApplicationView {
  const { facts, documents } = application;
  return {
    ...headOf(application),
    ...('confirmation' in application ? { confirmedAt: application.confirmation.at } : {}),
    facts,
    checklist: withPresence(checklistOf(application, today), documents),
    blockers: blockersIn(application, today),
    ...outcomesOf(application),
    ...(contact ? { contact: { name: contact.name, email: contact.email } } : {}),
  };
}

/** An application as those see it who assess it: no way to reach the person, and for evaluators only what they mark. */
export function assessedView(
  application: Application,
  today: string,
  reading: Exclude<Reading, 'all'>,
): ApplicationView {
  const candidateName = nameIn(application.facts);
  if (reading === 'jury') {
    const { address: _none, ...facts } = application.facts;
    return { ...applicationView(application, today), facts, candidateName };
  }
  // R113, R114: whose it is, and the path of studies and work.
  const { lastDiploma, studies, experience } = application.facts;
  const list = withPresence(checklistOf(application, today), application.documents);
  return {
    ...headOf(application),
    facts: { lastDiploma, studies, experience },
    checklist: list.filter(({ type }) => marked.includes(type)),
    blockers: [],
    candidateName,
  };
}

/** The pieces whose place on the checklist says nothing of nationality or residence. */
const marked: readonly DocumentType[] = ['CV', 'MOTIVATION', 'LAST_DIPLOMA', 'TRANSCRIPTS', 'OTHER'];

function headOf(application: Application) {
  const { id, reference, state, programme, intake, createdAt, ruleSet } = application;
  return {
    id,
    reference,
    state,
    stateLabel: labelOf(state),
    programme: { id: programme.id, title: programme.title },
    intake: { id: intake.id, label: intake.label, startsOn: intake.startsOn },
    createdAt,
    ...(isExaminable(application) ? submissionOf(application) : {}),
    fee: ruleSet.applicationFee,
  };
}

function submissionOf({ submission }: Examined) {
  return { submittedAt: submission.receivedAt, examinableFrom: submission.examinableFrom };
}

/** What was decided so far, and what follows from it. */
function outcomesOf(
  application: Application,
): Pick<ApplicationView, 'admissibility' | 'decision' | 'offer' | 'withdrawal'> {
  return {
    ...('admissibility' in application ? { admissibility: admissibilityIn(application) } : {}),
    ...('decision' in application ? { decision: decisionIn(application) } : {}),
    ...('offer' in application ? { offer: offerIn(application) } : {}),
    ...withdrawalIn(application),
  };
}

function admissibilityIn({ admissibility }: Extract<Application, { admissibility: unknown }>) {
  const { outcome, route, derogation, grounds, decidedAt } = admissibility;
  const basis = route ?? derogation;
  const named = grounds.map((ground) => admissibilityGrounds[ground]);
  return { outcome, ...(basis ? { basis } : {}), grounds: named, decidedAt };
}

function decisionIn({
  decision: { outcome, grounds, decidedAt },
}: Extract<Application, { decision: unknown }>) {
  return { outcome, grounds: [...grounds], decidedAt };
}

function offerIn({ offer, decision }: Extract<Application, { offer: unknown }>) {
  const { conditionalOn } = decision;
  return { ...offer, ...(conditionalOn === undefined ? {} : { conditionalOn }) };
}

function withdrawalIn(application: Application): Pick<ApplicationView, 'withdrawal'> {
  if (application.state === 'withdrawn') {
    const { reason, askedAt, at } = application.withdrawal;
    return { withdrawal: { reason, askedAt, withdrawnAt: at } };
  }
  return 'leaving' in application && application.leaving ? { withdrawal: { ...application.leaving } } : {};
}
