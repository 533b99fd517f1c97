import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { feeRequested } from '@admissions/contracts/applications';
import { listOrders } from '@admissions/contracts/payments';
import { subjects, waitFor } from '@admissions/runtime/testing';
import { Stripe } from 'stripe';
import { CARDS, payWith } from '../../../tools/stripe-emulator/test/browser.ts';
import { sdk } from '../../../tools/stripe-emulator/test/emulator.ts';
import { balance } from '../src/domain/ledger.ts';
import type { Order } from '../src/domain/order.ts';
import { RefundSurplus } from '../src/following/refund-surplus.ts';
import { Bench, fee } from './bench.ts';

let bench: Bench;
let stripe: Stripe;
beforeAll(async () => {
  bench = await Bench.start();
  stripe = sdk(bench.emulator.emulator.port);
});
afterEach(async () => {
  bench.webhooks = true;
  await bench.emulator.control('DELETE', 'faults');
});
afterAll(async () => bench?.stop());

const isPaid = ({ state }: Order) => state === 'paid';
const good = (url: string, card = CARDS.good) => payWith(url, card, { email: 'c@example.org' });

/** Pays an order and gives it when the platform knows. */
async function paidOrder(card = CARDS.good): Promise<Order> {
  const order = await bench.order();
  await good((await bench.checkout(order)).url, card);
  return bench.until('payment', order.id, isPaid);
}

/** A session that somebody made for an order, beside ours or in its place, and paid. */
async function strangeSession(orderId: string, attempt: string, cents: number): Promise<string> {
  const metadata = { order: orderId, attempt };
  const session = await stripe.checkout.sessions.create({
    mode: 'payment',
    client_reference_id: orderId,
    metadata,
    payment_intent_data: { metadata },
    line_items: [
      { quantity: 1, price_data: { currency: 'eur', unit_amount: cents, product_data: { name: 'Frais' } } },
    ],
    success_url: 'http://127.0.0.1:9/merci',
  });
  await good(session.url!);
  return session.id;
}

describe('a requested fee', () => {
  it('makes one order of the amount that was asked for (R78)', async () => {
    const order = await bench.order({ amount: { amount: 9500, currency: 'EUR' } });
    expect(order).toMatchObject({
      state: 'open',
      stateLabel: 'À payer',
      amount: { amount: 9500 },
      product: 'APPLICATION_FEE',
    });
  });

  it('asked for twice, under one id or two, makes one order', async () => {
    const order = await bench.order();
    const again = { ...fee, applicationId: order.applicationId, candidateId: order.candidateId };
    await bench.service.publish(feeRequested, again, { id: 'application/x/9/0' });
    await bench.service.publish(feeRequested, again, { id: 'application/x/9/0' });
    await bench.service.publish(feeRequested, { ...again, amount: { amount: 1, currency: 'EUR' } });
    await waitFor('the queue to be empty', async () => (await bench.order()).id);
    const { items } = await bench.service.call(
      listOrders,
      { applicationId: order.applicationId },
      subjects.candidate(order.candidateId),
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ amount: { amount: 8000 } });
    expect(await bench.revisions(order.id)).toEqual(['open-order']);
  });
});

