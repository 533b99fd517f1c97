import { findAddresses, type Addresses } from '../tools/client/addresses.ts';
import { answerOf } from '../tools/client/api.ts';
import { Candidate, sampleFacts } from '../tools/client/candidate.ts';
import { Inbox } from '../tools/client/inbox.ts';

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
