import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MovableClock } from '@admissions/clock/movable-clock';
import { startBench, type Bench, type Client } from './bench.ts';
import { startStandIns, type StandIns } from './stand-ins.ts';

const localAccounts = fileURLToPath(new URL('local-accounts.json', import.meta.url));
const day = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'clock-'));
const clock = new MovableClock(join(folder, 'clock.json'));
let bench: Bench;
let others: StandIns;
let administrator: Client;

beforeAll(async () => {
  bench = await startBench({ localAccounts, clock });
  others = await startStandIns(bench);
  others.behave = (call) => ({ instance: `${call.service}-1`, offsetMs: clock.offsetMs() });
  administrator = await bench.signedIn(bench.administrator);
});
afterAll(async () => {
  await others?.stop();
  await bench?.stop();
  rmSync(folder, { recursive: true });
});

const move = (body: unknown, key?: string) =>
  administrator.post(
    '/v1/platform/clock',
    body,
    undefined,
    key === undefined ? {} : { 'idempotency-key': key },
  );

it('moves by a duration, once for each key', async () => {
  for (let i = 0; i < 3; i++)
    expect((await move({ advance: 'P3D' }, 'once')).json).toMatchObject({ offsetMs: 3 * day, movable: true });
  expect((await move({ advance: 'P1D' }, 'once')).json.code).toBe('idempotency-key-reused');
  expect((await move({ advance: 'PT12H' })).json['offsetMs']).toBe(3.5 * day);
  expect(clock.offsetMs()).toBe(3.5 * day);
});

it('moves to an instant, and never back', async () => {
  const to = new Date(Date.now() + 10 * day).toISOString();
  const { json } = await move({ to });
  expect(Math.abs(new Date(String(json['now'])).getTime() - new Date(to).getTime())).toBeLessThan(10_000);
  expect((await move({ to: new Date().toISOString() })).json.code).toBe('clock-only-forward');
});

it('answers only when every service follows', async () => {
  let asked = 0;
  others.behave = (call) => {
    const late = call.service === 'payments' && ++asked < 4;
    return { instance: `${call.service}-1`, offsetMs: late ? 0 : clock.offsetMs() };
  };
  const { json } = await move({ advance: 'P1D' });
  expect(asked).toBe(4);
  expect(new Set((json['services'] as { offsetMs: number }[]).map(({ offsetMs }) => offsetMs))).toEqual(
    new Set([clock.offsetMs()]),
  );
});

it.each([
  [{ advance: 'P1M' }],
  [{ advance: 'tomorrow' }],
  [{}],
  [{ to: '2026-11-24' }],
  [{ advance: 'P1D', to: '2030-01-01T00:00:00Z' }],
])('refuses %j', async (body) => {
  expect((await move(body)).json.code).toBe('invalid-input');
});

it('leaves sessions and links in real time', async () => {
  await move({ advance: 'P30D' });
  expect((await administrator.get('/v1/me')).status).toBe(200);
});
