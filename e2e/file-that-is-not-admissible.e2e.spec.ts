import { expect, it } from '@jest/globals';
import { answerOf, until } from '../tools/client/api.ts';
import { School } from '../tools/client/school.ts';
import { addresses, aSignedInCandidate, aSubmittedApplication, inbox } from './support.ts';

it('a file is found not admissible: the letter says why and how to appeal, and the promise of five working days is kept (R28, R29, R69)', async () => {
  const school = await School.open(addresses);
  const candidate = await aSignedInCandidate();
  const applicationId = await aSubmittedApplication(candidate);
  const decided = await school.decideAdmissibility(applicationId, {
    outcome: 'NOT_ADMISSIBLE',
    grounds: ['NO_ELIGIBLE_ROUTE'],
  });
  expect(decided.state).toBe('not-admissible');

  const mail = await inbox.waitFor(candidate.email, /décision|admissib/i);
  expect(mail.text).toMatch(/recours/i);
  expect(mail.attachments.some(({ contentType }) => contentType === 'application/pdf')).toBe(true);

  const kept = await until('a kept promise', async () => {
    const { items } = await answerOf(
      school.officer.GET('/v1/promises', { params: { query: { status: 'kept', limit: 100 } } }),
    );
    return items.find((promise) => promise.applicationId === applicationId);
  });
  expect(kept.kind).toBe('ADMISSIBILITY');

  // It is final: no interview, no other decision.
  const again = school.officer.POST('/v1/applications/{applicationId}/admissibility', {
    params: { path: { applicationId } },
    body: { outcome: 'ADMISSIBLE', route: 'ENG_CTI' },
  });
  await expect(answerOf(again)).rejects.toMatchObject({ code: 'wrong-state' });
});
