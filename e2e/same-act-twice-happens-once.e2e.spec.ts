import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { answerOf } from '../tools/client/api.ts';
import { anOpenIntake, aSignedInCandidate } from './support.ts';

it('twenty identical requests with one key make one application; another key for the same intake is refused (R14)', async () => {
  const candidate = await aSignedInCandidate();
  const intakeId = await anOpenIntake(candidate);
  const headers = { 'idempotency-key': randomUUID() };

  const ids = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const { applicationId } = await answerOf(
        candidate.api.POST('/v1/applications', { body: { intakeId }, headers }),
      );
      return applicationId;
    }),
  );
  expect(new Set(ids).size).toBe(1);

  const again = candidate.api.POST('/v1/applications', { body: { intakeId } });
  await expect(answerOf(again)).rejects.toMatchObject({ code: 'application-exists' });
  const { items } = await answerOf(candidate.api.GET('/v1/applications'));
  expect(items).toHaveLength(1);

  const { items: programmes } = await answerOf(candidate.api.GET('/v1/programmes'));
  const other = programmes
    .flatMap(({ intakes }) => intakes)
    .find(({ id, isOpen }) => isOpen && id !== intakeId)!;
  const reused = candidate.api.POST('/v1/applications', { body: { intakeId: other.id }, headers });
  await expect(answerOf(reused)).rejects.toMatchObject({ code: 'idempotency-key-reused', status: 422 });
});
