import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emailConfirmationRequested, signUpRepeated } from '@admissions/contracts/gateway';
import { startService } from '@admissions/runtime/service';
import { waitFor } from '@admissions/runtime/testing';
import mongoose from 'mongoose';
import { AccountStore } from '../src/auth/account.store.ts';
import { gatewayService } from '../src/gateway.service.ts';
import { password, startBench, tokenOf, type Bench } from './bench.ts';

const localAccounts = fileURLToPath(new URL('local-accounts.json', import.meta.url));
const strangers = 'neuf bateaux rouillés au soleil';
let bench: Bench;

beforeAll(async () => {
  bench = await startBench({ localAccounts });
});
afterAll(() => bench?.stop());

const fresh = () => `${crypto.randomUUID()}@example.org`;
const signUp = (email: string, secret: string) =>
  bench.client().post('/v1/accounts', { email, name: 'Somebody', password: secret }, 202);
const confirm = (link: string) => bench.client().post('/v1/accounts/confirmations', { token: tokenOf(link) });
const act = (name: string) => ({
  name,
  by: 'test',
  correlationId: 'test',
  cause: { id: crypto.randomUUID(), fingerprint: '' },
});

async function move(email: string, wanted: string) {
  const session = await bench.signedIn({ email, password });
  await session.post('/v1/me/email-changes', { email: wanted, password }, 202);
  const token = tokenOf(await bench.linkTo('emailChangeRequested', wanted));
  return () => bench.client().post('/v1/me/email-changes/confirmations', { token });
}

describe('an address that a stranger signed up with', () => {
  it('goes to the account whose owner proves it; the stranger’s link is dead', async () => {
    const { email } = await bench.newCandidate();
    const wanted = fresh();
    await signUp(wanted, strangers);
    const theirs = await bench.linkTo('emailConfirmationRequested', wanted);
    const proven = await move(email, wanted);
    expect((await proven()).status).toBe(204);
    await bench.signedIn({ email: wanted, password });
    expect((await confirm(theirs)).json.code).toBe('link-invalid');
    // From now on it is an address like any other that is taken.
    await signUp(wanted, strangers);
    await waitFor('sign-up-repeated', () =>
      bench.seen(signUpRepeated).some(({ data }) => data.email === wanted),
    );
    await bench.signedIn({ email: wanted, password });
  });

  it('is one account’s, whether the sign-up or the other account proves it first', async () => {
    for (let i = 0; i < 4; i++) {
      const { email } = await bench.newCandidate();
      const wanted = fresh();
      await signUp(wanted, strangers);
      const theirs = await bench.linkTo('emailConfirmationRequested', wanted);
      const proven = await move(email, wanted);
      const [moved, confirmed] = await Promise.all([proven(), confirm(theirs)]);
      expect([
        [204, 422],
        [409, 204],
      ]).toContainEqual([moved.status, confirmed.status]);
      const winner = moved.status === 204 ? password : strangers;
      await bench.signedIn({ email: wanted, password: winner });
    }
  });

  it('is not confirmed by a sign-up that lost it in the moment in which it was written', async () => {
    const email = fresh();
    await signUp(email, password);
    const link = await bench.linkTo('emailConfirmationRequested', email);
    const { accountId } = bench
      .seen(emailConfirmationRequested)
      .find(({ data }) => data.email === email)!.data;
    const accounts = bench.app.get(AccountStore, { strict: false });
    await accounts.unclaim(email, accountId, act('lose'));
    expect(await accounts.claim(email, 'account-of-another', act('win'))).toBe('account-of-another');
    expect((await confirm(link)).json.code).toBe('link-invalid');
    await accounts.unclaim(email, 'account-of-another', act('free'));
    expect((await confirm(link)).status).toBe(204);
  });
});

describe('what is kept for ever of an address', () => {
  it('does not say whose it was', async () => {
    await bench.newCandidate();
    const raw = await mongoose
      .createConnection(bench.env['MONGODB_URL']!, { dbName: `${bench.env['DATABASE_PREFIX']}gateway` })
      .asPromise();
    try {
      const names = (await raw.listCollections())
        .map(({ name }) => name)
        .filter((name) => name.startsWith('claim'));
      expect(names).toContain('claim.revisions');
      for (const name of names) {
        const rows = await raw.collection(name).find().toArray();
        expect(rows.length).toBeGreaterThan(0);
        expect(JSON.stringify(rows)).not.toContain('@');
      }
    } finally {
      await raw.close();
    }
  });

  it('is found again under another key: nobody loses an account, nobody gets a second one', async () => {
    const person = await bench.newCandidate();
    const options = gatewayService({
      ...bench.env,
      SERVICE_INSTANCE: 'gateway-with-another-key',
      MESSAGE_SEAL_KEY: randomBytes(32).toString('base64'),
    });
    const other = await startService(options);
    try {
      const url = await other.getUrl();
      const ask = (path: string, body: object) => bench.client().send('POST', path, body, undefined, {}, url);
      expect((await ask('/v1/sessions', { ...person, as: 'api-client' })).status).toBe(201);
      await ask('/v1/accounts', { email: person.email, name: 'Somebody', password: strangers });
      await waitFor('sign-up-repeated', () =>
        bench.seen(signUpRepeated).some(({ data }) => data.email === person.email),
      );
    } finally {
      await other.close();
    }
  });
});
