import { expect, it, jest } from '@jest/globals';
import { until } from '../tools/client/api.ts';
import { School } from '../tools/client/school.ts';
import { addresses, anAdmissibleApplication, aSignedInCandidate } from './support.ts';

jest.setTimeout(300_000);

const people = 8;

// The same with a hundred payments, and the provider slow or silent, is a test of the payments service.
it('a deposit paid while the offer lapses is a place or a refused payment, never both and never neither', async () => {
  const school = await School.open(addresses);
  const files = await Promise.all(
    Array.from({ length: people }, async (_, nth) =>
      anAdmissibleApplication(school, await aSignedInCandidate(`Camille Exemple ${nth}`)),
    ),
  );
  const slots = await school.openSlots(files[0]!.programmeId, people);
  await Promise.all(
    files.map(({ candidate, applicationId }, nth) => candidate.book(applicationId, slots[nth]!.id)),
  );
  await school.moveClock(new Date(new Date(slots.at(-1)!.endsAt).getTime() + 60_000));
  await Promise.all(
    files.map(async ({ applicationId, programmeId }) => {
      await school.recordInterview(applicationId, 'DONE');
      await school.mark(applicationId, programmeId, [13, 14.5]);
    }),
  );
  const decisions = Object.fromEntries(
    files.map(({ applicationId }) => [applicationId, 'ADMITTED' as const]),
  );
  await school.holdJury(files[0]!, decisions);
  const offers = await Promise.all(
    files.map(async ({ candidate, applicationId }) => {
      const { offer } = await candidate.waitForState(applicationId, 'offer-open');
      return { candidate, applicationId, offer, deposit: await candidate.order(applicationId, 'DEPOSIT') };
    }),
  );
  const due = Math.max(...offers.map(({ offer }) => new Date(offer!.dueAt).getTime()));
  await school.moveClock(new Date(due - 5_000));
  const [, ...paid] = await Promise.all([
    school.moveClock(new Date(due + 1_000)),
    ...offers.map(({ candidate, deposit }) =>
      candidate.pay(deposit.id).then(
        ({ kind }) => kind,
        // The order was closed before its page could be opened.
        (error: { status?: number }) => (error.status === 409 ? 'refused' : Promise.reject(error)),
      ),
    ),
  ]);

  for (const [index, { candidate, applicationId }] of offers.entries()) {
    const { state } = await until('an end', async () => {
      const application = await candidate.application(applicationId);
      return ['confirmed', 'lapsed'].includes(application.state) ? application : undefined;
    });
    const { balance } = await candidate.order(applicationId, 'DEPOSIT');
    // A place has its money, a lapsed offer has none; what the card page said is what became of it.
    expect([state, balance?.amount]).toEqual(paid[index] === 'paid' ? ['confirmed', 45_000] : ['lapsed', 0]);
  }
});
