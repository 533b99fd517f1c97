import { expect, it, jest } from '@jest/globals';
import { answerOf } from '../tools/client/api.ts';
import { School } from '../tools/client/school.ts';
import { addresses, aSignedInCandidate, aSubmittedApplication, inbox } from './support.ts';

jest.setTimeout(240_000);

it('a file is studied, interviewed, marked twice, admitted, confirmed by its deposit, and refunded when the funder confirms', async () => {
  const school = await School.open(addresses);
  const candidate = await aSignedInCandidate();
  const applicationId = await aSubmittedApplication(candidate);
  const { programme, intake } = await candidate.application(applicationId);
  const params = { path: { applicationId } };

  // The officer accepts each document and decides on the file (R27); the letter invites to an interview (R28).
  await school.acceptDocuments(applicationId);
  await school.decideAdmissibility(applicationId, { outcome: 'ADMISSIBLE', route: 'ENG_CTI' });
  await inbox.waitFor(candidate.email, /admissible/i);

  const [slot] = await school.openSlots(programme.id, 2);
  await answerOf(
    candidate.api.PUT('/v1/applications/{applicationId}/interview', { params, body: { slotId: slot!.id } }),
  );
  const invitation = await inbox.waitFor(candidate.email, /entretien est réservé/i);
  expect(invitation.attachments.some(({ contentType }) => contentType.startsWith('text/calendar'))).toBe(
    true,
  );

  await school.moveClock(new Date(new Date(slot!.endsAt).getTime() + 60_000));
  await school.recordInterview(applicationId, 'DONE');
  await school.mark(applicationId, programme.id, [15, 16.5]);
  const session = await school.holdJury(
    { programmeId: programme.id, intakeId: intake.id },
    { [applicationId]: 'ADMITTED' },
  );
  expect(session.files[0]).toMatchObject({ applicationId, decision: { outcome: 'ADMITTED' } });

  // The decision leaves with its letter, and the promise of two working days is kept (R35).
  await inbox.waitFor(candidate.email, /jury a décidé de vous admettre/i);
  const offered = await candidate.waitForState(applicationId, 'offer-open');
  expect(offered.offer?.deposit).toEqual({ amount: 45_000, currency: 'EUR' });

  const deposit = await candidate.order(applicationId, 'DEPOSIT');
  expect((await candidate.pay(deposit.id)).kind).toBe('paid');
  await candidate.waitForState(applicationId, 'confirmed');

  // R65, R94: refunded in the first quarter after the start, once, after a second person's approval.
  const { items } = await answerOf(candidate.api.GET('/v1/programmes'));
  const { tuition } = items.find(({ id }) => id === programme.id)!;
  await school.judgeFunding(applicationId, { kind: 'OPCO', outcome: 'CONFIRMED', amount: tuition });
  await school.moveClock(new Date(`${intake.startsOn}T12:00:00Z`));
  const refund = await school.refundDeposit(applicationId);
  expect(refund.amount).toEqual({ amount: 45_000, currency: 'EUR' });
  await inbox.waitFor(candidate.email, /rembours/i);
  const after = await answerOf(
    candidate.api.GET('/v1/orders/{orderId}', { params: { path: { orderId: deposit.id } } }),
  );
  expect(after.balance).toEqual({ amount: 0, currency: 'EUR' });
});
