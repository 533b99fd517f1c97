import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stripe } from 'stripe';
import { cardFee } from './balance.ts';
import { Clock } from './clock.ts';
import { Faults } from './faults.ts';
import { html } from './html.ts';
import { newId } from './ids.ts';
import { readSettings } from './settings.ts';
import { delayAfter, signature } from './webhooks.ts';

describe('signature', () => {
  it('is the one that the SDK computes, and checks', () => {
    const payload = '{"name":"Éléonore – 80,00 €"}';
    const at = 1_767_225_600_000;
    const ours = signature(payload, 'whsec_x', at);
    const theirs = Stripe.webhooks.generateTestHeaderString({
      payload,
      secret: 'whsec_x',
      timestamp: at / 1000,
    });
    expect(ours).toBe(theirs);
  });
});

describe('delays between attempts', () => {
  it('double from one second to about a minute, then stay at ten minutes', () => {
    const seconds = [1, 2, 3, 7, 8, 100].map((attempts) => delayAfter(attempts) / 1000);
    expect(seconds).toEqual([1, 2, 4, 64, 600, 600]);
  });
});

describe('business clock', () => {
  it('is real time without a file, moves with it, and keeps the last offset while the file is half written', () => {
    const folder = mkdtempSync(join(tmpdir(), 'clock-'));
    const file = join(folder, 'clock.json');
    const clock = new Clock(file);
    const offset = () => Math.round((clock.nowMs() - Date.now()) / 1000);
    expect(offset()).toBe(0);
    writeFileSync(file, '{"offsetMs":86400000}');
    expect(offset()).toBe(86_400);
    writeFileSync(file, '{"offs');
    expect(offset()).toBe(86_400);
    rmSync(folder, { recursive: true });
    expect(offset()).toBe(0);
    expect(new Clock(undefined).nowMs()).toBeLessThanOrEqual(Date.now());
  });
});

describe('settings', () => {
  const right = {
    STRIPE_EMULATOR_PORT: '4242',
    STRIPE_EMULATOR_STATE: '/tmp/x',
    STRIPE_SECRET_KEY: 'sk_test_1',
    STRIPE_WEBHOOK_URL: 'http://127.0.0.1:3000/webhooks/stripe',
    STRIPE_WEBHOOK_SECRET: 'whsec_1',
  };

  it('are read', () => {
    expect(readSettings(right)).toMatchObject({ port: 4242, clockFile: undefined });
  });

  it.each([
    ['STRIPE_EMULATOR_PORT', '70000'],
    ['STRIPE_EMULATOR_PORT', undefined],
    ['STRIPE_EMULATOR_STATE', ''],
    ['STRIPE_SECRET_KEY', 'sk_live_1'],
    ['STRIPE_WEBHOOK_URL', 'ftp://x'],
    ['STRIPE_WEBHOOK_SECRET', 'secret'],
    ['STRIPE_EMULATOR_LATER_MS', 'soon'],
  ])('stop the start: %s = %s', (name, value) => {
    expect(() => readSettings({ ...right, [name]: value })).toThrow(name);
  });
});

describe('small parts', () => {
  it('HTML is escaped, parts are not escaped twice', () => {
    const name = '<b a="1">&\'</b>';
    expect(html`<p title="${name}">${html`<i>${name}</i>`}${null}</p>`.html).toBe(
      '<p title="&lt;b a=&quot;1&quot;&gt;&amp;&#39;&lt;/b&gt;"><i>&lt;b a=&quot;1&quot;&gt;&amp;&#39;&lt;/b&gt;</i></p>',
    );
  });

  it('ids look like Stripe’s and do not repeat', () => {
    const ids = Array.from({ length: 1_000 }, () => newId('charge'));
    expect(ids.every((id) => /^ch_3[A-Za-z0-9]{23}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(1_000);
  });

  it('the fee of a European card is 1.5 % and 25 cents', () => {
    expect([cardFee(8_000), cardFee(50), cardFee(33)]).toEqual([145, 26, 25]);
  });

  it('faults count down and match by method and path', () => {
    const faults = new Faults();
    const fault = { times: 2, when: 'after', act: 'cut', method: 'POST', path: '/v1/refunds' } as const;
    faults.set({
      api: [{ ...fault, delayMs: undefined, keepFailure: undefined, status: undefined }],
      webhooks: undefined,
      refunds: { pending: 1, fail: undefined },
    });
    expect(faults.takeApi('after', 'GET', '/v1/refunds')).toBeUndefined();
    expect(faults.takeApi('before', 'POST', '/v1/refunds')).toBeUndefined();
    expect([1, 2, 3].map(() => faults.takeApi('after', 'POST', '/v1/refunds')?.act)).toEqual([
      'cut',
      'cut',
      undefined,
    ]);
    expect([faults.take('refunds', 'pending'), faults.take('refunds', 'pending')]).toEqual([true, false]);
  });
});
