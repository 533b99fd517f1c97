import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { staffInvited } from '@admissions/contracts/gateway';
import { waitFor } from '@admissions/runtime/testing';
import { password, startBench, tokenOf, type Bench, type Client } from './bench.ts';

const localAccounts = fileURLToPath(new URL('local-accounts.json', import.meta.url));
const officer = [{ role: 'officer', programmes: ['ms-one'] }];
const administrators = [{ role: 'administrator', programmes: [] }];
let bench: Bench;
let administrator: Client;

beforeAll(async () => {
  bench = await startBench({ localAccounts });
  administrator = await bench.signedIn(bench.administrator);
});
afterAll(() => bench?.stop());

const fresh = () => `${crypto.randomUUID()}@example.org`;
const invite = (email: string, grants: unknown = officer, key: string = crypto.randomUUID()) =>
  administrator.post('/v1/staff', { email, name: 'Sacha Petit', grants }, undefined, {
    'idempotency-key': key,
  });
const accept = async (email: string, after = 0) =>
  bench.client().post('/v1/accounts/invitations', {
    token: tokenOf(await bench.linkTo('staffInvited', email, after)),
    password,
  });
const idOf = async (client: Client) => String((await client.get('/v1/me', 200)).json['id']);
async function newStaff(grants: unknown): Promise<{ id: string; client: Client; email: string }> {
  const email = fresh();
  const { json } = await invite(email, grants);
  expect((await accept(email)).status).toBe(204);
  return { id: String(json['accountId']), client: await bench.signedIn({ email, password }), email };
}
async function rows(): Promise<Record<string, { state: string; grants: unknown }>> {
  const all: [string, { state: string; grants: unknown }][] = [];
  for (let path: string | undefined = '/v1/staff?limit=2'; path;) {
    const { json } = await administrator.get(path, 200);
    for (const row of json['items'] as { email: string; state: string; grants: unknown }[])
      all.push([row.email, row]);
    path =
      json['next'] === undefined
        ? undefined
        : `/v1/staff?limit=2&cursor=${encodeURIComponent(json['next'] as string)}`;
  }
  return Object.fromEntries(all);
}

