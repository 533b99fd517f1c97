import { expect, it, jest } from '@jest/globals';
import { answerOf } from '../tools/client/api.ts';
import { School } from '../tools/client/school.ts';
import { addresses, aSignedInCandidate, aSubmittedApplication, inbox } from './support.ts';

jest.setTimeout(240_000);

it('three candidates want one slot: one gets it, the others take another; it is moved and cancelled', async () => {
  const school = await School.open(addresses);
  const people = await Promise.all(
    ['Camille Un', 'Camille Deux', 'Camille Trois'].map((name) => aSignedInCandidate(name)),
  );
  const files = await Promise.all(
    people.map(async (candidate) => {
      const applicationId = await aSubmittedApplication(candidate);
      await school.acceptDocuments(applicationId);
      await school.decideAdmissibility(applicationId, { outcome: 'ADMISSIBLE', route: 'ENG_CTI' });
      await inbox.waitFor(candidate.email, /admissible/i);
      return { candidate, applicationId };
    }),
  );
  const { programme } = await people[0]!.application(files[0]!.applicationId);
  const [wanted, other] = await school.openSlots(programme.id, 2);

  const book = ({ candidate, applicationId }: (typeof files)[number], slotId: string) =>
    candidate.api.PUT('/v1/applications/{applicationId}/interview', {
      params: { path: { applicationId } },
      body: { slotId },
    });
  const answers = await Promise.all(files.map((file) => book(file, wanted!.id)));
  const statuses = answers.map(({ response }) => response.status).toSorted((a, b) => a - b);
  expect(statuses).toEqual([200, 409, 409]);

  const winner = files[answers.findIndex(({ response }) => response.ok)]!;
  const moved = await answerOf(book(winner, other!.id));
  expect(moved).toMatchObject({ state: 'booked', slot: { id: other!.id }, moves: 1 });
  const params = { path: { applicationId: winner.applicationId } };
  const cancelled = await answerOf(
    winner.candidate.api.DELETE('/v1/applications/{applicationId}/interview', { params }),
  );
  expect(cancelled.slot).toBeUndefined();
  await inbox.waitFor(winner.candidate.email, /entretien est annulé/i);
  // Both are free again.
  const loser = files.find((file) => file !== winner)!;
  expect((await book(loser, wanted!.id)).response.status).toBe(200);
});
