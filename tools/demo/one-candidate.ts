import type { Addresses } from '../client/addresses.ts';
import { answerOf } from '../client/api.ts';
import { Candidate, sampleFacts } from '../client/candidate.ts';
import { cards } from '../client/card-page.ts';
import { Inbox } from '../client/inbox.ts';
import { staffMember } from '../client/staff.ts';
import { openIntakes } from './intakes.ts';
import { wholeProcess } from './one-whole-process.ts';
import { expectEqual, expectThat, step } from './step.ts';

/** One candidate from sign-up to the refunded deposit; each step is printed with its ids. */
export async function oneCandidate(addresses: Addresses): Promise<void> {
  const inbox = new Inbox(addresses.inbox);
  const candidate = new Candidate(addresses.api, inbox);

  await step('A visitor signs up', async () => {
    await candidate.signUp();
    return candidate.email;
  });
  await step('confirms the address from the mail that arrived', () => candidate.confirmEmail());
  await step('signs in', () => candidate.signIn());

  const intake = await step('looks at the open intakes', async () => {
    const { items } = await answerOf(candidate.api.GET('/v1/programmes'));
    expectThat('at least three programmes', items.length >= 3);
    const [first] = openIntakes(items);
    expectThat('an open intake (npm run reset sets the business clock back)', first !== undefined);
    return first!.id;
  });
  const applicationId = await step('starts an application', () => candidate.apply(intake));

  await step('fills in the form section by section', async () => {
    for (const [section, facts] of Object.entries(sampleFacts))
      await candidate.fill(applicationId, { [section]: facts });
    return Object.keys(sampleFacts).join(', ');
  });

  const wanted = await step('reads which documents are wanted, and why', async () => {
    const { checklist } = await candidate.application(applicationId);
    for (const { type, status, reason, rules } of checklist) {
      console.log(`        ${status.padEnd(10)} ${type.padEnd(15)} ${reason} [${rules.join(', ')}]`);
    }
    return checklist.filter(({ status }) => status === 'REQUIRED').map(({ type }) => type);
  });

  await step('sends a photo that is not one: refused, and nothing is kept', async () => {
    const fake = {
      bytes: new TextEncoder().encode('<html>not a photo</html>'),
      name: 'photo.jpg',
      contentType: 'image/jpeg',
    };
    const document = await candidate.upload(applicationId, 'PHOTO', fake);
    expectEqual('state', document.state, 'rejected');
    return `${document.id} ${document.problem?.code}`;
  });
  for (const type of wanted) {
    await step(`sends ${type}`, async () => {
      const document = await candidate.upload(applicationId, type);
      expectEqual(
        `state of ${document.id} (${document.problem?.code ?? 'no problem'})`,
        document.state,
        'checked',
      );
      return `${document.id} sha256 ${document.sha256?.slice(0, 12)}…`;
    });
  }

  const officer = await step(
    'An officer signs in',
    () => staffMember(addresses, 'officer'),
    () => 'officer',
  );
  const path = { applicationId };
  await step('and does not see the application before its fee is paid (R15)', async () => {
    const { response } = await officer.GET('/v1/applications/{applicationId}', { params: { path } });
    expectEqual('status', response.status, 404);
    return '404';
  });

  await step('The candidate confirms the data', async () => {
    const { state, reference } = await candidate.confirm(applicationId);
    expectEqual('state', state, 'fee-pending');
    return reference;
  });
  const order = await step(
    'finds the order of the fee',
    () => candidate.feeOrder(applicationId),
    ({ id, amount }) => `${id} ${amount.amount / 100} ${amount.currency}`,
  );
  expectEqual('amount of the fee in cents (R78)', order.amount.amount, 8_000);

  await step('tries a card that is declined', async () => {
    const outcome = await candidate.pay(order.id, cards.declined);
    expectEqual('outcome', outcome.kind, 'refused');
    return outcome.kind === 'refused' ? outcome.message : '';
  });
  await step('pays with a good card on the provider’s page', async () => {
    const outcome = await candidate.pay(order.id);
    expectEqual('outcome', outcome.kind, 'paid');
    return '';
  });
  await step(
    'is submitted once the provider confirms',
    async () => (await candidate.waitForState(applicationId, 'submitted')).submittedAt,
  );

  await step('gets the receipt of the payment, with a PDF', async () => {
    const mail = await inbox.waitFor(candidate.email, /paiement|reçu/i);
    const pdf = mail.attachments.find(({ contentType }) => contentType === 'application/pdf');
    expectThat('a PDF in the mail', pdf !== undefined);
    const bytes = await inbox.attachment(mail, pdf!.fileName);
    expectEqual('first bytes of the attachment', Buffer.from(bytes.subarray(0, 5)).toString(), '%PDF-');
    return `« ${mail.subject} » ${pdf!.fileName} (${bytes.byteLength} bytes)`;
  });
  await step(
    'gets the acknowledgement of the application (R21)',
    async () => (await inbox.waitFor(candidate.email, /candidature/i)).subject,
  );

  await step('The officer sees it in the queue', async () => {
    const { items } = await answerOf(officer.GET('/v1/queue', { params: { query: { limit: 100 } } }));
    const row = items.find(({ id }) => id === applicationId);
    expectThat('the application in the queue', row !== undefined);
    return `${row!.reference} ${row!.candidateName}`;
  });
  await step('opens the file and reads a document', async () => {
    const file = await answerOf(officer.GET('/v1/applications/{applicationId}', { params: { path } }));
    const { items } = await answerOf(
      officer.GET('/v1/applications/{applicationId}/documents', { params: { path } }),
    );
    const checked = items.filter(({ state }) => state === 'checked');
    expectEqual('checked documents', checked.length, wanted.length);
    const { url } = await answerOf(
      officer.POST('/v1/documents/{documentId}/links', { params: { path: { documentId: checked[0]!.id } } }),
    );
    const answer = await fetch(url);
    expectEqual('status of the link', answer.status, 200);
    return `${file.reference}: ${checked.length} documents, ${(await answer.arrayBuffer()).byteLength} bytes read`;
  });

  await step('Another candidate finds nothing of it', async () => {
    const other = new Candidate(addresses.api, inbox, 'Dominique Exemple');
    await other.signUp();
    await other.confirmEmail();
    await other.signIn();
    const { response } = await other.api.GET('/v1/applications/{applicationId}', { params: { path } });
    expectEqual('status', response.status, 404);
    await other.signOut();
    return '404';
  });

  await wholeProcess(addresses, inbox, candidate, applicationId);
}
