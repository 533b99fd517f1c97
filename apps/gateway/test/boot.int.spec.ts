import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { staffInvited } from '@admissions/contracts/gateway';
import { startService } from '@admissions/runtime/service';
import { waitFor } from '@admissions/runtime/testing';
import { gatewayService } from '../src/gateway.service.ts';
import { password, startBench, tokenOf, type Bench } from './bench.ts';

const folder = mkdtempSync(join(tmpdir(), 'accounts-'));
const file = join(folder, 'accounts.json');
const account = (name: string, roles: object[], secret = password) => ({
  email: `${name}@example.org`,
  name: `Local ${name}`,
  password: secret,
  roles,
});
const write = (...accounts: object[]) => writeFileSync(file, JSON.stringify(accounts));
const administrator = [{ role: 'administrator', programmes: [] }];
const officer = [{ role: 'officer', programmes: ['*'] }];
afterAll(() => rmSync(folder, { recursive: true }));

describe('local accounts', () => {
  let bench: Bench;
  beforeAll(async () => {
    write(account('admin', administrator), account('officer', officer));
    bench = await startBench({ localAccounts: file });
  });
  afterAll(() => bench?.stop());

  it('are loaded once: a restart changes nothing, and ends no session', async () => {
    const client = await bench.signedIn(bench.administrator);
    const { items } = (await client.get('/v1/staff', 200)).json as { items?: unknown[] };
    await bench.restart();
    expect((await client.get('/v1/me')).status).toBe(200);
    expect((await client.get('/v1/staff', 200)).json['items']).toEqual(items);
  });

  it('follow their file: another password and other roles hold after a restart', async () => {
    const other = 'neuf bateaux rouillés au soleil';
    write(account('admin', administrator), account('officer', administrator, other));
    await bench.restart();
    const officers = { email: 'officer@example.org', password: other };
    expect((await bench.client().post('/v1/sessions', { ...officers, password })).status).toBe(401);
    const client = await bench.signedIn(officers);
    // Two administrators: one may go.
    await client.delete(`/v1/staff/${String((await client.get('/v1/me', 200)).json['id'])}`, 204);
  });

  it('that are none stop the start with a word on the file', async () => {
    writeFileSync(file, '[{"email":"no"}]');
    await expect(bench.restart()).rejects.toThrow(/accounts\.json is not a list of accounts/);
    write(account('admin', administrator));
  });
});

describe('replicas', () => {
  let bench: Bench;
  const replicas: Awaited<ReturnType<typeof startService>>[] = [];
  beforeAll(async () => {
    write(account('admin', administrator));
    bench = await startBench({ localAccounts: file });
  });
  afterAll(async () => {
    for (const replica of replicas) await replica.close();
    await bench?.stop();
  });

  it('that start at the same moment make each account once, and share sessions and their end', async () => {
    write(account('admin', administrator), account('officer', officer), account('chief', administrator));
    const start = (name: string) => startService(gatewayService({ ...bench.env, SERVICE_INSTANCE: name }));
    replicas.push(...(await Promise.all([start('gateway-1'), start('gateway-2')])));
    const [one, two] = await Promise.all(replicas.map((replica) => replica.getUrl()));
    const client = await bench.signedIn({ email: 'chief@example.org', password });
    const at = (url: string, method: string, path: string) =>
      client.send(method, path, undefined, undefined, {}, url);
    await waitFor(
      'the rows',
      async () => ((await at(one!, 'GET', '/v1/staff')).json['items'] as unknown[]).length === 3,
    );
    expect((await at(two!, 'GET', '/v1/me')).status).toBe(200);
    expect((await at(one!, 'DELETE', '/v1/sessions/current')).status).toBe(204);
    expect((await at(two!, 'GET', '/v1/me')).status).toBe(401);
  });
});

describe('the first administrator', () => {
  let bench: Bench;
  const email = 'first@example.org';
  beforeAll(async () => {
    write();
    bench = await startBench({ localAccounts: file, env: { FIRST_ADMINISTRATOR_EMAIL: email } });
  });
  afterAll(() => bench?.stop());

  it('is invited while nobody administers, once for each link that lives', async () => {
    await bench.linkTo('staffInvited', email);
    await bench.restart();
    expect(bench.seen(staffInvited)).toHaveLength(1);
    bench.time.aheadMs = 8 * 86_400_000;
    await bench.restart();
    bench.time.aheadMs = 0;
    const link = await bench.linkTo('staffInvited', email, 1);
    await bench.client().post('/v1/accounts/invitations', { token: tokenOf(link), password }, 204);
    const client = await bench.signedIn({ email, password });
    expect((await client.get('/v1/staff', 200)).json['items']).toHaveLength(1);
    await bench.restart();
    await waitFor('ready', async () => (await bench.client().get('/health/ready')).status === 200);
    expect(bench.seen(staffInvited)).toHaveLength(2);
  });
});

describe('a gateway that is asked to go', () => {
  let bench: Bench;
  beforeAll(async () => {
    write(account('admin', administrator));
    bench = await startBench({ localAccounts: file });
  });
  afterAll(() => bench?.stop());

  it('answers what has reached it', async () => {
    const ask = (i: number) =>
      bench
        .client()
        .post('/v1/accounts', { email: `${i}-going@example.org`, name: 'Camille Martin', password });
    // One connection each, already open.
    await Promise.all(Array.from({ length: 10 }, () => bench.client().get('/health/live', 200)));
    const answers = Promise.all(Array.from({ length: 10 }, (_, i) => ask(i)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await bench.restart();
    expect((await answers).map(({ status }) => status)).toEqual(Array(10).fill(202));
    for (let i = 0; i < 10; i++) await bench.linkTo('emailConfirmationRequested', `${i}-going@example.org`);
  });
});

describe('production', () => {
  const env = {
    NODE_ENV: 'production',
    PORT: '3000',
    MONGODB_URL: 'mongodb://localhost',
    RABBITMQ_URL: 'amqp://localhost',
    SUBJECT_PUBLIC_KEY: 'x',
    SUBJECT_PRIVATE_KEY: 'x',
    MESSAGE_SEAL_KEY: 'x',
    STRIPE_WEBHOOK_SECRET: 'whsec_x',
    PUBLIC_URL: 'https://admissions.example',
  };

  it.each(['LOCAL_ACCOUNTS_FILE', 'CLOCK_FILE', 'STRIPE_API_URL'])('does not start with %s', (name) => {
    expect(() => gatewayService({ ...env, [name]: 'http://localhost/x' })).toThrow(name);
  });

  it('is reached by https, or on the machine itself', () => {
    expect(() => gatewayService({ ...env, PUBLIC_URL: 'http://admissions.example' })).toThrow('PUBLIC_URL');
  });

  it('names every variable that is missing', () => {
    expect(() => gatewayService({})).toThrow(
      /PORT[\s\S]*PUBLIC_URL[\s\S]*MESSAGE_SEAL_KEY[\s\S]*STRIPE_WEBHOOK_SECRET/,
    );
  });
});
