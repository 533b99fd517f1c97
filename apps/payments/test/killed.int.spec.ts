import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { feeRequested } from '@admissions/contracts/applications';
import { getOrder, listOrders, openCheckout } from '@admissions/contracts/payments';
import { subjects, waitFor } from '@admissions/runtime/testing';
import type { Stripe } from 'stripe';
import { CARDS, payWith } from '../../../tools/stripe-emulator/test/browser.ts';
import { Bench, fee } from './bench.ts';
import { Mortal } from '../../../tools/killing/mortal.ts';

jest.setTimeout(120_000 + Number(process.env['KILLS'] ?? 0) * 10_000);

/** A campaign asks for more: `KILLS=200`. */
const leastKills = Number(process.env['KILLS'] ?? 4);
const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));
let bench: Bench;
let mortal: Mortal;
beforeAll(async () => {
  bench = await Bench.start();
  // From here on only the process that dies is on the queues.
  await bench.service.app.close();
  mortal = new Mortal('payments', { ...bench.service.env, RECONCILE_SECONDS: '2' }, seed);
  mortal.start();
});
afterAll(async () => {
  await mortal?.stop();
  await bench?.service.restart();
  await bench?.stop();
});

/** Asks again until there is an answer: the service may be dead at the moment. */
function patiently<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  return waitFor(what, () => ask().catch(() => undefined), 120_000);
}

/** A candidate who is asked for the fee and pays it, whatever it takes. */
async function candidate(): Promise<string> {
  const [applicationId, candidateId] = [`application-${randomUUID()}`, `candidate-${randomUUID()}`];
  const who = subjects.candidate(candidateId);
  const short = { deadlineMs: 2_000 };
  await bench.told({ applicationId, candidateId, programmeId: fee.programmeId });
  await bench.service.publish(feeRequested, { ...fee, applicationId, candidateId });
  const order = await patiently('the order', async () => {
    return (await bench.service.call(listOrders, { applicationId }, who, short)).items[0];
  });
  const page = await patiently('the page', () =>
    bench.service.call(openCheckout, { orderId: order.id }, who, short),
  );
  await payWith(page.url, CARDS.good, { email: 'c@example.org' });
  await patiently('the payment', async () => {
    const { state } = await bench.service.call(getOrder, { orderId: order.id }, who, short);
    return state === 'paid' ? true : undefined;
  });
  return order.id;
}

// REL-1, REL-2: nothing accepted is lost, nobody is charged twice; counted at the provider and on the exchange.
it(`killed again and again, it charges everybody once and says so (seed ${seed})`, async () => {
  let isDone = false;
  const dying = mortal.dieUntil(() => isDone, [200, 3_000]);
  const paid: string[] = [];
  while (mortal.kills < leastKills) {
    paid.push(...(await Promise.all(Array.from({ length: 8 }, candidate))));
  }
  isDone = true;
  await dying;

  const { charges, sessions } = await bench.emulator.control<{
    charges: Stripe.Charge[];
    sessions: Stripe.Checkout.Session[];
  }>('GET', 'everything');
  const successes = charges.filter(({ paid: isPaid }) => isPaid).map(({ metadata }) => metadata['order']);
  expect(successes.sort()).toEqual(paid.toSorted());
  // Each order had its page by one attempt: keys made repeats harmless.
  expect(new Set(sessions.map((one) => one.client_reference_id)).size).toBe(sessions.length);

  const numbers = new Set<string>();
  for (const orderId of paid) {
    const said = await waitFor(`the message of ${orderId}`, () => bench.said(orderId)[0], 60_000);
    // A message may come again after a crash, always under its one id and with its one content.
    expect(new Set(bench.said(orderId).map(({ id, data }) => `${id} ${data.receiptNumber}`)).size).toBe(1);
    numbers.add(said.data.receiptNumber);
  }
  const series = [...numbers].sort();
  expect(series).toHaveLength(paid.length);
  expect(series.at(-1)).toBe(`R-${new Date().getFullYear()}-${String(paid.length).padStart(6, '0')}`);
  expect(mortal.kills).toBeGreaterThanOrEqual(leastKills);
});
