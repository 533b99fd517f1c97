import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@admissions/runtime/testing';
import { CARDS, payWith } from '../../../tools/stripe-emulator/test/browser.ts';
import type { Order } from '../src/domain/order.ts';
import { Bench } from './bench.ts';

const hour = 3_600_000;
let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterEach(async () => {
  bench.moveTo(0);
  await bench.emulator.control('DELETE', 'faults');
});
afterAll(async () => bench?.stop());

const pay = (url: string, card = CARDS.good) => payWith(url, card, { email: 'c@example.org' });
const isPaid = ({ state }: Order) => state === 'paid';

describe('reconciliation (REL-17)', () => {
  it('finds a payment whose webhook never came', async () => {
    bench.webhooks = false;
    const order = await bench.order();
    await pay((await bench.checkout(order)).url);
    expect((await bench.stored(order.id)).state).toBe('open');
    expect(await bench.reconcile()).toMatchObject({ failed: 0 });
    expect(isPaid(await bench.stored(order.id))).toBe(true);
    await waitFor('the message', () => bench.said(order.id).length === 1);
    await bench.reconcile();
    expect(await bench.saidOf(order.id)).toHaveLength(1);
  });

  it('by two replicas at once, while the webhook comes too, pays once', async () => {
    bench.webhooks = true;
    const order = await bench.order();
    await pay((await bench.checkout(order)).url);
    await Promise.all([bench.reconcile(), bench.reconcile(), bench.reconcile()]);
    await bench.until('payment', order.id, isPaid);
    await waitFor('the message', () => bench.said(order.id).length > 0);
    await bench.reconcile();
    expect(await bench.saidOf(order.id)).toHaveLength(1);
  });

  it('finds a payment by a session whose answer was lost', async () => {
    bench.webhooks = false;
    const order = await bench.order();
    await bench.faults({ api: [{ times: 2, when: 'after', act: 'cut', method: 'POST' }] });
    await bench.checkout(order).catch(() => undefined);
    await bench.emulator.control('DELETE', 'faults');
    const { sessions } = await bench.emulator.control<{
      sessions: { client_reference_id: string; url: string }[];
    }>('GET', 'everything');
    await pay(sessions.find((one) => one.client_reference_id === order.id)!.url);
    bench.moveTo(0.1 * hour);
    await bench.reconcile();
    expect(isPaid(await bench.stored(order.id))).toBe(true);
  });

  it('finds a dispute whose webhooks were lost', async () => {
    bench.webhooks = true;
    const order = await bench.order();
    await pay((await bench.checkout(order)).url);
    const paid = await bench.until('payment', order.id, isPaid);
    await bench.faults({ webhooks: { lose: 10 } });
    await bench.emulator.control(
      'POST',
      `charges/${(paid as { payment: { chargeId: string } }).payment.chargeId}/dispute`,
    );
    await bench.reconcile();
    expect((await bench.stored(order.id)).state).toBe('disputed');
  });

  it('ends expired attempts, and asks no more of them', async () => {
    bench.webhooks = false;
    const order = await bench.order();
    await bench.checkout(order);
    bench.moveTo(25 * hour);
    await bench.reconcile();
    expect((await bench.stored(order.id)).attempts[0]!.ended).toBe('expired');
    expect((await bench.reconcile()).orders).toBe(0);
  });

  it('goes on with the others when one order cannot be asked about', async () => {
    bench.webhooks = false;
    const orders = [await bench.order(), await bench.order()];
    for (const order of orders) await pay((await bench.checkout(order)).url);
    const sessionId = (await bench.stored(orders[0]!.id)).attempts[0]!.session!.id;
    const path = `/v1/checkout/sessions/${sessionId}`;
    await bench.faults({ api: [{ times: 2, when: 'before', act: 'cut', method: 'GET', path }] });
    expect((await bench.reconcile()).failed).toBe(1);
    expect(isPaid(await bench.stored(orders[1]!.id))).toBe(true);
    await bench.reconcile();
    for (const order of orders) expect(isPaid(await bench.stored(order.id))).toBe(true);
  });
});
