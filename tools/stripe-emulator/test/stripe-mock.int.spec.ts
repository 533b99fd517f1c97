// Is what the emulator accepts also valid for Stripe's OpenAPI, and do its answers have Stripe's fields?
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import type { Stripe } from 'stripe';
import { installStripeMock } from '../install-stripe-mock.ts';
import { CARDS, follow, payWith, submit } from './browser.ts';
import { feeSession, sdk, SECRET_KEY, startBench, until, type Bench } from './emulator.ts';
import { startMock } from './mock-process.ts';

type Json = Record<string, unknown>;
type Request = { method: string; path: string; form: string; status: number };

describe('against stripe-mock', () => {
  let bench: Bench;
  let mock: ChildProcess;
  let mockPort: number;
  const made: Record<string, string> = {};

  beforeAll(async () => {
    const program = await installStripeMock();
    [mock, mockPort] = await startMock(program);
    bench = await startBench();
    await playEverything(bench, made);
  }, 600_000);

  afterAll(async () => {
    await bench?.stop();
    mock?.kill('SIGKILL');
  });

  const calls: [string, (stripe: Stripe) => Promise<unknown>][] = [
    ['session: short', (s) => s.checkout.sessions.create(feeSession())],
    ['session: all options', (s) => s.checkout.sessions.create(fullSession())],
    [
      'session: retrieve',
      (s) =>
        s.checkout.sessions.retrieve(made['session']!, {
          expand: ['payment_intent.latest_charge', 'line_items'],
        }),
    ],
    [
      'session: list',
      (s) =>
        s.checkout.sessions.list({
          limit: 3,
          status: 'complete',
          created: { gte: 1 },
          customer_details: { email: 'a@example.org' },
        }),
    ],
    [
      'session: of an intent',
      (s) => s.checkout.sessions.list({ payment_intent: made['intent']!, expand: ['data.payment_intent'] }),
    ],
    ['session: line items', (s) => s.checkout.sessions.listLineItems(made['session']!, { limit: 10 })],
    [
      'session: expire',
      async (s) => s.checkout.sessions.expire((await s.checkout.sessions.create(feeSession())).id),
    ],
    [
      'intent: retrieve',
      (s) =>
        s.paymentIntents.retrieve(made['intent']!, {
          expand: ['latest_charge.balance_transaction', 'payment_method'],
        }),
    ],
    ['intent: list', (s) => s.paymentIntents.list({ limit: 2, created: { gte: 1, lt: 9_999_999_999 } })],
    ['charge: retrieve', (s) => s.charges.retrieve(made['charge']!, { expand: ['refunds'] })],
    ['charge: list', (s) => s.charges.list({ payment_intent: made['intent']! })],
    [
      'refund: create',
      (s) =>
        s.refunds.create({
          charge: made['charge']!,
          amount: 1,
          reason: 'requested_by_customer',
          metadata: { a: 'b' },
        }),
    ],
    [
      'refund: of an intent',
      (s) =>
        s.refunds.create(
          { payment_intent: made['intent']!, amount: 1 },
          { idempotencyKey: `k-${Math.random()}` },
        ),
    ],
    [
      'refund: retrieve',
      (s) => s.refunds.retrieve(made['refund']!, { expand: ['charge', 'balance_transaction'] }),
    ],
    ['refund: list', (s) => s.refunds.list({ charge: made['charge']!, created: { gte: 1 } })],
    ['event: retrieve', (s) => s.events.retrieve(made['event']!)],
    [
      'event: list',
      (s) =>
        s.events.list({
          types: ['charge.succeeded', 'refund.failed'],
          delivery_success: true,
          created: { gte: 1 },
        }),
    ],
    ['dispute: retrieve', (s) => s.disputes.retrieve(made['dispute']!, { expand: ['charge'] })],
    ['dispute: list', (s) => s.disputes.list({ payment_intent: made['disputedIntent']! })],
    ['movement: list', (s) => s.balanceTransactions.list({ source: made['charge']!, type: 'charge' })],
    ['method: retrieve', (s) => s.paymentMethods.retrieve(made['method']!)],
  ];

  it.each(calls)('the SDK call is accepted by both: %s', async (_name, call) => {
    await call(sdk(bench.emulator.port));
    await call(sdk(mockPort));
  });

  it('every request that the emulator accepted is valid for Stripe’s OpenAPI', async () => {
    const { requests } = await bench.control<{ requests: Request[] }>('GET', 'everything');
    const accepted = requests.filter((request) => request.status === 200);
    expect(accepted.length).toBeGreaterThan(10);
    for (const request of accepted) {
      const response = await post(mockPort, request);
      expect([request.path, response.status, response.status === 200 ? '' : await response.text()]).toEqual([
        request.path,
        200,
        '',
      ]);
    }
  });

  it('stripe-mock itself refuses what is wrong: the checks above are not empty', async () => {
    const wrong = { method: 'POST', path: '/v1/checkout/sessions', form: 'nonsense=1', status: 400 };
    expect((await post(mockPort, wrong)).status).toBe(400);
  });

  const objects: [string, string, () => string][] = [
    ['checkout.session', '/v1/checkout/sessions', () => made['session']!],
    ['payment_intent', '/v1/payment_intents', () => made['intent']!],
    ['charge', '/v1/charges', () => made['charge']!],
    ['refund', '/v1/refunds', () => made['refund']!],
    ['event', '/v1/events', () => made['event']!],
    ['dispute', '/v1/disputes', () => made['dispute']!],
    ['balance_transaction', '/v1/balance_transactions', () => made['movement']!],
    ['payment_method', '/v1/payment_methods', () => made['method']!],
  ];

  it.each(objects)('%s has every field of stripe-mock’s answer', async (_kind, base, id) => {
    const ours = await get(bench.emulator.port, `${base}/${id()}`);
    const theirs = await get(mockPort, `${base}/${id()}`);
    const missing = Object.keys(theirs).filter((key) => !(key in ours));
    // A charge has its refunds only where they are asked for; stripe-mock always shows some.
    expect(missing.filter((key) => key !== 'refunds')).toEqual([]);
    expect(ours['object']).toBe(theirs['object']);
    expect(wrongTypes(ours, theirs)).toEqual([]);
  });

  it('lists and line items have the same shape', async () => {
    for (const path of [`/v1/checkout/sessions/${made['session']}/line_items`, '/v1/charges', '/v1/events']) {
      const ours = await get(bench.emulator.port, path);
      const theirs = await get(mockPort, path);
      expect(Object.keys(ours).sort()).toEqual(Object.keys(theirs).sort());
      const first = (list: Json) => (list['data'] as Json[])[0]!;
      const missing = Object.keys(first(theirs)).filter((key) => !(key in first(ours)) && key !== 'refunds');
      expect(missing).toEqual([]);
    }
  });
});

