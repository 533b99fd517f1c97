import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { password, startBench, tokenOf, type Answer, type Bench } from './bench.ts';

const localAccounts = fileURLToPath(new URL('local-accounts.json', import.meta.url));
const other = 'neuf bateaux rouillés au soleil';
let bench: Bench;

beforeAll(async () => {
  bench = await startBench({ localAccounts });
});
afterAll(() => bench?.stop());

/** The page that a link opens, as a browser without scripts would use it. */
async function open(link: string) {
  const { pathname, search } = new URL(link);
  const page = await bench.client().get(pathname + search, 200);
  const hidden = Object.fromEntries(
    [...page.text.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  );
  const submit = (fields: Record<string, string> = {}) => post(pathname, { ...hidden, ...fields });
  return { page, submit };
}

function post(path: string, fields: Record<string, string>): Promise<Answer> {
  return bench.client().send('POST', path, new URLSearchParams(fields).toString(), undefined, {
    'content-type': 'application/x-www-form-urlencoded',
  });
}

async function newSignUp() {
  const email = `${crypto.randomUUID()}@example.org`;
  await bench.client().post('/v1/accounts', { email, name: 'Camille Martin', password }, 202);
  return { email, link: await bench.linkTo('emailConfirmationRequested', email) };
}

async function newReset() {
  const { email } = await bench.newCandidate();
  await bench.client().post('/v1/password-resets', { email }, 202);
  return { email, link: await bench.linkTo('passwordResetRequested', email) };
}

describe('the page of a link', () => {
  it('changes nothing when it is opened, by whatever reads mails; the button does, a double click once', async () => {
    const { email, link } = await newSignUp();
    for (let i = 0; i < 3; i++) await open(link);
    expect((await bench.client().post('/v1/sessions', { email, password })).json.code).toBe(
      'sign-in-refused',
    );
    const { submit } = await open(link);
    const [once, twice] = await Promise.all([submit(), submit()]);
    expect([once.status, twice.status]).toEqual([200, 200]);
    expect(once.text).toContain('Votre adresse est confirmée');
    await bench.signedIn({ email, password });
    const { submit: again } = await open(link);
    const used = await again();
    expect([used.status, used.text.includes('a déjà servi')]).toEqual([422, true]);
  });

  it('sets a password that is given twice the same, and says in French what is wrong with another', async () => {
    const { email, link } = await newReset();
    const { page, submit } = await open(link);
    expect(page.text).toContain('autocomplete="new-password"');
    const differ = await submit({ password: other, repeated: password });
    expect([differ.status, differ.text.includes('ne sont pas les mêmes')]).toEqual([422, true]);
    const weak = await submit({ password: 'court', repeated: 'court' });
    expect([weak.status, weak.text.includes('trop facile à deviner')]).toEqual([422, true]);
    expect((await submit({ password: other, repeated: other })).status).toBe(200);
    await bench.signedIn({ email, password: other });
  });

  it('activates an invitation and confirms another address', async () => {
    const administrator = await bench.signedIn(bench.administrator);
    const email = `${crypto.randomUUID()}@example.org`;
    await administrator.post(
      '/v1/staff',
      { email, name: 'Sacha Petit', grants: [{ role: 'officer', programmes: ['*'] }] },
      201,
    );
    const invitation = await open(await bench.linkTo('staffInvited', email));
    expect((await invitation.submit({ password: other, repeated: other })).status).toBe(200);
    const moved = `${crypto.randomUUID()}@example.org`;
    await (
      await bench.signedIn({ email, password: other })
    ).post('/v1/me/email-changes', { email: moved, password: other }, 202);
    const change = await open(await bench.linkTo('emailChangeRequested', moved));
    expect((await change.submit()).text).toContain('Votre adresse est changée');
    await bench.signedIn({ email: moved, password: other });
  });

  it('has no script, no foreign part, and tells its address to nobody', async () => {
    const { link } = await newReset();
    const { page } = await open(link);
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect([page.headers.get('referrer-policy'), page.headers.get('cache-control')]).toEqual([
      'same-origin',
      'no-store',
    ]);
    expect(page.text).not.toMatch(/<script|style="|https?:/);
    expect(page.text).toMatch(/^<!doctype html>\s*<html lang="fr">/i);
    expect((await bench.client().get('/pages.css', 200)).headers.get('content-type')).toBe(
      'text/css; charset=utf-8',
    );
  });

  it('shows what it is given as text, whatever it holds', async () => {
    const evil = '"><script>alert(1)</script>';
    const { text } = await bench.client().get(`/confirm-email?token=${encodeURIComponent(evil)}`, 200);
    expect(text).toContain('&quot;&gt;&lt;script&gt;');
    expect(text).not.toContain('<script');
    const { status, text: posted } = await post('/confirm-email', { token: evil, key: evil });
    expect([status, posted.includes('<script')]).toEqual([422, false]);
  });

  it.each(['token=a&token=b', 'token[x]=1', '', `token=${'x'.repeat(300)}`])(
    'with the query %j is no fault of ours',
    async (query) => {
      expect((await bench.client().get(`/reset-password?${query}`)).status).toBeLessThan(500);
    },
  );

  it('does not take JSON forms for API requests, nor API routes forms', async () => {
    const { link } = await newSignUp();
    const body = { token: tokenOf(link), key: crypto.randomUUID() };
    expect((await post('/v1/accounts/confirmations', body)).json.code).toBe('media-type-unsupported');
  });
});

describe('the page to which a payment returns', () => {
  it('opens at the address itself, where the buttons of letters lead', async () => {
    const page = await bench.client().send('GET', '/', undefined, 200, { accept: 'text/html' });
    expect(page.text).toContain('service des candidatures');
    expect(page.text).not.toContain('<script');
  });

  it('says that only the provider’s confirmation counts, or that nothing is paid', async () => {
    const returned = await bench
      .client()
      .get('/payment/return?order=order-1&outcome=paid&session_id=cs_1', 200);
    expect(returned.text).toContain('prestataire de paiement nous le confirme');
    const cancelled = await bench.client().get('/payment/return?order=order-1&outcome=cancelled', 200);
    expect(cancelled.text).toContain('Rien n’est payé');
  });
});
