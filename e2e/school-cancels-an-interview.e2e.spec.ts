import { expect, it, jest } from '@jest/globals';
import { answerOf } from '../tools/client/api.ts';
import { School } from '../tools/client/school.ts';
import { addresses, anAdmissibleApplication, aSignedInCandidate, inbox } from './support.ts';

jest.setTimeout(240_000);

it('an officer gives up an interview whose interviewer is away; the candidate is told, books another slot, and none of it is a move', async () => {
  const school = await School.open(addresses);
  const candidate = await aSignedInCandidate();
  const { applicationId, programmeId } = await anAdmissibleApplication(school, candidate);
  const [away, other] = await school.openSlots(programmeId, 2);
  const params = { path: { applicationId } };
  const book = (slotId: string) =>
    candidate.api.PUT('/v1/applications/{applicationId}/interview', { params, body: { slotId } });
  await answerOf(book(away!.id));

  const close = await school.officer.DELETE('/v1/interview-slots/{slotId}', {
    params: { path: { slotId: away!.id } },
  });
  expect(close.error).toMatchObject({ code: 'slot-booked' });
  const cancelled = await answerOf(
    school.officer.POST('/v1/applications/{applicationId}/interview/cancellation', {
      params,
      body: { reason: 'Intervieweur malade' },
    }),
  );
  expect(cancelled).toMatchObject({ state: 'cancelled', moves: 0 });

  const { text: letter } = await inbox.waitFor(candidate.email, /entretien est annulé/i);
  expect(letter).toMatch(/L’école\s+ne\s+peut\s+pas\s+tenir/);
  expect(letter).not.toContain('malade');
  expect((await book(away!.id)).error).toMatchObject({ code: 'slot-taken' });
  expect(await answerOf(book(other!.id))).toMatchObject({
    state: 'booked',
    slot: { id: other!.id },
    moves: 0,
  });
});
