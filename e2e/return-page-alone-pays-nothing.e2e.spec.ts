import { expect, it } from '@jest/globals';
import { paymentReturnUrl } from '@admissions/contracts/payments';
import { answerOf } from '../tools/client/api.ts';
import { leavePage } from '../tools/client/card-page.ts';
import { aConfirmedApplication, addresses, aSignedInCandidate } from './support.ts';

it('opening the return page does not mark the fee as paid', async () => {
  const candidate = await aSignedInCandidate();
  const applicationId = await aConfirmedApplication(candidate);
  const order = await candidate.feeOrder(applicationId);
  const left = await leavePage(await candidate.checkout(order.id));
  expect(await textAt(left)).toContain('Rien n’est payé');

  const back = paymentReturnUrl(addresses.api, order.id, 'paid');
  expect(await textAt(back)).toContain('nous le confirme');

  const after = await answerOf(
    candidate.api.GET('/v1/orders/{orderId}', { params: { path: { orderId: order.id } } }),
  );
  expect(after.state).not.toBe('paid');
  expect((await candidate.application(applicationId)).state).toBe('fee-pending');
});

async function textAt(url: string): Promise<string> {
  const { pathname, search } = new URL(url);
  const page = await fetch(new URL(pathname + search, addresses.api));
  expect(page.status).toBe(200);
  return page.text();
}
