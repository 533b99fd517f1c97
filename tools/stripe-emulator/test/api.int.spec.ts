import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Stripe } from 'stripe';
import { CARDS, payWith } from './browser.ts';
import { feeSession, sdk, SECRET_KEY, startBench, until, type Bench } from './emulator.ts';

const HOUR = 3_600_000;

describe('idempotency, lists, events and faults', () => {
  let bench: Bench;
  let stripe: Stripe;

  beforeAll(async () => {
    bench = await startBench();
    ({ stripe } = bench);
  });
  afterAll(() => bench.stop());

  type Counts = { repeatsAbsorbed: number; refunds: { succeeded: number }; charges: { succeeded: number } };
  const counts = () => bench.control<Counts>('GET', 'counts');
  const create = (key: string, more = {}) =>
    stripe.checkout.sessions.create(feeSession(more), { idempotencyKey: key });

  async function paidCharge(): Promise<string> {
    const session = await stripe.checkout.sessions.create(feeSession());
    await payWith(session.url!, CARDS.good);
    const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
    return (paid.payment_intent as Stripe.PaymentIntent).latest_charge as string;
  }

  function raw(
    path: string,
    init: RequestInit & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const headers = { authorization: `Bearer ${SECRET_KEY}`, ...init.headers };
    return fetch(`${bench.emulator.url}${path}`, { ...init, headers });
  }

  describe('Idempotency-Key (R130)', () => {
    it('replays status and body, says so, and counts the repeat', async () => {
      const before = (await counts()).repeatsAbsorbed;
      const first = await create('key-1');
      const second = await create('key-1');
      expect(second).toEqual(first);
      expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
      expect(second.lastResponse.headers).toMatchObject({
        'idempotent-replayed': 'true',
        'original-request': first.lastResponse.requestId,
      });
      expect((await counts()).repeatsAbsorbed).toBe(before + 1);
    });

    it('refuses the key for other parameters and for another endpoint', async () => {
      await create('key-2');
      const other = { type: 'StripeIdempotencyError', statusCode: 400, rawType: 'idempotency_error' };
      await expect(create('key-2', { client_reference_id: 'order-2' })).rejects.toMatchObject(other);
      const charge = await paidCharge();
      await expect(stripe.refunds.create({ charge }, { idempotencyKey: 'key-2' })).rejects.toMatchObject(
        other,
      );
      expect((await stripe.charges.retrieve(charge)).amount_refunded).toBe(0);
    });

    it('does one thing for fifty requests at once: the others wait or get the same answer', async () => {
      const charge = await paidCharge();
      const before = await counts();
      const all = await Promise.allSettled(
        Array.from({ length: 50 }, () =>
          stripe.refunds.create({ charge, amount: 100 }, { idempotencyKey: 'key-50' }),
        ),
      );
      const ids = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
      expect(new Set(ids).size).toBe(1);
      expect((await counts()).refunds.succeeded).toBe(before.refunds.succeeded + 1);
    });

    it('says 409 while the first request is still worked on', async () => {
      await bench.control('POST', 'faults', {
        api: [{ times: 1, when: 'before', act: 'delay', delayMs: 400 }],
      });
      const first = create('key-409');
      await until('the first to be at work', async () => {
        const faults = await bench.control<{ api: unknown[] }>('GET', 'faults');
        return faults.api.length === 0;
      });
      await expect(create('key-409')).rejects.toMatchObject({
        statusCode: 409,
        code: 'idempotency_key_in_use',
      });
      const { id } = await first;
      expect((await create('key-409')).id).toBe(id);
    });

    it('keeps a refusal by the state of things, but not a malformed request', async () => {
      const charge = await paidCharge();
      const tooMuch = () => stripe.refunds.create({ charge, amount: 9_000 }, { idempotencyKey: 'key-kept' });
      await expect(tooMuch()).rejects.toMatchObject({ statusCode: 400 });
      const again = (await tooMuch().catch((error: unknown) => error)) as Stripe.errors.StripeError;
      expect(again.headers).toMatchObject({ 'idempotent-replayed': 'true' });
      await expect(create('key-form', { success_url: 'x' })).rejects.toMatchObject({ param: 'success_url' });
      expect((await create('key-form')).object).toBe('checkout.session');
    });

    it('forgets the key after 24 hours: the same key is then a new request', async () => {
      const first = await create('key-old');
      bench.moveClock(23 * HOUR);
      expect((await create('key-old')).id).toBe(first.id);
      bench.moveClock(25 * HOUR);
      expect((await create('key-old')).id).not.toBe(first.id);
      bench.moveClock(0);
    });

    it('refuses a key that is too long', async () => {
      await expect(create('k'.repeat(256))).rejects.toMatchObject({ statusCode: 400 });
    });
  });

  describe('lists', () => {
    it('go through all pages, newest first, forwards and backwards', async () => {
      const made: string[] = [];
      for (let n = 0; n < 7; n += 1) made.push((await create(`list-${n}`)).id);
      const newest = made.toReversed();
      const first = await stripe.checkout.sessions.list({ limit: 3 });
      expect(first.has_more).toBe(true);
      expect(first.data.map((one) => one.id)).toEqual(newest.slice(0, 3));
      const next = await stripe.checkout.sessions.list({ limit: 3, starting_after: newest[2] });
      expect(next.data.map((one) => one.id)).toEqual(newest.slice(3, 6));
      const back = await stripe.checkout.sessions.list({ limit: 3, ending_before: newest[4] });
      expect(back.data.map((one) => one.id)).toEqual(newest.slice(1, 4));
      const walked: string[] = [];
      for await (const session of stripe.checkout.sessions.list({ limit: 2 })) walked.push(session.id);
      expect(walked.slice(0, 7)).toEqual(newest);
      expect(new Set(walked).size).toBe(walked.length);
    });

    it('filter by state, payment and time', async () => {
      const charge = await paidCharge();
      const { payment_intent: intent } = await stripe.charges.retrieve(charge);
      const sessions = await stripe.checkout.sessions.list({ payment_intent: intent as string });
      expect(sessions.data).toHaveLength(1);
      expect(
        (await stripe.checkout.sessions.list({ status: 'complete', limit: 100 })).data.every(
          (s) => s.status === 'complete',
        ),
      ).toBe(true);
      const now = Math.floor(Date.now() / 1000);
      expect((await stripe.paymentIntents.list({ created: { gte: now + 100 } })).data).toEqual([]);
      expect((await stripe.paymentIntents.list({ created: { gte: now - 100 } })).data.length).toBeGreaterThan(
        0,
      );
    });

    it.each([
      ['limit', '/v1/charges?limit=101', 'limit'],
      ['cursor', '/v1/charges?starting_after=ch_none', 'starting_after'],
      ['both cursors', '/v1/charges?starting_after=a&ending_before=b', 'starting_after'],
      ['unknown filter', '/v1/charges?colour=red', 'colour'],
      ['expansion', '/v1/charges?expand[]=data.colour', 'expand'],
    ])('refuse a wrong %s', async (_name, path, param) => {
      await paidCharge();
      const response = await raw(path);
      expect([400, 404]).toContain(response.status);
      expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error', param } });
    });
  });

  describe('events', () => {
    it('are listed by type, group, time and delivery, and name the request that caused them', async () => {
      const charge = await paidCharge();
      const refund = await stripe.refunds.create({ charge }, { idempotencyKey: 'event-key' });
      const created = await stripe.events.list({ type: 'refund.created', limit: 1 });
      expect(created.data[0]).toMatchObject({
        data: { object: { id: refund.id } },
        request: { id: refund.lastResponse.requestId, idempotency_key: 'event-key' },
        api_version: Stripe.API_VERSION,
      });
      const group = await stripe.events.list({ type: 'charge.*', limit: 100 });
      expect(group.data.every((event) => event.type.startsWith('charge.'))).toBe(true);
      const two = await stripe.events.list({
        types: ['charge.succeeded', 'checkout.session.completed'],
        limit: 100,
      });
      expect(new Set(two.data.map((event) => event.type))).toEqual(
        new Set(['charge.succeeded', 'checkout.session.completed']),
      );
      const one = await stripe.events.retrieve(created.data[0]!.id);
      expect(one.id).toBe(created.data[0]!.id);
      await until(
        'all delivered',
        async () => (await stripe.events.list({ delivery_success: false })).data.length === 0,
      );
      expect((await stripe.events.retrieve(one.id)).pending_webhooks).toBe(0);
    });

    it('are gone after 30 days', async () => {
      const [event] = (await stripe.events.list({ limit: 1 })).data;
      bench.moveClock(31 * 24 * HOUR);
      await expect(stripe.events.retrieve(event!.id)).rejects.toMatchObject({ code: 'resource_missing' });
      expect(
        (await stripe.events.list({ types: [event!.type], ending_before: undefined })).data.map((e) => e.id),
      ).not.toContain(event!.id);
      bench.moveClock(0);
    });
  });

  describe('faults', () => {
    it('an answer that is lost after the effect does not repeat the effect (SDK with its own retry)', async () => {
      const charge = await paidCharge();
      for (const act of ['cut', 'hang', 'fail'] as const) {
        const before = await counts();
        await bench.control('POST', 'faults', {
          api: [{ times: 1, when: 'after', act, keepFailure: false, path: '/v1/refunds' }],
        });
        const retrying = sdk(bench.emulator.port, { retries: 2, timeout: 500 });
        const refund = await retrying.refunds.create(
          { charge, amount: 100 },
          { idempotencyKey: `lost-${act}` },
        );
        const after = await counts();
        expect(refund.status).toBe('succeeded');
        expect(after.refunds.succeeded).toBe(before.refunds.succeeded + 1);
        expect(after.repeatsAbsorbed).toBe(before.repeatsAbsorbed + 1);
      }
    });

    it('a 500 after the effect is what the key replays, as at Stripe', async () => {
      const charge = await paidCharge();
      await bench.control('POST', 'faults', {
        api: [{ times: 1, when: 'after', act: 'fail', method: 'POST' }],
      });
      const refund = () => stripe.refunds.create({ charge, amount: 100 }, { idempotencyKey: 'kept-500' });
      await expect(refund()).rejects.toMatchObject({ statusCode: 500, type: 'StripeAPIError' });
      await expect(refund()).rejects.toMatchObject({ statusCode: 500 });
      expect((await stripe.refunds.list({ charge })).data).toHaveLength(1);
    });

    it.each(['429', '503'] as const)('a %s before the effect is what the SDK tries again', async (status) => {
      const charge = await paidCharge();
      await bench.control('POST', 'faults', { api: [{ times: 1, when: 'before', act: 'fail', status }] });
      const refund = () => stripe.refunds.create({ charge }, { idempotencyKey: `busy-${status}` });
      await expect(refund()).rejects.toMatchObject({ statusCode: Number(status) });
      expect((await refund()).status).toBe('succeeded');
    });

    it('a 500 before the effect leaves nothing', async () => {
      const charge = await paidCharge();
      await bench.control('POST', 'faults', { api: [{ times: 1, when: 'before', act: 'fail' }] });
      const refund = () => stripe.refunds.create({ charge }, { idempotencyKey: 'free-500' });
      await expect(refund()).rejects.toMatchObject({ statusCode: 500 });
      expect((await refund()).status).toBe('succeeded');
    });
  });

  describe('strangers', () => {
    it('control routes are closed to web pages and to other names', async () => {
      const url = `${bench.emulator.url}/emulator/counts`;
      expect((await fetch(url)).status).toBe(200);
      expect((await fetch(url, { headers: { origin: 'http://evil.example' } })).status).toBe(403);
      expect(
        (await fetch(`${bench.emulator.url}/emulator/faults`, { method: 'POST', body: '{' })).status,
      ).toBe(400);
      expect(
        (await fetch(`${bench.emulator.url}/emulator/faults`, { method: 'POST', body: '{"nonsense":1}' }))
          .status,
      ).toBe(400);
    });

    it.each([
      ['no key', '/v1/charges', { headers: { authorization: '' } }, 401],
      ['another version', '/v1/charges', { headers: { 'stripe-version': '2020-08-27' } }, 400],
      [
        'JSON body',
        '/v1/refunds',
        { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
        400,
      ],
      ['huge body', '/v1/refunds', { method: 'POST', body: 'a='.padEnd(300_000, 'x') }, 413],
      [
        'deep form',
        '/v1/refunds',
        {
          method: 'POST',
          body: `a${'[b]'.repeat(50)}=1`,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        },
        400,
      ],
      ['broken escape', '/v1/charges/%zz', {}, 400],
      ['unknown route', '/v1/customers', {}, 404],
    ])('a bad request is refused in Stripe’s shape: %s', async (_name, path, init, status) => {
      const response = await raw(path, init as never);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({
        error: { type: 'invalid_request_error', message: expect.any(String) },
      });
      expect(response.headers.get('request-id')).toMatch(/^req_/);
    });
  });
});
