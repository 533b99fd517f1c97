import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { getOrder, paymentReturn, paymentReturnPath, paymentReturnUrl } from '@admissions/contracts/payments';
import { subjects, waitFor } from '@admissions/runtime/testing';
import { CARDS, open, payWith, submit } from '../../../tools/stripe-emulator/test/browser.ts';
import { balance } from '../src/domain/ledger.ts';
import { PaperNumbers } from '../src/following/numbers.ts';
import { Bench } from './bench.ts';

const hour = 3_600_000;
let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterEach(async () => {
  bench.webhooks = true;
  bench.moveTo(0);
  await bench.emulator.control('DELETE', 'faults');
});
afterAll(async () => bench?.stop());

const unavailable = { problem: { code: 'payment-provider-unavailable', retryAfter: expect.any(Number) } };

describe('paying on the provider’s page', () => {
  it('makes the order paid once, with a receipt, and says so once', async () => {
    const order = await bench.order();
    const { url, expiresAt } = await bench.checkout(order);
    expect(Date.parse(expiresAt)).toBeGreaterThan(bench.service.clock.now().getTime() + 23 * hour);
    const back = await payWith(url, CARDS.good, { email: 'candidate@example.org' });
    expect(back.location).toBe(paymentReturnUrl('http://localhost', order.id, 'paid'));

    const paid = await bench.until('payment', order.id, ({ state }) => state === 'paid');
    expect(paid).toMatchObject({
      receiptNumber: expect.stringMatching(/^R-\d{4}-\d{6}$/),
      payment: { last4: '4242' },
    });
    expect(balance(paid.ledger)).toBe(0);
    const said = await waitFor('the message', () => bench.said(order.id)[0]);
    expect(said.data).toMatchObject({ means: 'Visa •••• 4242', amount: { amount: 8000, currency: 'EUR' } });
    const view = await bench.service.call(
      getOrder,
      { orderId: order.id },
      subjects.candidate(order.candidateId),
    );
    expect(view).toMatchObject({ state: 'paid', stateLabel: 'Payé', receiptNumber: said.data.receiptNumber });
    await expect(bench.checkout(order)).rejects.toMatchObject({ problem: { code: 'order-already-paid' } });
  });

  it('leaves the order open when the card is declined, and the same page takes the next card', async () => {
    const order = await bench.order();
    const { url } = await bench.checkout(order);
    expect((await payWith(url, CARDS.declined, { email: 'c@example.org' })).status).toBe(402);
    expect((await bench.checkout(order)).url).toBe(url);
    expect((await bench.stored(order.id)).state).toBe('open');
    await payWith(url, CARDS.good, { email: 'c@example.org' });
    await bench.until('payment', order.id, ({ state }) => state === 'paid');
    await waitFor('the message', () => bench.said(order.id).length === 1);
  });

  it('sends who leaves without paying to the page that says so, and the order stays open', async () => {
    const order = await bench.order();
    const { url } = await bench.checkout(order);
    const left = new URL((await submit(await open(url), 'cancel-form', {})).location!);
    expect(left.pathname).toBe(paymentReturnPath);
    const told = paymentReturn.parse(Object.fromEntries(left.searchParams));
    expect(told).toEqual({ order: order.id, outcome: 'cancelled' });
    expect((await bench.checkout(order)).url).toBe(url);
  });

  it('gives the same page again, to one request or to ten at once', async () => {
    const order = await bench.order();
    const before = await bench.counts();
    const pages = await Promise.all(Array.from({ length: 10 }, () => bench.checkout(order)));
    pages.push(await bench.checkout(order));
    expect(new Set(pages.map(({ url }) => url)).size).toBe(1);
    expect((await bench.counts()).sessions.open).toBe(before.sessions.open + 1);
    expect((await bench.stored(order.id)).attempts).toHaveLength(1);
  });

  it('gives another page when the last one has expired (R129), and the old one cannot be paid any more', async () => {
    const order = await bench.order();
    const first = await bench.checkout(order);
    bench.moveTo(25 * hour);
    const second = await bench.checkout(order);
    expect(second.url).not.toBe(first.url);
    expect((await payWith(first.url, CARDS.good)).status).toBe(410);
    expect((await bench.stored(order.id)).attempts.map(({ ended }) => ended)).toEqual(['expired', undefined]);
  });

  it('replaces a page that is about to end, and leaves none behind to pay by', async () => {
    const order = await bench.order();
    const first = await bench.checkout(order);
    bench.moveTo(23 * hour + 47 * 60_000);
    const second = await bench.checkout(order);
    expect(second.url).not.toBe(first.url);
    expect((await payWith(first.url, CARDS.good)).status).toBe(410);
    await payWith(second.url, CARDS.good, { email: 'c@example.org' });
    await bench.until('payment', order.id, ({ state }) => state === 'paid');
  });

  it('keeps the receipt number of an order that was interrupted before it was paid (R106)', async () => {
    const order = await bench.order();
    const paidAt = new Date().toISOString();
    const number = await bench.service.app.get(PaperNumbers).of('receipt', order.id, paidAt, 'test');
    await payWith((await bench.checkout(order)).url, CARDS.good, { email: 'c@example.org' });
    const paid = await bench.until('payment', order.id, ({ state }) => state === 'paid');
    expect(paid).toMatchObject({ receiptNumber: number });
  });

  it('knows that a page was paid although no webhook came', async () => {
    bench.webhooks = false;
    const order = await bench.order();
    const { url } = await bench.checkout(order);
    await payWith(url, CARDS.good, { email: 'c@example.org' });
    await expect(bench.checkout(order)).rejects.toMatchObject({ problem: { code: 'order-already-paid' } });
    expect((await bench.stored(order.id)).state).toBe('paid');
  });
});

