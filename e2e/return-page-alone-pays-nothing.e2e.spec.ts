import { expect, it } from '@jest/globals';
import { answerOf } from '../tools/client/api.ts';
import { aConfirmedApplication, addresses, aSignedInCandidate } from './support.ts';

it('opening the return page does not mark the fee as paid', async () => {
  const candidate = await aSignedInCandidate();
  const applicationId = await aConfirmedApplication(candidate);
  const order = await candidate.feeOrder(applicationId);
  await candidate.checkout(order.id);

  const page = await fetch(new URL(`/payment/return?order=${order.id}&outcome=success`, addresses.api));
  expect(page.status).toBe(200);
  await page.text();

  const after = await answerOf(
    candidate.api.GET('/v1/orders/{orderId}', { params: { path: { orderId: order.id } } }),
  );
  expect(after.state).not.toBe('paid');
  expect((await candidate.application(applicationId)).state).toBe('fee-pending');
});
