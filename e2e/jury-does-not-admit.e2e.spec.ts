import { expect, it, jest } from '@jest/globals';
import { answerOf } from '../tools/client/api.ts';
import { School } from '../tools/client/school.ts';
import { addresses, aMarkedApplication, aSignedInCandidate, inbox } from './support.ts';

jest.setTimeout(240_000);

it('a refusal of the jury is sealed, leaves as a letter that tells how to appeal, and asks for no deposit (R35, R69, R71)', async () => {
  const school = await School.open(addresses);
  const candidate = await aSignedInCandidate();
  const { applicationId, ...of } = await aMarkedApplication(school, candidate);
  const session = await school.holdJury(of, { [applicationId]: 'NOT_ADMITTED' });
  await candidate.waitForState(applicationId, 'not-admitted');

  const mail = await inbox.waitFor(candidate.email, /décision du jury/i);
  expect(mail.text).toMatch(/recours/i);
  // R71: the grounds are for who asks for them.
  expect(mail.text).not.toContain('à préciser');
  expect(mail.attachments.some(({ contentType }) => contentType === 'application/pdf')).toBe(true);
  expect((await candidate.orders(applicationId)).map(({ product }) => product)).toEqual(['APPLICATION_FEE']);

  const params = { path: { sessionId: session.id, applicationId } };
  const change = school.chair.PUT('/v1/jury-sessions/{sessionId}/decisions/{applicationId}', {
    params,
    body: { outcome: 'ADMITTED', grounds: [] },
  });
  await expect(answerOf(change)).rejects.toMatchObject({ code: 'session-sealed' });
  // Nor does a second session take it up.
  await expect(school.holdJury(of, { [applicationId]: 'ADMITTED' })).rejects.toMatchObject({ status: 409 });
  expect((await candidate.application(applicationId)).state).toBe('not-admitted');
});
