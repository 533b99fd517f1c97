import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { contactChanged } from '@admissions/contracts/gateway';
import type { DataOf } from '@admissions/contracts/message';
import { orderPaid } from '@admissions/contracts/payments';
import { waitFor } from '@admissions/runtime/testing';
import { examples } from '../src/templates/examples.ts';
import { Bench } from './bench.ts';
import { Mortal } from '../../../tools/killing/mortal.ts';

/** A campaign asks for more: `KILLS=200`. */
const leastKills = Number(process.env['KILLS'] ?? 4);
jest.setTimeout(120_000 + leastKills * 10_000);
const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));
let bench: Bench;
let mortal: Mortal;
beforeAll(async () => {
  bench = await Bench.start();
  // From here on only the process that dies is on the queues.
  await bench.service.app.close();
  mortal = new Mortal('notifications', bench.service.env, seed);
  mortal.start();
});
afterAll(async () => {
  await mortal?.stop();
  await bench?.service.restart();
  await bench?.stop();
});

async function paidBySomebody(): Promise<string> {
  const person = bench.person();
  await bench.service.publish(contactChanged, person, { id: `account/${person.accountId}/1/0` });
  const paid = {
    ...examples['payment-receipt'],
    candidateId: person.accountId,
    orderId: `order-${randomUUID()}`,
  };
  await bench.service.publish(orderPaid, paid as DataOf<typeof orderPaid>);
  return person.email;
}

// REL-3 with plain SMTP: none lost; a double only where the process died between the server's "yes" and our note.
it(`killed again and again, it loses no letter and doubles at most one per kill (seed ${seed})`, async () => {
  const people: string[] = [];
  let isDone = false;
  const dying = mortal.dieUntil(() => isDone, [200, 3_000]);
  const counts = () => Promise.all(people.map(async (email) => (await bench.mails(email)).length));
  while (mortal.kills < leastKills) {
    people.push(...(await Promise.all(Array.from({ length: 6 }, paidBySomebody))));
    await waitFor('every letter', async () => (await counts()).every((count) => count > 0), 100_000);
  }
  isDone = true;
  await dying;
  const doubles = (await counts()).reduce((sum, count) => sum + count - 1, 0);
  expect(doubles).toBeLessThanOrEqual(mortal.kills);
});
