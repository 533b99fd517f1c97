import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { waitFor } from '@admissions/runtime/testing';
import type { Stripe } from 'stripe';
import { CARDS, payWith } from '../../../tools/stripe-emulator/test/browser.ts';
import { balance } from '../src/domain/ledger.ts';
import { Bench } from './bench.ts';

interface Everything {
  charges: Stripe.Charge[];
  refunds: Stripe.Refund[];
  disputes: Stripe.Dispute[];
}

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(async () => bench?.stop());

/** What the provider holds of each order’s money, from its own books. */
function heldByOrder({ charges, refunds, disputes }: Everything): Map<string, number> {
  const held = new Map<string, number>();
  const orderOf = new Map(charges.map((charge) => [charge.id, charge.metadata['order'] as string]));
  const add = (charge: string, cents: number) => {
    const order = orderOf.get(charge) as string;
    held.set(order, (held.get(order) ?? 0) + cents);
  };
  for (const charge of charges) if (charge.paid) add(charge.id, charge.amount);
  for (const refund of refunds) if (refund.status !== 'failed') add(refund.charge as string, -refund.amount);
  for (const dispute of disputes)
    if (dispute.status !== 'won') add(dispute.charge as string, -dispute.amount);
  return held;
}

// REL-17: webhooks three times each, shuffled, some never delivered; the books are compared from outside.
it('after reconciliation every order owes what the provider does not hold, and said "paid" once', async () => {
  await bench.faults({ webhooks: { copies: 3, shuffle: true, delayMs: 20, lose: 12 } });
  const cards = [CARDS.good, CARDS.declined, CARDS.disputed, CARDS.good, CARDS.insufficient];
  const orders = await Promise.all(Array.from({ length: 20 }, () => bench.order()));
  await Promise.all(
    orders.map(async (order, index) => {
      const { url } = await bench.patientCheckout(order);
      await payWith(url, cards[index % cards.length] as string, { email: 'c@example.org' });
      // Some look again, from their second window, at the same time.
      if (index % 3 === 0) await bench.checkout(order).catch(() => undefined);
    }),
  );
  const disputed = orders.filter((_, index) => index % cards.length === 2);
  const everything = () => bench.emulator.control<Everything>('GET', 'everything');
  await waitFor('the disputes', async () => (await everything()).disputes.length === disputed.length, 20_000);

  await bench.reconcile();
  await waitFor('the books to be the same', async () => {
    const held = heldByOrder(await everything());
    const stored = await Promise.all(orders.map(({ id }) => bench.stored(id)));
    return stored.every((order) => balance(order.ledger) === 8000 - (held.get(order.id) ?? 0));
  });

  const { charges } = await everything();
  for (const order of orders) {
    const successes = charges.filter((charge) => charge.paid && charge.metadata['order'] === order.id);
    expect(successes.length).toBeLessThanOrEqual(1);
    await waitFor('the message', () => bench.said(order.id).length >= successes.length);
    expect(bench.said(order.id)).toHaveLength(successes.length);
    const state = (await bench.stored(order.id)).state;
    expect(state).toBe(successes.length === 0 ? 'open' : disputed.includes(order) ? 'disputed' : 'paid');
  }
  // The window was hit: events were lost, and events came more than once.
  const { webhooks } = await bench.emulator.control<{ webhooks: { lost: number; attempts: number } }>(
    'GET',
    'counts',
  );
  expect(webhooks.lost).toBe(12);
  expect(bench.received.length).toBeGreaterThan(new Set(bench.received.map(({ eventId }) => eventId)).size);
});