describe('an invitation', () => {
  it('is mailed, accepted with a password, and shown in the list', async () => {
    const email = fresh();
    const { status } = await invite(email);
    expect(status).toBe(201);
    await waitFor('the row', async () => (await rows())[email]?.state === 'invited');
    expect((await bench.client().post('/v1/sessions', { email, password })).json.code).toBe(
      'sign-in-refused',
    );
    expect((await accept(email)).status).toBe(204);
    await waitFor('the row', async () => (await rows())[email]?.state === 'active');
    expect((await rows())[email]?.grants).toEqual(officer);
    expect(Object.keys(await rows())).toEqual(Object.keys(await rows()).toSorted());
    const me = await (await bench.signedIn({ email, password })).get('/v1/me', 200);
    expect(me.json['permissions']).toEqual(expect.arrayContaining(['queue:read', 'application:read']));
    expect(me.json['permissions']).not.toContain('application:create');
  });

  it('made again voids the link before', async () => {
    const email = fresh();
    const first = await invite(email);
    const old = tokenOf(await bench.linkTo('staffInvited', email));
    const second = await invite(email);
    expect(second.json).toEqual(first.json);
    expect((await bench.client().post('/v1/accounts/invitations', { token: old, password })).json.code).toBe(
      'link-invalid',
    );
    expect((await accept(email, 1)).status).toBe(204);
  });

  it('to the address of an account is refused to whom it names; that account can be given roles', async () => {
    const person = await bench.newCandidate();
    const { status, json } = await invite(person.email);
    expect([status, json.code]).toEqual([409, 'email-taken']);
    const { accountId } = json['data'] as { accountId: string };
    const given = await administrator.put(`/v1/staff/${accountId}/grants`, { grants: officer }, 200);
    expect(given.json).toMatchObject({ email: person.email, state: 'active', grants: officer });
    const me = (await (await bench.signedIn(person)).get('/v1/me', 200)).json;
    expect(me['grants']).toEqual([{ role: 'candidate', programmes: [] }, ...officer]);
    await administrator.delete(`/v1/staff/${accountId}`, 204);
    expect((await (await bench.signedIn(person)).get('/v1/me', 200)).json['grants']).toEqual([
      { role: 'candidate', programmes: [] },
    ]);
  });

  it('drops what a stranger signed up with that address', async () => {
    const email = fresh();
    await bench.client().post('/v1/accounts', { email, name: 'Stranger', password }, 202);
    const strange = tokenOf(await bench.linkTo('emailConfirmationRequested', email));
    expect((await invite(email)).status).toBe(201);
    expect((await bench.client().post('/v1/accounts/confirmations', { token: strange })).json.code).toBe(
      'link-invalid',
    );
    expect((await accept(email)).status).toBe(204);
  });

  it.each([
    ['no role', []],
    ['a role twice', [...officer, { role: 'officer', programmes: ['*'] }]],
    ['a role of programmes without programmes', [{ role: 'officer', programmes: [] }]],
    ['the role of candidates', [{ role: 'candidate', programmes: [] }]],
    ['an unknown role', [{ role: 'king', programmes: ['*'] }]],
    ['a programme that is no name', [{ role: 'officer', programmes: ['MS One; drop'] }]],
  ])('with %s is refused', async (_what, grants) => {
    expect((await invite(fresh(), grants)).json.code).toBe('invalid-input');
  });

  it('of 50 at once with one key is one, with the same answer; another body with the key is refused', async () => {
    const email = fresh();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => invite(email, officer, 'the same key')),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(201);
    await bench.linkTo('staffInvited', email);
    expect((await invite(email, administrators, 'the same key')).json.code).toBe('idempotency-key-reused');
    const elsewhere = fresh();
    expect((await invite(elsewhere, officer, 'the same key')).json.code).toBe('idempotency-key-reused');
    const sent = bench.seen(staffInvited).filter(({ data }) => [email, elsewhere].includes(data.email));
    expect(sent).toHaveLength(1);
    // The address of the refused one was not taken by it.
    expect((await invite(elsewhere)).status).toBe(201);
  });
});

describe('roles', () => {
  it('that change end all sessions of the person', async () => {
    const { id, client, email } = await newStaff(officer);
    const grants = [{ role: 'finance-officer', programmes: ['*'] }];
    expect((await administrator.put(`/v1/staff/${id}/grants`, { grants }, 200)).json['grants']).toEqual(
      grants,
    );
    expect((await client.get('/v1/me')).status).toBe(401);
    expect((await (await bench.signedIn({ email, password })).get('/v1/me', 200)).json['grants']).toEqual(
      grants,
    );
  });

  it('that are taken end the account, and free its address', async () => {
    const { id, client, email } = await newStaff(officer);
    await administrator.delete(`/v1/staff/${id}`, 204, { 'idempotency-key': 'once' });
    await administrator.delete(`/v1/staff/${id}`, 204, { 'idempotency-key': 'once' });
    expect((await administrator.delete(`/v1/staff/${id}`)).status).toBe(404);
    expect((await client.get('/v1/me')).status).toBe(401);
    expect((await bench.client().post('/v1/sessions', { email, password })).json.code).toBe(
      'sign-in-refused',
    );
    expect((await invite(email)).status).toBe(201);
  });

  it('of an account that is not there, or is no staff, cannot be taken', async () => {
    const candidate = await idOf(await bench.signedIn(await bench.newCandidate()));
    for (const id of ['account-nowhere', candidate])
      expect((await administrator.delete(`/v1/staff/${id}`)).status).toBe(404);
    expect((await administrator.put('/v1/staff/account-nowhere/grants', { grants: officer })).status).toBe(
      404,
    );
  });
});

