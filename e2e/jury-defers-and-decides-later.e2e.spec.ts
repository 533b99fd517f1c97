import { expect, it, jest } from '@jest/globals';
import { School } from '../tools/client/school.ts';
import { addresses, aMarkedApplication, aSignedInCandidate, inbox } from './support.ts';

jest.setTimeout(240_000);

it('a deferred file is told so with its grounds, and a later session decides it', async () => {
  const school = await School.open(addresses);
  const candidate = await aSignedInCandidate();
  const file = await aMarkedApplication(school, candidate);
  await school.holdJury(file, { [file.applicationId]: 'DEFERRED' });
  await candidate.waitForState(file.applicationId, 'deferred');
  const mail = await inbox.waitFor(candidate.email, /jury/i);
  expect(mail.text).toMatch(/report|ajourn|différ/i);

  await school.holdJury(file, { [file.applicationId]: 'ADMITTED' });
  await candidate.waitForState(file.applicationId, 'offer-open');
  await inbox.waitFor(candidate.email, /jury a décidé de vous admettre/i);
});
