import { expect, it, jest } from '@jest/globals';
import { School } from '../tools/client/school.ts';
import { addresses, anInterviewedApplication, aSignedInCandidate, inbox } from './support.ts';

jest.setTimeout(240_000);

it('marks are locked only once the interview is recorded; who did not come is marked on the file, and the jury decides', async () => {
  const school = await School.open(addresses);
  const candidate = await aSignedInCandidate();
  const file = await anInterviewedApplication(school, candidate);
  const mark = () => school.mark(file.applicationId, file.programmeId, [7, 8]);
  const decide = () => school.holdJury(file, { [file.applicationId]: 'NOT_ADMITTED' });

  await expect(mark()).rejects.toMatchObject({ code: 'interview-not-done' });
  await expect(decide()).rejects.toMatchObject({ code: 'evaluation-incomplete' });

  await school.recordInterview(file.applicationId, 'NO_SHOW');
  await mark();
  await decide();
  await candidate.waitForState(file.applicationId, 'not-admitted');
  await inbox.waitFor(candidate.email, /décision du jury/i);
});
