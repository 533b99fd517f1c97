import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'amqplib';
import { Client } from 'minio';
import { MongoClient } from 'mongodb';
import { createTransport } from 'nodemailer';
import { startPlatform, type Platform } from '../platform.ts';
import { groupIsAlive } from '../process-table.ts';
import { waitFor } from '../wait.ts';

/** Servers of our own, with a state folder that is used twice: what one run stored, the next one has. */
describe('the local servers', () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'admissions-servers-'));
  let platform: Platform;

  // Not those of the test run, which are in the environment.
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'],
  };

  const start = async () => {
    platform = await startPlatform({
      stateDir,
      ports: 'free',
      replicas: {},
      services: false,
      buildFirst: false,
      env,
      log: () => undefined,
    });
  };

  beforeAll(start, 90_000);
  afterAll(async () => {
    await platform.stop();
    rmSync(stateDir, { recursive: true, force: true });
  }, 60_000);

  it('keep secrets and addresses to this user', () => {
    for (const file of [
      'secrets.json',
      'accounts.json',
      'platform.env',
      'platform.env.json',
      'rabbitmq/rabbitmq.conf',
    ]) {
      expect([file, statSync(join(stateDir, file)).mode & 0o077]).toEqual([file, 0]);
    }
    expect(statSync(stateDir).mode & 0o077).toBe(0);
    // A command line can be read by every user of the machine.
    for (const pid of Object.values(platform.processes())) {
      const commandLine = process.platform === 'linux' ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
      for (const name of [
        'S3_SECRET_KEY',
        'STRIPE_SECRET_KEY',
        'STRIPE_WEBHOOK_SECRET',
        'SUBJECT_PRIVATE_KEY',
      ]) {
        expect(commandLine).not.toContain(platform.env[name]);
      }
    }
  });

  it('listen on the loopback address only', () => {
    if (process.platform !== 'linux') return;
    const listening = readFileSync('/proc/net/tcp', 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A')
      .map((fields) => fields[1]?.split(':') ?? []);
    const ports = [
      'MONGODB_URL',
      'RABBITMQ_URL',
      'S3_ENDPOINT',
      'SMTP_URL',
      'INBOX_URL',
      'STRIPE_API_URL',
    ].map((name) => Number(new URL(platform.env[name] as string).port));
    for (const port of ports) {
      const addresses = listening
        .filter(([, hex]) => Number.parseInt(hex ?? '', 16) === port)
        .map(([address]) => address);
      expect([port, addresses]).toEqual([port, ['0100007F']]);
    }
  });

  it('let a browser of another origin upload (CORS)', async () => {
    const response = await fetch(`${platform.env['S3_ENDPOINT']}/some-bucket`, {
      method: 'OPTIONS',
      headers: { origin: 'https://apply.example', 'access-control-request-method': 'POST' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('refuse a second platform on the same folder', async () => {
    await expect(start()).rejects.toThrow('already running');
  });

  it('keep what they stored over a restart', async () => {
    await store(platform.env);
    const before = platform.processes();
    await platform.stop();
    for (const pid of Object.values(before)) expect(groupIsAlive(pid)).toBe(false);
    expect(existsSync(join(stateDir, 'running.lock'))).toBe(false);
    await start();
    await expectStored(platform.env);
  }, 120_000);

  it('come back after one of them was killed, with what they stored', async () => {
    const [mongo] = platform.servers.filter(({ name }) => name.startsWith('MongoDB'));
    platform.kill('mongo', 'SIGKILL');
    await mongo?.stop();
    await mongo?.start();
    await expectStored(platform.env);
  }, 60_000);
});

const amqp = { queue: 'kept', options: { durable: true, arguments: { 'x-queue-type': 'quorum' } } };

function minio(env: Record<string, string>): Client {
  const { hostname, port } = new URL(env['S3_ENDPOINT'] as string);
  return new Client({
    endPoint: hostname,
    port: Number(port),
    useSSL: false,
    accessKey: env['S3_ACCESS_KEY'] as string,
    secretKey: env['S3_SECRET_KEY'] as string,
    region: env['S3_REGION'] as string,
  });
}

async function store(env: Record<string, string>): Promise<void> {
  const mongo = await MongoClient.connect(env['MONGODB_URL'] as string);
  await mongo.db('kept').collection<{ _id: string }>('things').insertOne({ _id: 'one' });
  await mongo.close();

  const broker = await connect(env['RABBITMQ_URL'] as string);
  const channel = await broker.createConfirmChannel();
  await channel.assertQueue(amqp.queue, amqp.options);
  channel.sendToQueue(amqp.queue, Buffer.from('one'), { persistent: true });
  await channel.waitForConfirms();
  await broker.close();

  await minio(env).makeBucket('kept-things', env['S3_REGION']);
  await minio(env).putObject('kept-things', 'a/one', 'one');

  await createTransport(env['SMTP_URL']).sendMail({
    from: env['MAIL_FROM'],
    to: 'candidate@mail.example',
    subject: 'Reçu',
    text: 'Merci',
  });
  await waitFor(async () => (await mails(env)).length === 1, { what: 'the mail', limitMs: 10_000 });
}

async function expectStored(env: Record<string, string>): Promise<void> {
  const mongo = await MongoClient.connect(env['MONGODB_URL'] as string);
  expect(await mongo.db('kept').collection<{ _id: string }>('things').findOne({ _id: 'one' })).toEqual({
    _id: 'one',
  });
  await mongo.close();

  const broker = await connect(env['RABBITMQ_URL'] as string);
  const channel = await broker.createChannel();
  // After a restart a quorum queue first elects its leader and counts again.
  await waitFor(async () => (await channel.checkQueue(amqp.queue)).messageCount === 1, {
    what: 'the message',
    limitMs: 10_000,
  });
  await broker.close();

  expect((await minio(env).statObject('kept-things', 'a/one')).size).toBe(3);
  expect((await mails(env)).map(({ subject }) => subject)).toEqual(['Reçu']);
  expect((await fetch(`${env['STRIPE_API_URL']}/health`)).ok).toBe(true);
}

async function mails(env: Record<string, string>): Promise<{ subject: string }[]> {
  return (await (await fetch(`${env['INBOX_URL']}/api/email`)).json()) as { subject: string }[];
}
