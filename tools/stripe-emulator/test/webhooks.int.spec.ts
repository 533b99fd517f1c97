import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Stripe } from 'stripe';
import { CARDS, payWith } from './browser.ts';
import { feeSession, startBench, until, WEBHOOK_SECRET, type Bench } from './emulator.ts';

const HOUR = 3_600_000;
/** What one paid session tells: intent created, charge, intent succeeded, session completed. */
const EVENTS_PER_PAYMENT = 4;

describe('webhooks (R131)', () => {
  let bench: Bench;

  beforeEach(async () => {
    bench = await startBench();
  });
  afterEach(() => bench.stop());

  type Deliveries = { pending: number; delivered: number; lost: number; abandoned: number; attempts: number };
  const deliveries = async () => (await bench.control<{ webhooks: Deliveries }>('GET', 'counts')).webhooks;

  async function payFee(): Promise<string> {
    const session = await bench.stripe.checkout.sessions.create(feeSession());
    await payWith(session.url!, CARDS.good);
    return session.id;
  }

  const eventIds = () => bench.receiver.received.map((one) => one.event.id);

  it('are signed over the raw bytes in real time, also when the business clock is elsewhere', async () => {
    bench.moveClock(-40 * 24 * HOUR);
    await payFee();
    await until('deliveries', () => bench.receiver.received.length === EVENTS_PER_PAYMENT);
    expect(bench.receiver.invalid).toEqual([]);
    const { raw, signature, event } = bench.receiver.received[0]!;
    expect(signature).toMatch(/^t=\d{10},v1=[0-9a-f]{64}$/);
    expect(event.created).toBeLessThan(Date.now() / 1000 - 39 * 24 * 3600);
    const flipped = raw.replace('"livemode": false', '"livemode": true');
    expect(() => Stripe.webhooks.constructEvent(flipped, signature, WEBHOOK_SECRET)).toThrow();
    expect(() => Stripe.webhooks.constructEvent(raw, signature, 'whsec_other')).toThrow();
  });

  it('are sent again until the endpoint says 2xx', async () => {
    bench.receiver.answers = [500, 302, 404, 500];
    await payFee();
    await until('all delivered', async () => (await deliveries()).delivered === EVENTS_PER_PAYMENT);
    const { attempts, pending } = await deliveries();
    expect({ attempts, pending }).toEqual({ attempts: EVENTS_PER_PAYMENT + 4, pending: 0 });
    expect(new Set(eventIds()).size).toBe(EVENTS_PER_PAYMENT);
    expect(eventIds()).toHaveLength(EVENTS_PER_PAYMENT + 4);
  });

  it('are given up after three days of business time, stay listed, and can be sent again', async () => {
    await bench.control('POST', 'faults', { webhooks: { failAttempts: 1000 } });
    await payFee();
    await until('a first attempt of each', async () => (await deliveries()).attempts >= EVENTS_PER_PAYMENT);
    bench.moveClock(71 * HOUR);
    const before = (await deliveries()).attempts;
    await until('more attempts', async () => (await deliveries()).attempts >= before + EVENTS_PER_PAYMENT);
    expect((await deliveries()).abandoned).toBe(0);
    bench.moveClock(73 * HOUR);
    await until('giving up', async () => (await deliveries()).abandoned === EVENTS_PER_PAYMENT);
    const missed = await bench.stripe.events.list({ delivery_success: false, limit: 100 });
    expect(missed.data).toHaveLength(EVENTS_PER_PAYMENT);
    await bench.control('DELETE', 'faults');
    await bench.control('POST', 'webhooks/resend', { all: true });
    await until('delivery', async () => (await deliveries()).delivered === EVENTS_PER_PAYMENT);
  });

  it('are lost, repeated, held back and shuffled by the switches', async () => {
    await bench.control('POST', 'faults', { webhooks: { lose: 1, copies: 3, shuffle: true, paused: true } });
    const session = await payFee();
    expect(await deliveries()).toMatchObject({ lost: 1, pending: EVENTS_PER_PAYMENT - 1, attempts: 0 });
    await bench.control('POST', 'faults', { webhooks: { paused: false } });
    await until('copies', () => bench.receiver.received.length === 3 * (EVENTS_PER_PAYMENT - 1));
    expect(new Set(eventIds()).size).toBe(EVENTS_PER_PAYMENT - 1);
    const missed = await bench.stripe.events.list({ delivery_success: false });
    expect(missed.data.map((event) => event.type)).toEqual(['payment_intent.created']);
    const [completed] = bench.receiver.ofType('checkout.session.completed', session);
    await bench.control('POST', 'webhooks/resend', { event: completed!.id });
    await until('resent', () => bench.receiver.ofType('checkout.session.completed', session).length === 6);
  });

  it('do not hold up the others when one answer is slow to come', async () => {
    await bench.control('POST', 'faults', { webhooks: { failAttempts: 1 } });
    await payFee();
    await until('the other three', () => bench.receiver.received.length >= EVENTS_PER_PAYMENT - 1);
    expect((await deliveries()).pending).toBeLessThanOrEqual(1);
  });
});
