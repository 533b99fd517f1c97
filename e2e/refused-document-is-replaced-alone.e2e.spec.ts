import { expect, it } from '@jest/globals';
import { answerOf } from '../tools/client/api.ts';
import { School } from '../tools/client/school.ts';
import { addresses, aSignedInCandidate, aSubmittedApplication, inbox } from './support.ts';

it('an officer refuses one document with a reason, the candidate is told and replaces that one only', async () => {
  const school = await School.open(addresses);
  const candidate = await aSignedInCandidate();
  const applicationId = await aSubmittedApplication(candidate);
  const params = { path: { applicationId } };
  const documents = () =>
    answerOf(candidate.api.GET('/v1/applications/{applicationId}/documents', { params }));
  const cv = (await documents()).items.find(({ type }) => type === 'CV')!;

  await school.refuseDocument(cv.id, 'UNREADABLE');
  await inbox.waitFor(candidate.email, /CV|document/i);
  const refused = (await documents()).items.find(({ id }) => id === cv.id);
  expect(refused).toMatchObject({ state: 'refused', verdict: { accepted: false, reason: 'UNREADABLE' } });

  // Nothing else opens again.
  const letter = candidate.api.POST('/v1/applications/{applicationId}/documents', {
    params,
    body: { type: 'MOTIVATION', fileName: 'x.pdf', contentType: 'application/pdf', size: 1_000 },
  });
  await expect(answerOf(letter)).rejects.toMatchObject({ code: 'document-not-editable' });

  expect((await candidate.upload(applicationId, 'CV')).state).toBe('checked');
  const after = (await documents()).items.filter(({ type }) => type === 'CV');
  expect(after.map(({ state }) => state)).toEqual(['checked']);
});
