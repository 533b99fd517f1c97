import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emailConfirmationRequested, passwordResetRequested } from '@admissions/contracts/gateway';
import { password, startBench, tokenOf, type Bench } from './bench.ts';

const localAccounts = fileURLToPath(new URL('local-accounts.json', import.meta.url));
const other = 'neuf bateaux rouillés au soleil';
const minute = 60_000;
let bench: Bench;

beforeAll(async () => {
  // The test's own machine is the proxy: it says who asks.
  bench = await startBench({ localAccounts, env: { TRUSTED_PROXIES: '127.0.0.1', LIMIT_FACTOR: '1' } });
});
afterAll(() => bench?.stop());

const home = { 'x-forwarded-for': '192.0.2.1' };
let sources = 0;
const elsewhere = () => ({ 'x-forwarded-for': `198.51.100.${++sources}` });

const askReset = (email: string, from: object) =>
  bench.client().post('/v1/password-resets', { email }, 202, from as Record<string, string>);
const reset = (link: string) =>
  bench.client().post('/v1/password-resets/confirmations', { token: tokenOf(link), password: other });
const signUp = (email: string, secret: string, from: object) =>
  bench
    .client()
    .post(
      '/v1/accounts',
      { email, name: 'Camille Martin', password: secret },
      202,
      from as Record<string, string>,
    );
const sentTo = (message: typeof emailConfirmationRequested | typeof passwordResetRequested, email: string) =>
  bench.seen(message).filter(({ data }) => data.email === email).length;

describe('a stranger who asks for many links', () => {
  it('does not void the one that the owner has', async () => {
    const { email } = await bench.newCandidate();
    await askReset(email, home);
    const owners = await bench.linkTo('passwordResetRequested', email);
    for (let i = 0; i < 8; i++) await askReset(email, elsewhere());
    expect((await reset(owners)).status).toBe(204);
  });

  it('leaves the owner a link with some time left, whenever it is looked for', async () => {
    const { email } = await bench.newCandidate();
    try {
      for (const minutes of [0, 20, 40, 60, 80]) {
        bench.time.aheadMs = minutes * minute;
        for (let i = 0; i < 3; i++) await askReset(email, elsewhere());
      }
      bench.time.aheadMs = 100 * minute;
      await askReset(email, home);
      // Three at the beginning, and three as often as those before them had lost half of their hour.
      const link = await bench.linkTo('passwordResetRequested', email, 8);
      expect(sentTo(passwordResetRequested, email)).toBe(9);
      bench.time.aheadMs = 125 * minute;
      expect((await reset(link)).status).toBe(204);
    } finally {
      bench.time.aheadMs = 0;
    }
  });

  it('from one place does not use up the letters of the owner, for this or another purpose', async () => {
    const { email } = await bench.newCandidate();
    const stranger = elsewhere();
    for (let i = 0; i < 20; i++) {
      await signUp(email, other, stranger);
      await bench.client().post('/v1/accounts/confirmation-requests', { email }, 202, stranger);
    }
    await askReset(email, home);
    expect((await reset(await bench.linkTo('passwordResetRequested', email))).status).toBe(204);
  });

  it('before the owner signs up neither keeps the owner from it nor from its link', async () => {
    const email = `${crypto.randomUUID()}@example.org`;
    const stranger = elsewhere();
    for (let i = 0; i < 10; i++) await signUp(email, other, stranger);
    const before = sentTo(emailConfirmationRequested, email);
    expect(before).toBeLessThanOrEqual(4);
    await signUp(email, password, home);
    const owners = await bench.linkTo('emailConfirmationRequested', email, before);
    for (let i = 0; i < 6; i++) await signUp(email, other, elsewhere());
    await bench.client().post('/v1/accounts/confirmations', { token: tokenOf(owners) }, 204);
    await bench.signedIn({ email, password });
  });

  it('from everywhere cannot fill a mailbox', async () => {
    const email = `${crypto.randomUUID()}@example.org`;
    for (let i = 0; i < 30; i++) await signUp(email, other, elsewhere());
    await bench.linkTo('emailConfirmationRequested', email, 11);
    expect(sentTo(emailConfirmationRequested, email)).toBe(12);
  });
});
