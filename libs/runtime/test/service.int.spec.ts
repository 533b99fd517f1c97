import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Broker } from '@admissions/messaging/broker';
import { Store } from '@admissions/store/store';
import { baseConfig, readConfig } from '../src/config.ts';
import { Health } from '../src/health.ts';
import { RuntimeModule } from '../src/runtime.module.ts';
import { startService } from '../src/service.ts';
import { testServers, waitFor } from '../src/testing.ts';

const { publicKey } = generateKeyPairSync('ed25519');
const prefix = `t${randomBytes(4).toString('hex')}-`;
const env = readConfig(baseConfig, {
  ...testServers(),
  NODE_ENV: 'test',
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'silent',
  DATABASE_PREFIX: prefix,
  RABBITMQ_PREFIX: prefix,
  CLOCK_FILE: undefined,
  SUBJECT_PUBLIC_KEY: Buffer.from(publicKey.export({ type: 'spki', format: 'pem' })).toString('base64'),
});

let app: NestFastifyApplication | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

async function ask(path: string) {
  const answer = await fetch(`${await app!.getUrl()}${path}`);
  return { status: answer.status, body: (await answer.json()) as unknown };
}

/** The channels of the broker open a moment after the start; readiness says so. */
const becomesReady = () =>
  waitFor('a ready service', async () => (await ask('/health/ready')).status === 200);

describe('a service', () => {
  it('is live and ready once everything that it needs answers', async () => {
    app = await startService({ module: RuntimeModule.for('evaluation', env) });
    await becomesReady();
    expect(await ask('/health/live')).toEqual({ status: 200, body: { status: 'live' } });
    expect(await ask('/health/ready')).toEqual({ status: 200, body: { status: 'ready' } });
  });

  it('says which dependency is missing, and is live all the same', async () => {
    app = await startService({ module: RuntimeModule.for('evaluation', env) });
    await becomesReady();
    app.get(Health).register('object store', () => Promise.reject(new Error('refused')));
    await waitFor('the next round of checks', async () => (await ask('/health/ready')).status === 503);
    expect(await ask('/health/ready')).toEqual({
      status: 503,
      body: { status: 'not-ready', problems: { 'object store': 'refused' } },
    });
    expect((await ask('/health/live')).status).toBe(200);
  });

  it('is no longer ready while it drains', async () => {
    app = await startService({ module: RuntimeModule.for('evaluation', env) });
    app.get(Health).drain();
    expect((await ask('/health/ready')).status).toBe(503);
  });

  it('closes what it opened when its start fails', async () => {
    let opened: { store: Store; broker: Broker } | undefined;
    const start = startService({
      module: RuntimeModule.for('evaluation', env),
      configure(starting) {
        opened = { store: starting.get(Store), broker: starting.get(Broker) };
        throw new Error('the catalogue is wrong');
      },
    });
    await expect(start).rejects.toThrow('the catalogue is wrong');
    expect(opened!.broker.ready()).not.toEqual([]);
    expect(await opened!.store.ready()).not.toEqual([]);
  });
});
