import { expect, it } from '@jest/globals';
import { answerOf } from '../tools/client/api.ts';
import {
  aConfirmedApplication,
  addresses,
  aFilledDraft,
  aSignedInCandidate,
  aSubmittedApplication,
  inbox,
} from './support.ts';
import { School } from '../tools/client/school.ts';

it('a draft is withdrawn at once', async () => {
  const candidate = await aSignedInCandidate();
  const applicationId = await aFilledDraft(candidate);
  expect((await candidate.withdraw(applicationId)).state).toBe('withdrawn');
  const path = { applicationId };
  const fill = candidate.api.PATCH('/v1/applications/{applicationId}', {
    params: { path },
    body: { sections: {} },
  });
  await expect(answerOf(fill)).rejects.toMatchObject({ status: 409 });
});

it('an application that waits for its fee is withdrawn once its order is closed, and cannot be paid any more', async () => {
  const candidate = await aSignedInCandidate();
  const applicationId = await aConfirmedApplication(candidate);
  const order = await candidate.feeOrder(applicationId);
  const page = await candidate.checkout(order.id);
  await candidate.withdraw(applicationId);
  await candidate.waitForState(applicationId, 'withdrawn');
  const html = await (await fetch(page)).text();
  expect(html).not.toContain('pay-form');
  await expect(candidate.checkout(order.id)).rejects.toMatchObject({ status: 409 });
});

it('a submitted application is withdrawn, the fee is kept (R80), and no officer decides on it any more', async () => {
  const school = await School.open(addresses);
  const candidate = await aSignedInCandidate();
  const applicationId = await aSubmittedApplication(candidate);
  expect((await candidate.withdraw(applicationId)).state).toBe('withdrawn');
  await inbox.waitFor(candidate.email, /désist|retir/i);
  const [fee] = await candidate.orders(applicationId);
  expect(fee).toMatchObject({ state: 'paid' });
  const decide = school.officer.POST('/v1/applications/{applicationId}/admissibility', {
    params: { path: { applicationId } },
    body: { outcome: 'NOT_ADMISSIBLE', grounds: ['NO_ELIGIBLE_ROUTE'] },
  });
  await expect(answerOf(decide)).rejects.toMatchObject({ code: 'wrong-state' });
});
