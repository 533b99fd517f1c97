import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emailConfirmationRequested } from '@admissions/contracts/gateway';
import { waitFor } from '@admissions/runtime/testing';
import mongoose from 'mongoose';
import { AccountStore } from '../src/auth/account.store.ts';
import { LapseSignUps } from '../src/auth/signing-up/lapse-sign-ups.ts';
import { password, startBench, tokenOf, type Bench } from './bench.ts';

const localAccounts = fileURLToPath(new URL('local-accounts.json', import.meta.url));
const hour = 3_600_000;
let bench: Bench;

beforeAll(async () => {
  bench = await startBench({ localAccounts });
});
afterAll(() => bench?.stop());

const signUp = (email: string, key: string = crypto.randomUUID()) =>
  bench
    .client()
    .post('/v1/accounts', { email, name: 'Camille Martin', password }, 202, { 'idempotency-key': key });
const sent = (email: string) =>
  bench.seen(emailConfirmationRequested).filter(({ data }) => data.email === email);
const accounts = () => bench.app.get(AccountStore, { strict: false });
const sweep = () => bench.app.get(LapseSignUps, { strict: false }).run();

async function newSignUp(key?: string) {
  const email = `${crypto.randomUUID()}@example.org`;
  await signUp(email, key);
  const token = tokenOf(await bench.linkTo('emailConfirmationRequested', email));
  return { email, token, accountId: sent(email)[0]!.data.accountId };
}

describe('a sign-up that nobody confirmed', () => {
  it('ends with its last link: its address is free, its link is not sent again', async () => {
    const { email } = await newSignUp();
    expect(await accounts().byEmail(email)).toBeDefined();
    bench.time.aheadMs = 48 * hour;
    try {
      expect(await accounts().byEmail(email)).toBeUndefined();
      await bench.client().post('/v1/accounts/confirmation-requests', { email }, 202);
      // Somebody signs up with it again.
      await signUp(email);
      const token = tokenOf(await bench.linkTo('emailConfirmationRequested', email, 1));
      expect(sent(email)).toHaveLength(2);
      await bench.client().post('/v1/accounts/confirmations', { token }, 204);
      await bench.signedIn({ email, password });
    } finally {
      bench.time.aheadMs = 0;
    }
  });

  it('is erased then, and only then; those that were confirmed stay', async () => {
    const key = crypto.randomUUID();
    const { email, accountId } = await newSignUp(key);
    const person = await bench.newCandidate();
    bench.time.aheadMs = 47 * hour;
    try {
      await sweep();
      expect((await accounts().load(accountId))?.state.status).toBe('pending');
      bench.time.aheadMs = 48 * hour;
      await waitFor('the end', async () => {
        await sweep();
        return (await accounts().load(accountId)) === undefined;
      });
      const raw = await mongoose
        .createConnection(bench.env['MONGODB_URL']!, { dbName: `${bench.env['DATABASE_PREFIX']}gateway` })
        .asPromise();
      try {
        for (const { name } of await raw.listCollections()) {
          // The outbox keeps a published message for its time.
          if (name === 'outbox') continue;
          const rows = JSON.stringify(await raw.collection(name).find().toArray());
          expect([name, rows.includes(email)]).toEqual([name, false]);
        }
      } finally {
        await raw.close();
      }
      await bench.signedIn(person);
      // The same command again was done already; another one begins anew.
      await signUp(email, key);
      expect(sent(email)).toHaveLength(1);
      await signUp(email);
      const token = tokenOf(await bench.linkTo('emailConfirmationRequested', email, 1));
      await bench.client().post('/v1/accounts/confirmations', { token }, 204);
      await bench.signedIn({ email, password });
    } finally {
      bench.time.aheadMs = 0;
    }
  });
});
