import type { Addresses } from '../client/addresses.ts';
import { answerOf } from '../client/api.ts';
import type { Candidate } from '../client/candidate.ts';
import type { Inbox } from '../client/inbox.ts';
import { School } from '../client/school.ts';
import { expectEqual, expectThat, step } from './step.ts';

/** The rest of the process for an application whose fee is paid: from the studied file to the refunded deposit. */
export async function wholeProcess(
  addresses: Addresses,
  inbox: Inbox,
  candidate: Candidate,
  applicationId: string,
): Promise<void> {
  const school = await step(
    'The people of the school sign in',
    () => School.open(addresses),
    () => '',
  );
  const { programme, intake } = await candidate.application(applicationId);
  const params = { path: { applicationId } };

  await step(
    'An officer accepts each document',
    () => school.acceptDocuments(applicationId),
    (count) => `${count} documents`,
  );
  await step('and finds the file admissible by a route of the label (R5)', async () => {
    const { state } = await school.decideAdmissibility(applicationId, {
      outcome: 'ADMISSIBLE',
      route: 'ENG_CTI',
    });
    return state;
  });
  await step(
    'The candidate is told, and invited to an interview (R28)',
    async () => (await inbox.waitFor(candidate.email, /admissible/i)).subject,
  );

  const slot = await step(
    'books one of the slots that the school opened',
    async () => {
      const [free] = await school.openSlots(programme.id, 3);
      await answerOf(
        candidate.api.PUT('/v1/applications/{applicationId}/interview', {
          params,
          body: { slotId: free!.id },
        }),
      );
      return free!;
    },
    ({ id, startsAt }) => `${id} ${startsAt}`,
  );
  await step('gets a calendar file', async () => {
    const mail = await inbox.waitFor(candidate.email, /entretien est réservé/i);
    expectThat(
      'a calendar file in the mail',
      mail.attachments.some(({ contentType }) => contentType.startsWith('text/calendar')),
    );
    return mail.subject;
  });
  await step('The clock moves to the end of the interview', async () => {
    await school.moveClock(new Date(new Date(slot.endsAt).getTime() + 60_000));
    return (await school.now()).toISOString();
  });
  await step('which took place', () => school.recordInterview(applicationId, 'DONE'));
  await step('Two evaluators mark the file without seeing each other’s mark (R32)', () =>
    school.mark(applicationId, programme.id, [15, 16.5]),
  );
  await step('The jury sits, decides and closes', async () => {
    const session = await school.holdJury(
      { programmeId: programme.id, intakeId: intake.id },
      { [applicationId]: 'ADMITTED' },
    );
    return `${session.id} ${session.state}`;
  });
  await step('The decision leaves as a letter (R35)', async () => {
    const mail = await inbox.waitFor(candidate.email, /jury a décidé de vous admettre/i);
    expectThat(
      'the letter as a PDF',
      mail.attachments.some(({ contentType }) => contentType === 'application/pdf'),
    );
    return mail.subject;
  });

  const deposit = await step(
    'The candidate finds the deposit to pay (R87)',
    async () => {
      await candidate.waitForState(applicationId, 'offer-open');
      return candidate.order(applicationId, 'DEPOSIT');
    },
    ({ id, amount, dueAt }) => `${id} ${amount.amount / 100} ${amount.currency} until ${dueAt}`,
  );
  expectEqual('amount of the deposit in cents', deposit.amount.amount, 45_000);
  await step('pays it, and the place is confirmed', async () => {
    expectEqual('outcome', (await candidate.pay(deposit.id)).kind, 'paid');
    return (await candidate.waitForState(applicationId, 'confirmed')).state;
  });
  await step('A finance officer registers and confirms the funder’s agreement (R99)', async () => {
    const { items } = await answerOf(candidate.api.GET('/v1/programmes'));
    const { tuition } = items.find(({ id }) => id === programme.id)!;
    return school.judgeFunding(applicationId, { kind: 'OPCO', outcome: 'CONFIRMED', amount: tuition });
  });
  await step('The clock moves to the start of the course', async () => {
    await school.moveClock(new Date(`${intake.startsOn}T12:00:00Z`));
    return (await school.now()).toISOString();
  });
  await step(
    'A second person approves the refund, and the provider makes it (R65, R94, R101)',
    () => school.refundDeposit(applicationId),
    ({ id, amount, state }) => `${id} ${amount.amount / 100} ${amount.currency} ${state}`,
  );
  await step(
    'The candidate gets the credit note',
    async () => (await inbox.waitFor(candidate.email, /rembours/i)).subject,
  );
  await step('and the ledger of the deposit is at zero', async () => {
    const order = await answerOf(
      candidate.api.GET('/v1/orders/{orderId}', { params: { path: { orderId: deposit.id } } }),
    );
    expectEqual('balance in cents', order.balance?.amount, 0);
    return '0 EUR';
  });
}
