import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { providerEventReceived } from '@admissions/contracts/gateway';
import { testServers, waitFor } from '@admissions/runtime/testing';
import { Stripe } from 'stripe';
import { startBench, webhookSecrets, type Bench } from './bench.ts';
import { BrokerProxy } from './broker-proxy.ts';

const localAccounts = fileURLToPath(new URL('local-accounts.json', import.meta.url));
const [secret, nextSecret] = webhookSecrets;
const brokerUrl = testServers()['RABBITMQ_URL']!;
const proxy = new BrokerProxy(brokerUrl);
let bench: Bench;

beforeAll(async () => {
  bench = await startBench({ localAccounts, brokerUrl: await proxy.open(brokerUrl) });
});
afterAll(async () => {
  await bench?.stop();
  await proxy.close();
});

let count = 0;
function event(more: object = {}): string {
  const id = `evt_${++count}`;
  const object = {
    id: `cs_${count}`,
    object: 'checkout.session',
    amount_total: 8_000,
    customer_details: { email: 'private@example.org' },
  };
  // Not as JSON.stringify would write it: the signature is over the bytes as they came.
  return JSON.stringify(
    {
      id,
      object: 'event',
      type: 'checkout.session.completed',
      created: 1_795_500_000,
      data: { object },
      ...more,
    },
    null,
    2,
  );
}

function sign(payload: string, options: { secret?: string; timestamp?: number } = {}): string {
  return Stripe.webhooks.generateTestHeaderString({ payload, secret, ...options });
}

function deliver(
  payload: string,
  signature: string | undefined = sign(payload),
  headers: Record<string, string> = {},
) {
  const signed: Record<string, string> = signature === '' ? {} : { 'stripe-signature': signature };
  return bench.client().send('POST', '/webhooks/stripe', payload, undefined, { ...signed, ...headers });
}

const seen = (payload: string) => {
  const { id } = JSON.parse(payload) as { id: string };
  return bench.seen(providerEventReceived).filter(({ data }) => data.eventId === id);
};

describe('a genuine webhook', () => {
  it('is stored, answered 200 and passed on with the name of its object alone', async () => {
    const payload = event();
    const { status, json } = await deliver(payload);
    expect([status, json]).toEqual([200, { received: true }]);
    const [passed] = await waitFor('the message', () => seen(payload).length > 0 && seen(payload));
    expect(passed!.data).toEqual({
      eventId: `evt_${count}`,
      type: 'checkout.session.completed',
      objectType: 'checkout.session',
      objectId: `cs_${count}`,
      createdAt: new Date(1_795_500_000_000).toISOString(),
    });
    expect(passed!.id).toBe(`webhook-event/evt_${count}/1/0`);
  });

  it('that comes again, many times at once, is answered 200 and passed on once', async () => {
    const payload = event();
    const answers = await Promise.all(Array.from({ length: 20 }, () => deliver(payload)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    await waitFor('the message', () => seen(payload).length > 0);
    expect((await deliver(payload)).status).toBe(200);
    expect(seen(payload)).toHaveLength(1);
  });

  it('may be signed with either secret while one replaces the other', async () => {
    const payload = event();
    expect((await deliver(payload, sign(payload, { secret: nextSecret }))).status).toBe(200);
  });

  it('needs no session and no origin, and may be larger than other requests', async () => {
    const payload = event({ padding: 'x'.repeat(900_000) });
    expect((await deliver(payload, sign(payload), { origin: 'https://elsewhere.example' })).status).toBe(200);
    const huge = event({ padding: 'x'.repeat(1_100_000) });
    const { status, json } = await deliver(huge);
    expect([status, json.code]).toEqual([413, 'body-too-large']);
  });

  it('of a form that nobody knows is refused, not lost in silence', async () => {
    const payload = JSON.stringify({ id: 'evt_odd', object: 'event' });
    expect((await deliver(payload)).json.code).toBe('invalid-input');
  });
});

describe('a webhook that is not genuine', () => {
  const old = () => Math.floor(Date.now() / 1_000) - 301;
  const cases: [string, (payload: string) => [string, string]][] = [
    ['without a signature', (payload) => [payload, '']],
    ['with a wrong secret', (payload) => [payload, sign(payload, { secret: 'whsec_wrong' })]],
    ['with a flipped byte', (payload) => [payload.replace('8000', '8001'), sign(payload)]],
    ['written anew', (payload) => [JSON.stringify(JSON.parse(payload)), sign(payload)]],
    ['with an old stamp', (payload) => [payload, sign(payload, { timestamp: old() })]],
    [
      'with a new stamp on an old signature',
      (payload) => [
        payload,
        sign(payload, { timestamp: old() }).replace(/t=\d+/, `t=${Math.floor(Date.now() / 1_000)}`),
      ],
    ],
    ['with rubbish for a signature', (payload) => [payload, 't=1,v1=00']],
    ['without a body', () => ['', sign('')]],
    ['that is no JSON', () => ['not json', sign('other')]],
  ];
  it.each(cases)('%s is 400 and has no effect', async (_how, make) => {
    const payload = event();
    const [body, signature] = make(payload);
    const { status, json } = await deliver(body, signature);
    expect([status, json.code]).toEqual([400, 'webhook-signature-invalid']);
    // The same event, now genuine, is a first one: nothing of it was kept.
    expect((await deliver(payload)).status).toBe(200);
    await waitFor('the message', () => seen(payload).length === 1);
  });
});

describe('with the broker away', () => {
  const ready = async () => (await bench.client().get('/health/ready')).status;

  it('webhooks are stored and answered all the same, and passed on when it is back', async () => {
    proxy.cut();
    await waitFor('not ready', async () => (await ready()) === 503);
    const payloads = Array.from({ length: 10 }, () => event());
    const answers = await Promise.all(payloads.map((payload) => deliver(payload)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(proxy.refused).toBeGreaterThan(0);
    expect(payloads.flatMap(seen)).toEqual([]);
    proxy.mend();
    for (const payload of payloads) await waitFor('the message', () => seen(payload).length === 1, 30_000);
    await waitFor('ready', async () => (await ready()) === 200);
  });

  it('what a service must answer is refused at once with 503, and what the gateway owns goes on', async () => {
    const person = await bench.newCandidate();
    proxy.cut();
    await waitFor('not ready', async () => (await ready()) === 503);
    const start = performance.now();
    const { status, json, headers } = await bench.client().get('/v1/programmes');
    expect([status, json.code, headers.get('retry-after')]).toEqual([503, 'service-unavailable', '1']);
    expect(performance.now() - start).toBeLessThan(3_000);
    const client = await bench.signedIn(person);
    expect((await client.get('/v1/me')).status).toBe(200);
    await client.post('/v1/password-resets', { email: person.email }, 202);
    proxy.mend();
    await bench.linkTo('passwordResetRequested', person.email);
  });
});
