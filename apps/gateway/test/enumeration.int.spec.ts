import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { password, startBench, type Bench } from './bench.ts';

const localAccounts = fileURLToPath(new URL('local-accounts.json', import.meta.url));
const strangers = 'neuf bateaux rouillés au soleil';
let bench: Bench;

beforeAll(async () => {
  bench = await startBench({ localAccounts });
});
afterAll(() => bench?.stop());

type State = 'unknown' | 'pending' | 'active';
/** An address of each state, as its owner left it. */
async function addressOf(state: State): Promise<string> {
  if (state === 'active') return (await bench.newCandidate()).email;
  const email = `${crypto.randomUUID()}@example.org`;
  if (state === 'pending') {
    await bench.client().post('/v1/accounts', { email, name: 'Camille Martin', password }, 202);
    await bench.linkTo('emailConfirmationRequested', email);
  }
  return email;
}

/** What a stranger asks, one after the other, with one key for all. */
const signUp = ['/v1/accounts', { name: 'Stranger', password: strangers }] as const;
const attempts: Record<string, readonly (readonly [path: string, body: object])[]> = {
  'a sign-up and a sign-in with its password': [signUp, ['/v1/sessions', { password: strangers }]],
  'a sign-in with the password of the owner’s sign-up': [['/v1/sessions', { password: 'not that one' }]],
  'a reset, then a confirmation': [
    ['/v1/password-resets', {}],
    ['/v1/accounts/confirmation-requests', {}],
  ],
  'a confirmation, then a reset': [
    ['/v1/accounts/confirmation-requests', {}],
    ['/v1/password-resets', {}],
  ],
  'two sign-ups that say different things': [
    signUp,
    ['/v1/accounts', { name: 'Other', password: strangers }],
  ],
  'many sign-ups, then one that says something else': [
    ...Array.from({ length: 4 }, () => signUp),
    ['/v1/accounts', { name: 'Other', password: strangers }],
  ],
};

describe('a stranger does not learn the state of an address', () => {
  it.each(Object.keys(attempts))('by %s', async (name) => {
    const answers = async (state: State) => {
      const email = await addressOf(state);
      const key = crypto.randomUUID();
      const seen = [];
      for (const [path, body] of attempts[name]!) {
        const { status, text } = await bench
          .client()
          .post(path, { email, ...body }, undefined, { 'idempotency-key': key });
        seen.push([path, status, text.replaceAll(/"(instance|requestId|correlationId)":"[^"]*"/g, '')]);
      }
      return seen;
    };
    const unknown = await answers('unknown');
    expect(await answers('pending')).toEqual(unknown);
    expect(await answers('active')).toEqual(unknown);
  });

  it('and the owner of an unconfirmed address is told what may be wrong', async () => {
    const email = await addressOf('pending');
    const { status, json } = await bench.client().post('/v1/sessions', { email, password });
    expect([status, json.code, json['title']]).toEqual([
      401,
      'sign-in-refused',
      'Address or password is not right, or the address is not confirmed yet',
    ]);
  });
});
