import { expect, it } from '@jest/globals';
import { ApiProblem, answerOf, until } from '../tools/client/api.ts';
import { staffMember } from '../tools/client/staff.ts';
import { aConfirmedApplication, addresses, anOpenIntake, aSignedInCandidate } from './support.ts';

it('another candidate, and staff before payment, are told that there is nothing (R15)', async () => {
  const candidate = await aSignedInCandidate();
  const applicationId = await aConfirmedApplication(candidate);
  const order = await candidate.feeOrder(applicationId);
  const { items } = await answerOf(
    candidate.api.GET('/v1/applications/{applicationId}/documents', { params: { path: { applicationId } } }),
  );
  const documentId = items[0]!.id;

  const other = await aSignedInCandidate('Dominique Exemple');
  const officer = await staffMember(addresses, 'officer');
  for (const { api } of [other, { api: officer }]) {
    const answers = await Promise.all([
      api.GET('/v1/applications/{applicationId}', { params: { path: { applicationId } } }),
      api.GET('/v1/applications/{applicationId}/documents', { params: { path: { applicationId } } }),
      api.GET('/v1/documents/{documentId}', { params: { path: { documentId } } }),
      api.POST('/v1/documents/{documentId}/links', { params: { path: { documentId } } }),
    ]);
    expect(answers.map(({ response }) => response.status)).toEqual([404, 404, 404, 404]);
    expect(JSON.stringify(answers.map(({ error }) => error))).not.toContain(candidate.email);
  }
  const orders = await Promise.all([
    other.api.GET('/v1/orders/{orderId}', { params: { path: { orderId: order.id } } }),
    other.api.POST('/v1/orders/{orderId}/checkout', { params: { path: { orderId: order.id } } }),
    other.api.GET('/v1/applications/{applicationId}/orders', { params: { path: { applicationId } } }),
    other.api.PATCH('/v1/applications/{applicationId}', {
      params: { path: { applicationId } },
      body: { sections: {} },
    }),
  ]);
  expect(orders.map(({ response }) => response.status)).toEqual([404, 404, 404, 404]);

  const { items: queue } = await answerOf(officer.GET('/v1/queue', { params: { query: { limit: 100 } } }));
  expect(queue.map(({ id }) => id)).not.toContain(applicationId);
});

it('a draft has no orders for its candidate, and does not exist for another', async () => {
  const candidate = await aSignedInCandidate();
  const other = await aSignedInCandidate('Dominique Exemple');
  const applicationId = await candidate.apply(await anOpenIntake(candidate));
  const orders = await until('the draft where orders are kept', () =>
    candidate.orders(applicationId).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.code === 'not-found') return undefined;
      throw error;
    }),
  );
  expect(orders).toEqual([]);
  const foreign = await other.api.GET('/v1/applications/{applicationId}/orders', {
    params: { path: { applicationId } },
  });
  expect(foreign.response.status).toBe(404);
});