describe('access to the checkout', () => {
  it('is for the candidate whose order it is; for anybody else there is nothing', async () => {
    const order = await bench.order();
    const other = { id: order.id, candidateId: 'candidate-2' };
    await expect(bench.checkout(other)).rejects.toMatchObject({ problem: { code: 'not-found' } });
    const unknown = { id: 'order-unknown', candidateId: order.candidateId };
    await expect(bench.checkout(unknown)).rejects.toMatchObject({ problem: { code: 'not-found' } });
  });
});

describe('when the provider fails', () => {
  it('is down: 503 with nothing half done, and the same key succeeds later with one session', async () => {
    const order = await bench.order();
    await bench.faults({ api: [{ times: 100, when: 'before', act: 'cut' }] });
    await expect(bench.checkout(order, { key: 'same' })).rejects.toMatchObject(unavailable);
    await bench.emulator.control('DELETE', 'faults');
    const { url } = await bench.checkout(order, { key: 'same' });
    expect((await bench.checkout(order, { key: 'same' })).url).toBe(url);
    expect((await bench.stored(order.id)).attempts).toHaveLength(1);
  });

  it('hangs: 503 in time', async () => {
    const order = await bench.order();
    await bench.faults({ api: [{ times: 100, when: 'before', act: 'hang' }] });
    const start = performance.now();
    await expect(bench.checkout(order, { deadlineMs: 6_000 })).rejects.toMatchObject(unavailable);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('hangs for a caller in a hurry: 503 before the caller gives up', async () => {
    const order = await bench.order();
    await bench.faults({ api: [{ times: 100, when: 'before', act: 'hang' }] });
    await expect(bench.checkout(order, { deadlineMs: 2_500 })).rejects.toMatchObject(unavailable);
  });

  it.each([
    ['the answer is lost', { times: 2, when: 'after', act: 'cut', method: 'POST' }],
    [
      'it says 500 after the effect, for ever under this key',
      { times: 1, when: 'after', act: 'fail', method: 'POST' },
    ],
  ])('%s: no second session', async (_what, fault) => {
    const order = await bench.order();
    const before = await bench.counts();
    await bench.faults({ api: [fault] });
    await bench.checkout(order).catch(() => undefined);
    await bench.emulator.control('DELETE', 'faults');
    const { url } = await bench.checkout(order);
    expect((await bench.counts()).sessions.open).toBe(before.sessions.open + 1);
    await payWith(url, CARDS.good, { email: 'c@example.org' });
    await bench.until('payment', order.id, ({ state }) => state === 'paid');
  });

  it('says 500 without an effect: the next try has a key of its own', async () => {
    const order = await bench.order();
    await bench.faults({ api: [{ times: 10, when: 'before', act: 'fail', method: 'POST' }] });
    await bench.checkout(order).catch(() => undefined);
    await bench.emulator.control('DELETE', 'faults');
    expect((await bench.checkout(order)).url).toMatch(/^http/);
  });

  it('never sends an unanswered attempt again after 23 hours, but looks it up (R130)', async () => {
    const order = await bench.order();
    await bench.faults({ api: [{ times: 2, when: 'after', act: 'cut', method: 'POST' }] });
    await expect(bench.checkout(order)).rejects.toMatchObject(unavailable);
    await bench.emulator.control('DELETE', 'faults');
    const { sessions } = await bench.counts();
    bench.moveTo(23.5 * hour);
    const { url } = await bench.checkout(order);
    expect((await bench.counts()).sessions.open).toBe(sessions.open);
    await payWith(url, CARDS.good, { email: 'c@example.org' });
    await bench.until('payment', order.id, ({ state }) => state === 'paid');
  });

  it('does not hold back those who only read', async () => {
    const orders = await Promise.all(Array.from({ length: 24 }, () => bench.order()));
    await bench.faults({ api: [{ times: 1000, when: 'before', act: 'hang' }] });
    const hanging = orders.map((order) => bench.checkout(order).catch((error: unknown) => error));
    const start = performance.now();
    const [first] = orders;
    await bench.service.call(getOrder, { orderId: first!.id }, subjects.candidate(first!.candidateId));
    expect(performance.now() - start).toBeLessThan(1_000);
    await Promise.all(hanging);
  });
});