describe('events of the provider', () => {
  it('twice, three times and shuffled give the same as once', async () => {
    bench.webhooks = false;
    const order = await bench.order();
    const known = bench.received.length;
    await good((await bench.checkout(order)).url);
    await waitFor('the webhooks', () => bench.received.length >= known + 4);
    const events = bench.received.slice(known);
    const shuffled = [...events, ...events.toReversed(), ...events];
    await Promise.all(shuffled.map((event, index) => bench.event(event, `-${index % 2}`)));
    const paid = await bench.until('payment', order.id, isPaid);
    await waitFor('the queue to be empty', async () => (await bench.order()).id);
    expect(await bench.saidOf(order.id)).toHaveLength(1);
    expect(paid.ledger).toHaveLength(2);
    expect(await bench.revisions(order.id)).toEqual([
      'open-order',
      'start-attempt',
      'record-session',
      'settle',
    ]);
  });

  it('of objects that are not ours, of no interest or unknown change nothing', async () => {
    const session = await strangeSession('order-of-another-platform', 'x:1', 8000);
    const strange = {
      createdAt: new Date().toISOString(),
      type: 'checkout.session.completed',
      objectType: 'checkout.session',
    };
    await bench.event({ ...strange, eventId: 'evt_other', objectId: session });
    await bench.event({ ...strange, eventId: 'evt_unknown', objectId: 'cs_test_unknown' });
    await bench.event({ ...strange, eventId: 'evt_type', type: 'invoice.paid', objectId: 'in_1' });
    const order = await paidOrder();
    expect(await bench.saidOf(order.id)).toHaveLength(1);
    const { inbox } = bench.service.store;
    for (const id of ['evt_other', 'evt_unknown', 'evt_type']) {
      expect(await waitFor(id, () => inbox.seen('follow-provider-event', id))).toBe('done');
    }
  });

  it('that claim a payment are not believed: the provider is asked', async () => {
    const order = await bench.order();
    await bench.checkout(order);
    const sessionId = (await bench.stored(order.id)).attempts[0]!.session!.id;
    const claim = { type: 'checkout.session.completed', objectType: 'checkout.session', objectId: sessionId };
    await bench.event({ ...claim, eventId: 'evt_claim', createdAt: new Date().toISOString() });
    await waitFor('the claim', () => bench.service.store.inbox.seen('follow-provider-event', 'evt_claim'));
    await paidOrder();
    expect((await bench.stored(order.id)).state).toBe('open');
  });

  it('are followed when the provider answers again', async () => {
    const order = await bench.order();
    const { url } = await bench.checkout(order);
    await bench.faults({ api: [{ times: 6, when: 'before', act: 'cut', method: 'GET' }] });
    await good(url);
    await bench.until('payment', order.id, isPaid);
  });
});

describe('money that does not fit', () => {
  it('of another amount never pays the order: recorded, state unchanged, no further page', async () => {
    const order = await bench.order();
    // Somebody made a cheaper session under the key of our attempt, before us.
    await bench.faults({ api: [{ times: 10, when: 'before', act: 'cut', method: 'POST' }] });
    await bench.checkout(order).catch(() => undefined);
    await bench.emulator.control('DELETE', 'faults');
    const session = await strangeSession(order.id, `${order.id}:1`, 100);
    const seen = await bench.until('the anomaly', order.id, ({ anomalies }) => anomalies.length > 0);
    expect(seen).toMatchObject({ state: 'open', anomalies: [{ kind: 'amount-mismatch', ref: session }] });
    expect(bench.said(order.id)).toHaveLength(0);
    await expect(bench.checkout(order)).rejects.toMatchObject({ problem: { code: 'order-not-payable' } });
    expect((await bench.reconcile()).failed).toBe(0);
    expect((await bench.stored(order.id)).anomalies).toHaveLength(1);
  });

  it('by a session that we did not start is recorded and pays nothing', async () => {
    const order = await bench.order();
    await strangeSession(order.id, 'not-ours', 8000);
    const seen = await bench.until('the anomaly', order.id, ({ anomalies }) => anomalies.length > 0);
    expect(seen).toMatchObject({ state: 'open', anomalies: [{ kind: 'unknown-attempt' }] });
  });
});

