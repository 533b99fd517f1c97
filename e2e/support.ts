import { findAddresses, type Addresses } from '../tools/client/addresses.ts';
import { answerOf } from '../tools/client/api.ts';
import { Candidate, sampleFacts } from '../tools/client/candidate.ts';
import { Inbox } from '../tools/client/inbox.ts';
import type { School } from '../tools/client/school.ts';

/** The platform that this run stands on, as an outside client reaches it. */
export const addresses: Addresses = findAddresses();
export const inbox = new Inbox(addresses.inbox);

/** A person with a confirmed address who is signed in. */
export async function aSignedInCandidate(name?: string): Promise<Candidate> {
  const candidate = new Candidate(addresses.api, inbox, name);
  await candidate.signUp();
  await candidate.confirmEmail();
  await candidate.signIn();
  return candidate;
}

/** An application that the school has taken up, and where it belongs. */
export interface Studied {
  readonly candidate: Candidate;
  readonly applicationId: string;
  readonly programmeId: string;
  readonly intakeId: string;
}

/** The first intake that is open today. */
export async function anOpenIntake(candidate: Candidate): Promise<string> {
  const { items } = await answerOf(candidate.api.GET('/v1/programmes'));
  const intake = items.flatMap(({ intakes }) => intakes).find(({ isOpen }) => isOpen);
  if (!intake) throw new Error('no intake of the demonstration catalogue is open');
  return intake.id;
}

/** A draft with every section filled in and no document yet. */
export async function aFilledDraft(candidate: Candidate): Promise<string> {
  const applicationId = await candidate.apply(await anOpenIntake(candidate));
  await candidate.fill(applicationId, sampleFacts);
  return applicationId;
}

/** An application that waits for its fee, with every wanted document. */
export async function aConfirmedApplication(candidate: Candidate): Promise<string> {
  const applicationId = await aFilledDraft(candidate);
  const { checklist } = await candidate.application(applicationId);
  const required = checklist.filter(({ status }) => status === 'REQUIRED');
  await Promise.all(required.map(({ type }) => candidate.upload(applicationId, type)));
  await candidate.confirm(applicationId);
  return applicationId;
}

/** An application whose fee is paid. */
export async function aSubmittedApplication(candidate: Candidate): Promise<string> {
  const applicationId = await aConfirmedApplication(candidate);
  const order = await candidate.feeOrder(applicationId);
  await candidate.pay(order.id);
  await candidate.waitForState(applicationId, 'submitted');
  return applicationId;
}

/** A file that an officer found admissible, whose candidate is invited. */
export async function anAdmissibleApplication(school: School, candidate: Candidate): Promise<Studied> {
  const applicationId = await aSubmittedApplication(candidate);
  const { programme, intake } = await candidate.application(applicationId);
  await school.acceptDocuments(applicationId);
  await school.decideAdmissibility(applicationId, { outcome: 'ADMISSIBLE', route: 'ENG_CTI' });
  await inbox.waitFor(candidate.email, /admissible/i);
  return { candidate, applicationId, programmeId: programme.id, intakeId: intake.id };
}

/** One whose interview is over, as far as the clock tells. */
export async function anInterviewedApplication(school: School, candidate: Candidate): Promise<Studied> {
  const file = await anAdmissibleApplication(school, candidate);
  const [slot] = await school.openSlots(file.programmeId, 1);
  if (!(await candidate.book(file.applicationId, slot!.id))) throw new Error('the only slot is taken');
  await school.moveClock(new Date(new Date(slot!.endsAt).getTime() + 60_000));
  return file;
}

/** One that a jury may decide: interviewed, with two locked marks. */
export async function aMarkedApplication(school: School, candidate: Candidate): Promise<Studied> {
  const file = await anInterviewedApplication(school, candidate);
  await school.recordInterview(file.applicationId, 'DONE');
  await school.mark(file.applicationId, file.programmeId, [13, 14.5]);
  return file;
}

/** One whose candidate has been admitted and is asked for the deposit. */
export async function anOffer(school: School, candidate: Candidate): Promise<Studied> {
  const file = await aMarkedApplication(school, candidate);
  await school.holdJury(file, { [file.applicationId]: 'ADMITTED' });
  await candidate.waitForState(file.applicationId, 'offer-open');
  return file;
}

/** One whose deposit is paid: the candidate has a place. */
export async function aPlace(school: School, candidate: Candidate): Promise<Studied> {
  const file = await anOffer(school, candidate);
  const deposit = await candidate.order(file.applicationId, 'DEPOSIT');
  await candidate.pay(deposit.id);
  await candidate.waitForState(file.applicationId, 'confirmed');
  return file;
}
