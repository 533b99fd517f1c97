import { expect, it, jest } from '@jest/globals';
import { answerOf } from '../tools/client/api.ts';
import { School } from '../tools/client/school.ts';
import { addresses, anOffer, aSignedInCandidate, inbox } from './support.ts';

jest.setTimeout(240_000);

it('an admitted candidate who does not pay in time loses the offer, and the card page takes nothing any more (R64, R87)', async () => {
  const school = await School.open(addresses);
  const candidate = await aSignedInCandidate();
  const { applicationId } = await anOffer(school, candidate);
  const { offer } = await candidate.waitForState(applicationId, 'offer-open');
  const deposit = await candidate.order(applicationId, 'DEPOSIT');
  const page = await candidate.checkout(deposit.id);

  await school.moveClock(new Date(new Date(offer!.dueAt).getTime() + 60_000));
  await candidate.waitForState(applicationId, 'lapsed');
  await inbox.waitFor(candidate.email, /caduque|caduc/i);
  expect(await (await fetch(page)).text()).not.toContain('pay-form');
  await expect(candidate.checkout(deposit.id)).rejects.toMatchObject({ status: 409 });
  const after = await answerOf(
    candidate.api.GET('/v1/orders/{orderId}', { params: { path: { orderId: deposit.id } } }),
  );
  expect(after).toMatchObject({ state: 'closed', balance: { amount: 0 } });
});
