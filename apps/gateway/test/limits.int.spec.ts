import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emailConfirmationRequested } from '@admissions/contracts/gateway';
import { password, startBench, tokenOf, type Bench } from './bench.ts';

const localAccounts = fileURLToPath(new URL('local-accounts.json', import.meta.url));
const other = 'neuf bateaux rouillés au soleil';
let bench: Bench;

beforeAll(async () => {
  // The test’s own machine is the proxy: it says who asks.
  bench = await startBench({ localAccounts, env: { TRUSTED_PROXIES: '127.0.0.1', LIMIT_FACTOR: '1' } });
  bench.time.freeze();
});
afterAll(() => bench?.stop());

let address = 0;
const newSource = () => `198.51.${100 + Math.floor(++address / 250)}.${address % 250}`;
const signIn = (email: string, secret: string, source: string) =>
  bench.client().post('/v1/sessions', { email, password: secret }, undefined, { 'x-forwarded-for': source });

describe('guessing a password', () => {
  it('from one source is slowed more with each try; the owner elsewhere is not', async () => {
    const { email } = await bench.newCandidate();
    const source = newSource();
    const answers = await Promise.all(Array.from({ length: 40 }, () => signIn(email, other, source)));
    const statuses = answers.map(({ status }) => status).sort((a, b) => a - b);
    expect(statuses).toEqual([...Array<number>(5).fill(401), ...Array<number>(35).fill(429)]);
    const refused = answers.find(({ status }) => status === 429)!;
    expect(refused.json.code).toBe('too-many-requests');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    // Even the right password waits here, so that it is not told.
    expect((await signIn(email, password, source)).status).toBe(429);
    expect((await signIn(email, password, newSource())).status).toBe(201);
    bench.time.aheadMs = 2_000;
    try {
      expect((await signIn(email, other, source)).status).toBe(401);
      expect(Number((await signIn(email, other, source)).headers.get('retry-after'))).toBe(2);
    } finally {
      bench.time.aheadMs = 0;
    }
  });

  it('from everywhere slows the account as a whole, but not for an owner who is known or proves the address', async () => {
    const { email } = await bench.newCandidate();
    const home = newSource();
    expect((await signIn(email, password, home)).status).toBe(201);
    const statuses = [];
    for (let i = 0; i < 60; i++) statuses.push((await signIn(email, other, newSource())).status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(52);
    expect(statuses.at(-1)).toBe(429);
    expect((await signIn(email, password, home)).status).toBe(201);
    const journey = newSource();
    expect((await signIn(email, password, journey)).status).toBe(429);
    await bench.client().post('/v1/password-resets', { email }, 202);
    const token = tokenOf(await bench.linkTo('passwordResetRequested', email));
    const headers = { 'x-forwarded-for': journey };
    await bench.client().post('/v1/password-resets/confirmations', { token, password: other }, 204, headers);
    expect((await signIn(email, other, journey)).status).toBe(201);
  });

  it('of addresses that nobody has is slowed in the same way', async () => {
    const source = newSource();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => signIn('nobody@example.org', other, source)),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });
});

describe('a source', () => {
  it('may not ask without end, and is told when it may again', async () => {
    const headers = { 'x-forwarded-for': newSource() };
    const statuses = [];
    for (let i = 0; i < 61; i++) {
      const { status } = await bench
        .client()
        .post('/v1/accounts/confirmations', { token: 'x' }, undefined, headers);
      statuses.push(status);
    }
    expect([statuses.filter((status) => status === 422).length, statuses.at(-1)]).toEqual([60, 429]);
    const again = await bench.client().post('/v1/accounts/confirmations', { token: 'x' }, undefined, headers);
    expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(1);
  });

  it('that names itself another is believed only from a proxy that we trust', async () => {
    const source = newSource();
    const forged = { 'x-forwarded-for': `203.0.113.9, ${source}` };
    for (let i = 0; i < 60; i++)
      await bench.client().post('/v1/accounts/confirmations', { token: 'x' }, 422, forged);
    const { status } = await bench.client().post('/v1/accounts/confirmations', { token: 'x' }, undefined, {
      'x-forwarded-for': `203.0.113.10, ${source}`,
    });
    expect(status).toBe(429);
  });
});

describe('letters', () => {
  it('that one source has sent to an address stop after a few, and nobody is told', async () => {
    const email = `${crypto.randomUUID()}@example.org`;
    const source = newSource();
    const ask = () =>
      bench.client().post('/v1/accounts', { email, name: 'Camille Martin', password }, undefined, {
        'x-forwarded-for': source,
      });
    const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await ask()).status));
    expect(statuses).toEqual(Array(10).fill(202));
    await bench.linkTo('emailConfirmationRequested', email, 3);
    expect(bench.seen(emailConfirmationRequested).filter(({ data }) => data.email === email)).toHaveLength(4);
  });
});

describe('a flood of sign-ins', () => {
  it('does not slow down the rest much, and is refused beyond what can be worked on', async () => {
    const probe = async () => {
      const start = performance.now();
      await bench.client().get('/health/live', 200);
      return performance.now() - start;
    };
    const flood = Promise.all(
      Array.from({ length: 150 }, (_, i) =>
        signIn(`nobody-${i}@example.org`, other, newSource()).then(({ status }) => status),
      ),
    );
    const times: number[] = [];
    for (let i = 0; i < 20; i++) times.push(await probe());
    const statuses = await flood;
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(times.sort((a, b) => a - b)[10]).toBeLessThan(200);
  });
});