/** One of everything: paid, declined, approved by the bank, refunded in each way, disputed, expired. */
async function playEverything(bench: Bench, made: Record<string, string>): Promise<void> {
  const { stripe } = bench;
  const pay = async (card: string) => {
    const session = await stripe.checkout.sessions.create(feeSession());
    await payWith(session.url!, card);
    const { payment_intent: id } = await stripe.checkout.sessions.retrieve(session.id);
    return { session, intent: await stripe.paymentIntents.retrieve(id as string) };
  };
  const { session, intent } = await pay(CARDS.good);
  made['session'] = session.id;
  made['intent'] = intent.id;
  made['charge'] = intent.latest_charge as string;
  made['method'] = intent.payment_method as string;
  const refund = await stripe.refunds.create({
    charge: made['charge'],
    amount: 500,
    reason: 'duplicate',
    metadata: { x: 'y' },
  });
  made['refund'] = refund.id;
  made['movement'] = refund.balance_transaction as string;
  const disputed = await pay(CARDS.disputed);
  made['disputedIntent'] = disputed.intent.id;
  const dispute = await until(
    'a dispute',
    async () => (await stripe.disputes.list({ payment_intent: disputed.intent.id })).data[0],
  );
  made['dispute'] = dispute.id;
  await stripe.disputes.update(dispute.id, {
    evidence: { uncategorized_text: 'winning_evidence' },
    submit: true,
  });
  const failing = await pay(CARDS.refundFails);
  await stripe.refunds.create({ payment_intent: failing.intent.id });
  await pay(CARDS.declined);
  const asked = await stripe.checkout.sessions.create(fullSession());
  const question = await follow(await payWith(asked.url!, CARDS.challenge));
  await submit(question, 'challenge-form', { answer: 'approve' });
  const left = await stripe.checkout.sessions.create(feeSession());
  await stripe.checkout.sessions.expire(left.id);
  made['event'] = (await stripe.events.list({ type: 'checkout.session.completed' })).data[0]!.id;
}

/** Every parameter that the emulator takes. */
function fullSession(): Stripe.Checkout.SessionCreateParams {
  return {
    ...feeSession(),
    allow_promotion_codes: false,
    automatic_tax: { enabled: false },
    billing_address_collection: 'auto',
    custom_text: { submit: { message: 'Les frais ne sont pas remboursables.' } },
    customer_creation: 'if_required',
    expires_at: Math.floor(Date.now() / 1000) + 3_600,
    invoice_creation: { enabled: false },
    line_items: [
      {
        price_data: {
          currency: 'eur',
          unit_amount: 8_000,
          tax_behavior: 'inclusive',
          product_data: {
            name: 'Frais de dossier',
            description: 'Étude du dossier',
            metadata: { programme: 'p-1' },
          },
        },
        quantity: 1,
      },
    ],
    locale: 'fr',
    payment_intent_data: {
      capture_method: 'automatic_async',
      description: 'Frais de dossier',
      metadata: { order: 'order-1' },
      receipt_email: 'candidate@example.org',
      statement_descriptor_suffix: 'FRAIS',
    },
    payment_method_options: { card: { request_three_d_secure: 'any' } },
    phone_number_collection: { enabled: false },
    submit_type: 'pay',
    ui_mode: 'hosted_page',
  };
}

/** Fields that hold a number on one side and text on the other, and the like; null says nothing about the type. */
function wrongTypes(ours: Json, theirs: Json): string[] {
  const kind = (value: unknown) => (Array.isArray(value) ? 'list' : typeof value);
  return Object.keys(theirs).filter((key) => {
    const [mine, other] = [ours[key], theirs[key]];
    const comparable = mine !== null && mine !== undefined && other !== null && other !== undefined;
    return comparable && kind(mine) !== kind(other);
  });
}

async function get(port: number, path: string): Promise<Json> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { authorization: `Bearer ${SECRET_KEY}` },
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Json;
}

function post(port: number, request: Request): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${request.path}`, {
    method: 'POST',
    body: request.form,
    headers: { authorization: `Bearer ${SECRET_KEY}`, 'content-type': 'application/x-www-form-urlencoded' },
  });
}
