import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { password, startBench, tokenOf, type Bench } from './bench.ts';

const localAccounts = fileURLToPath(new URL('local-accounts.json', import.meta.url));
/** Costs the estimator the most that we know of. */
const costly = () => `p4$5w0rd1!|l7+${crypto.randomUUID()}`;
let bench: Bench;

beforeAll(async () => {
  bench = await startBench({ localAccounts });
});
afterAll(() => bench?.stop());

/** How often the thread turned while `work` ran. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let next = setImmediate(function turn() {
    turns++;
    next = setImmediate(turn);
  });
  await work().finally(() => clearImmediate(next));
  return turns;
}

describe('the check of a new password', () => {
  it('leaves the thread to others', async () => {
    const policy = bench.app.get<{ check(password: string, about: object): Promise<unknown> }>(
      (await import('../src/auth/password-policy.ts')).PasswordPolicy,
      { strict: false },
    );
    await policy.check(costly(), { email: '', name: '' });
    expect(await turnsDuring(() => policy.check(costly(), { email: '', name: '' }))).toBeGreaterThan(20);
  });

  it('is not made for who has no link: an invented one is refused before, a good one is not used up', async () => {
    const paths = ['/v1/password-resets/confirmations', '/v1/accounts/invitations'];
    const invented = `account-nobody.${'A'.repeat(43)}`;
    for (const path of paths) {
      const { status, json } = await bench.client().post(path, { token: invented, password: 'weak' });
      expect([path, status, json.code]).toEqual([path, 422, 'link-invalid']);
    }
    const { email } = await bench.newCandidate();
    await bench.client().post('/v1/password-resets', { email }, 202);
    const token = tokenOf(await bench.linkTo('passwordResetRequested', email));
    const reset = (secret: string) => bench.client().post(paths[0]!, { token, password: secret });
    expect((await reset('weak')).json.code).toBe('password-too-weak');
    expect((await reset(`${password} encore`)).status).toBe(204);
    expect((await reset('weak')).json.code).toBe('link-invalid');
  });

  it('beyond what can be worked on asks to come again, and all others get their answer', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const email = `${crypto.randomUUID()}@example.org`;
        const body = { email, name: 'Camille Martin', password: 'azertyuiopqsdfghjklm' };
        return (await bench.client().post('/v1/accounts', body)).status;
      }),
    );
    expect(statuses.filter((status) => status === 422).length).toBeGreaterThanOrEqual(64);
    expect(new Set([...statuses, 422])).toEqual(new Set([...statuses.filter((s) => s === 429), 422]));
    const { status } = await bench.client().post('/v1/accounts', {
      email: `${crypto.randomUUID()}@example.org`,
      name: 'Camille Martin',
      password: costly(),
    });
    expect(status).toBe(202);
  });
});
