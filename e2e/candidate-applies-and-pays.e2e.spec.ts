import { expect, it } from '@jest/globals';
import { PDFDocument } from 'pdf-lib';
import { answerOf } from '../tools/client/api.ts';
import { cards } from '../tools/client/card-page.ts';
import { staffMember } from '../tools/client/staff.ts';
import { aConfirmedApplication, addresses, aSignedInCandidate, inbox } from './support.ts';

it('a candidate applies, is declined once, pays, gets both receipts, and an officer opens the file', async () => {
  const candidate = await aSignedInCandidate();
  const applicationId = await aConfirmedApplication(candidate);
  const order = await candidate.feeOrder(applicationId);
  // R78: the amount is the intake's, not the client's.
  expect(order).toMatchObject({
    product: 'APPLICATION_FEE',
    state: 'open',
    amount: { amount: 8_000, currency: 'EUR' },
  });

  expect((await candidate.pay(order.id, cards.declined)).kind).toBe('refused');
  expect((await candidate.application(applicationId)).state).toBe('fee-pending');

  expect((await candidate.pay(order.id)).kind).toBe('paid');
  const submitted = await candidate.waitForState(applicationId, 'submitted');
  expect(submitted.submittedAt).toBeDefined();

  const receipt = await inbox.waitFor(candidate.email, /paiement|reçu/i);
  const [pdf] = receipt.attachments;
  const document = await PDFDocument.load(await inbox.attachment(receipt, pdf!.fileName));
  expect(document.getPageCount()).toBeGreaterThan(0);
  // R21: the acknowledgement of the application itself.
  await inbox.waitFor(candidate.email, /candidature/i);

  const officer = await staffMember(addresses, 'officer');
  const file = await answerOf(
    officer.GET('/v1/applications/{applicationId}', { params: { path: { applicationId } } }),
  );
  expect(file).toMatchObject({ state: 'submitted', contact: { email: candidate.email } });
});
