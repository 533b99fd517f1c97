import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { answerOf, ApiProblem, until, type Schemas } from '../tools/client/api.ts';
import type { Candidate, DocumentType } from '../tools/client/candidate.ts';
import { aFilledDraft, aSignedInCandidate } from './support.ts';

/** How long after the confirmation each round takes the piece out, in milliseconds: so that now one and now the other is first. */
const delays = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 5, 10, 10, 20, 40, 80];

/** What the checklist of the sample candidate requires. */
const pieces: DocumentType[] = ['ID_DOC', 'CV', 'MOTIVATION', 'PHOTO', 'LAST_DIPLOMA'];

interface Desk {
  readonly candidate: Candidate;
  readonly applicationId: string;
}

it('R16, R17: who confirms in one tab and takes a piece out in the other never pays for a file without it', async () => {
  let desk = await aCompleteDraft();
  const ends: string[] = [];
  for (const [round, delay] of delays.entries()) {
    // Another piece each time: of one type only so many forms are given out at once.
    const piece = pieces[round % pieces.length]!;
    const [confirmed, discarded] = await atOnce(desk, piece, delay);
    expect([200, 409]).toContain(confirmed);
    expect([200, 409]).toContain(discarded);
    const { state } = await settled(desk);
    ends.push(`${confirmed}/${discarded}: ${state}`);
    // An order is there: now nothing may be missing. Without one it is a draft again that says what is missing.
    expect(await lacking(desk)).toEqual(state === 'draft' ? [piece] : []);
    expect(discarded).toBe(state === 'draft' ? 200 : 409);
    if (state === 'draft') await uploadAgain(desk, piece);
    else desk = await aCompleteDraft();
  }
  // Taking out at the same moment must have won at least once, or nothing was tried.
  expect(ends).toContain('200/200: draft');
  await paysForEverything(desk);
});

/** In the end the application that was torn back and forth is confirmed, paid and complete. */
async function paysForEverything(desk: Desk): Promise<void> {
  const { candidate, applicationId } = desk;
  await candidate.confirm(applicationId);
  await candidate.pay((await candidate.feeOrder(applicationId)).id);
  await candidate.waitForState(applicationId, 'submitted');
  expect(await lacking(desk)).toEqual([]);
}

/** documents hears a moment later that the application is a draft again. */
async function uploadAgain({ candidate, applicationId }: Desk, piece: DocumentType): Promise<void> {
  await until('documents may be sent again', () =>
    candidate.upload(applicationId, piece).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.code === 'document-not-editable') return undefined;
      throw error;
    }),
  );
}

async function aCompleteDraft(): Promise<Desk> {
  const candidate = await aSignedInCandidate();
  const applicationId = await aFilledDraft(candidate);
  await Promise.all(pieces.map((type) => candidate.upload(applicationId, type)));
  return { candidate, applicationId };
}

/** Both requests at once, once the application has nothing missing; gives the two statuses. */
async function atOnce(
  { candidate, applicationId }: Desk,
  piece: DocumentType,
  delay: number,
): Promise<[number, number]> {
  await until('an application without blockers', async () => {
    const { blockers } = await candidate.application(applicationId);
    return blockers.length === 0;
  });
  const [document] = await held({ candidate, applicationId }, piece);
  const confirming = candidate.api.POST('/v1/applications/{applicationId}/confirmation', {
    params: { path: { applicationId } },
    body: { swornStatement: true, earlyStart: false, lossOfWithdrawalAcknowledged: false },
  });
  if (delay > 0) await pause(delay);
  const discarding = candidate.api.DELETE('/v1/documents/{documentId}', {
    params: { path: { documentId: document!.id } },
  });
  const answers = await Promise.all([confirming, discarding]);
  return answers.map(({ response }) => response.status) as [number, number];
}

/** The application once it stands still: a draft that knows what is missing, or one whose fee may be paid. */
function settled({ candidate, applicationId }: Desk): Promise<Schemas['Application']> {
  return until('the application to stand still', async () => {
    const application = await candidate.application(applicationId);
    if (application.state === 'draft') return application.blockers.length > 0 && application;
    const orders = await answerOf(
      candidate.api.GET('/v1/applications/{applicationId}/orders', { params: { path: { applicationId } } }),
    );
    return orders.items.length > 0 && application;
  });
}

/** The required pieces that the checklist or the documents themselves lack. */
async function lacking(desk: Desk): Promise<DocumentType[]> {
  const { checklist } = await desk.candidate.application(desk.applicationId);
  const lacks = await Promise.all(
    checklist
      .filter(({ status }) => status === 'REQUIRED')
      .map(async ({ type, present }) => (present && (await held(desk, type)).length > 0 ? [] : [type])),
  );
  return lacks.flat();
}

/** The checked files of a type, as the documents themselves tell. */
async function held({ candidate, applicationId }: Desk, type: DocumentType): Promise<Schemas['Document'][]> {
  const { items } = await answerOf(
    candidate.api.GET('/v1/applications/{applicationId}/documents', { params: { path: { applicationId } } }),
  );
  return items.filter((document) => document.type === type && document.state === 'checked');
}