describe('who can be named to look at applications', () => {
  const evaluators = [
    { role: 'officer', programmes: ['ms-named'] },
    { role: 'evaluator', programmes: ['ms-named', 'ms-other'] },
    { role: 'jury-chair', programmes: ['ms-other'] },
  ];
  const path = '/v1/staff/evaluators?programmeId=';

  it('is told to officers of that programme: id, name and those roles, and nothing else', async () => {
    const named = await newStaff(evaluators);
    const invited = fresh();
    await invite(invited, evaluators);
    const here = await newStaff([{ role: 'officer', programmes: ['ms-named'] }]);
    const row = { accountId: named.id, name: 'Sacha Petit', roles: ['evaluator'] };
    await waitFor('the row', async () => {
      const { json } = await here.client.get(`${path}ms-named`, 200);
      return (json['items'] as unknown[]).length > 0;
    });
    const { json, text } = await here.client.get(`${path}ms-named`, 200);
    expect(json).toEqual({ items: [row] });
    expect(text).not.toContain('@');
    const everywhere = await newStaff([{ role: 'officer', programmes: ['*'] }]);
    expect((await everywhere.client.get(`${path}ms-other`, 200)).json['items']).toEqual([
      { ...row, roles: ['evaluator', 'jury-chair'] },
    ]);
    await administrator.delete(`/v1/staff/${named.id}`, 204);
    await waitFor('the row to go', async () => {
      const left = await here.client.get(`${path}ms-named`, 200);
      return (left.json['items'] as unknown[]).length === 0;
    });
  });

  it('is not told to officers of another programme, nor to those who are named', async () => {
    const elsewhere = await newStaff([{ role: 'officer', programmes: ['ms-elsewhere'] }]);
    expect((await elsewhere.client.get(`${path}ms-named`)).status).toBe(404);
    expect((await elsewhere.client.get('/v1/staff/evaluators')).json.code).toBe('invalid-input');
    expect((await elsewhere.client.get(`${path}*`)).json.code).toBe('invalid-input');
    const evaluator = await newStaff([{ role: 'evaluator', programmes: ['*'] }]);
    expect((await evaluator.client.get(`${path}ms-named`)).json.code).toBe('permission-missing');
    expect((await administrator.get(`${path}ms-named`)).json.code).toBe('permission-missing');
  });

  it('of an officer who judges elsewhere only: the two roles do not mix', async () => {
    const mixed = await newStaff([
      { role: 'officer', programmes: ['ms-elsewhere'] },
      { role: 'evaluator', programmes: ['ms-named'] },
    ]);
    expect((await mixed.client.get(`${path}ms-named`)).status).toBe(404);
    expect((await mixed.client.get(`${path}ms-elsewhere`)).status).toBe(200);
  });
});

describe('the last administrator', () => {
  it('cannot be removed, demoted, or lost when two remove each other at once', async () => {
    const own = await idOf(administrator);
    expect((await administrator.delete(`/v1/staff/${own}`)).json.code).toBe('last-administrator');
    expect((await administrator.put(`/v1/staff/${own}/grants`, { grants: officer })).json.code).toBe(
      'last-administrator',
    );
    // An invitation that is not accepted counts for nothing.
    await invite(fresh(), administrators);
    expect((await administrator.delete(`/v1/staff/${own}`)).json.code).toBe('last-administrator');

    const second = await newStaff(administrators);
    const answers = await Promise.all([
      administrator.delete(`/v1/staff/${second.id}`),
      second.client.delete(`/v1/staff/${own}`),
    ]);
    const refused = answers.filter(({ status }) => status !== 204);
    expect(refused).toHaveLength(1);
    expect(['last-administrator', 'not-signed-in', 'permission-missing']).toContain(refused[0]!.json.code);
    const left = await Promise.all([administrator.get('/v1/staff'), second.client.get('/v1/staff')]);
    expect(left.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
