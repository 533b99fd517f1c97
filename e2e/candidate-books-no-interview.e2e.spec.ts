import { it, jest } from '@jest/globals';
import { School } from '../tools/client/school.ts';
import { addresses, anAdmissibleApplication, aSignedInCandidate } from './support.ts';

jest.setTimeout(240_000);

it('a file whose candidate books nothing goes to the jury when an officer says that nobody came', async () => {
  const school = await School.open(addresses);
  const candidate = await aSignedInCandidate();
  const file = await anAdmissibleApplication(school, candidate);
  await school.recordInterview(file.applicationId, 'NO_SHOW');
  await school.mark(file.applicationId, file.programmeId, [5, 6]);
  await school.holdJury(file, { [file.applicationId]: 'NOT_ADMITTED' });
  await candidate.waitForState(file.applicationId, 'not-admitted');
});