describe('a second successful charge (R134)', () => {
  /** Two attempts of one order, both paid: the first page was lost sight of, then both were used. */
  async function paidTwice(card = CARDS.good): Promise<Order> {
    const order = await bench.order();
    await good((await bench.checkout(order)).url);
    const paid = await bench.until('payment', order.id, isPaid);
    const store = bench.service.app.get((await import('../src/store/order.store.ts')).OrderStore);
    const act = { name: 'test', by: 'test', correlationId: 'test', cause: { id: 'second', fingerprint: '' } };
    await store.streams.change(order.id, act, (current) => ({
      state: {
        ...current!.state,
        attempts: [...current!.state.attempts, { ...current!.state.attempts[0]!, key: `${order.id}:2` }],
      },
    }));
    const metadata = { order: order.id, attempt: `${order.id}:2` };
    const session = await stripe.checkout.sessions.create({
      mode: 'payment',
      client_reference_id: order.id,
      metadata,
      line_items: [
        { quantity: 1, price_data: { currency: 'eur', unit_amount: 8000, product_data: { name: 'Frais' } } },
      ],
      success_url: 'http://127.0.0.1:9/merci',
    });
    await good(session.url!, card);
    return paid;
  }

  it('is refunded in full, once, and the order stays paid', async () => {
    const before = await bench.counts();
    const order = await paidTwice();
    const settled = await bench.until(
      'the refund',
      order.id,
      ({ surplus }) => surplus[0]?.refunds[0]?.status === 'succeeded',
    );
    expect(settled).toMatchObject({ state: 'paid', surplus: [{ refunds: [{ amount: 8000 }] }] });
    expect(balance(settled.ledger)).toBe(0);
    await bench.reconcile();
    expect((await bench.counts()).refunds.succeeded).toBe(before.refunds.succeeded + 1);
    expect(await bench.saidOf(order.id)).toHaveLength(1);
  });

  it('is refunded once when the provider fails after the refund', async () => {
    const before = await bench.counts();
    await bench.faults({
      api: [{ times: 2, when: 'after', act: 'cut', method: 'POST', path: '/v1/refunds' }],
    });
    const order = await paidTwice();
    await bench.until('the refund', order.id, ({ surplus }) => surplus[0]?.refunds.length === 1);
    expect((await bench.counts()).refunds.succeeded).toBe(before.refunds.succeeded + 1);
  });

  it('is refunded after a dispute that came between our look and our refund, once it is won (R133)', async () => {
    const before = await bench.counts();
    const refunds = { method: 'POST', path: '/v1/refunds' };
    await bench.faults({ api: [{ times: 1_000, when: 'before', act: 'cut', ...refunds }] });
    const { id } = await paidTwice();
    const looked = await bench.until('the surplus', id, ({ surplus }) => surplus.length === 1);
    await bench.emulator.control('POST', `charges/${looked.surplus[0]!.chargeId}/dispute`);
    const held = await bench.until('the dispute', id, ({ surplus }) => surplus[0]?.dispute !== undefined);
    await bench.emulator.control('DELETE', 'faults');
    // The order as it was looked at before the dispute: the provider refuses now, and repeats it to whoever repeats the key.
    const act = { name: 'test', by: 'test', correlationId: 'test', cause: { id: 'late', fingerprint: '' } };
    await bench.service.app.get(RefundSurplus).run(looked, act);
    expect((await bench.stored(id)).surplus).toMatchObject([{ refunds: [], dispute: { status: 'open' } }]);

    const { dispute } = held.surplus[0]!;
    await bench.emulator.control('POST', `disputes/${dispute!.id}/close`, { outcome: 'won' });
    const settled = await bench.until('the refund', id, ({ surplus }) => surplus[0]?.refunds.length === 1);
    expect(settled.surplus[0]).not.toHaveProperty('refundRefused');
    expect(balance(settled.ledger)).toBe(0);
    await bench.reconcile();
    expect((await bench.counts()).refunds.succeeded).toBe(before.refunds.succeeded + 1);
  });

  it('goes to a person when the bank returns the refund (R132)', async () => {
    const order = await paidTwice(CARDS.refundFails);
    const settled = await bench.until(
      'the return',
      order.id,
      ({ surplus }) => surplus[0]?.refunds[0]?.status === 'failed',
    );
    expect(balance(settled.ledger)).toBe(-8000);
    expect(settled.surplus).toHaveLength(1);
  });
});

describe('a dispute (R133)', () => {
  it('marks the order, and winning it marks it paid again', async () => {
    const order = await paidOrder();
    const { chargeId } = (order as Extract<Order, { state: 'paid' }>).payment;
    await bench.emulator.control('POST', `charges/${chargeId}/dispute`);
    const disputed = await bench.until('the dispute', order.id, ({ state }) => state === 'disputed');
    expect(balance(disputed.ledger)).toBe(8000);
    const { id } = (disputed as Extract<Order, { state: 'disputed' }>).payment.dispute!;
    await bench.emulator.control('POST', `disputes/${id}/close`, { outcome: 'won' });
    const won = await bench.until('the victory', order.id, isPaid);
    expect(balance(won.ledger)).toBe(0);
    expect(await bench.saidOf(order.id)).toHaveLength(1);
  });
});

describe('receipt numbers (R106)', () => {
  it('have no gap and no double when many orders are paid at once', async () => {
    const numbers = new Set<number>();
    const orders = await Promise.all(Array.from({ length: 8 }, () => paidOrder()));
    for (const order of orders)
      numbers.add(Number((order as Extract<Order, { state: 'paid' }>).receiptNumber.slice(-6)));
    const sorted = [...numbers].sort((a, b) => a - b);
    expect(sorted).toHaveLength(8);
    expect(sorted.at(-1)! - sorted[0]!).toBe(7);
  });
});
