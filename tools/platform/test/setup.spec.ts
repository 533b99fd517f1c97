import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { localAccounts } from '../accounts.ts';
import { consoleLine } from '../console-line.ts';
import { readEnvFile, writeEnvFiles } from '../env-file.ts';
import { root } from '../paths.ts';
import { findPrograms } from '../programs.ts';
import { loadSecrets } from '../secrets.ts';
import { inheritable, ownEnvironment, services, sharedEnvironment } from '../service-environment.ts';
import { startCardEmulator } from '../servers/card-emulator.ts';
import { startMail } from '../servers/mail.ts';
import { startMongo } from '../servers/mongo.ts';
import { startObjectStore } from '../servers/object-store.ts';
import { startRabbitmq } from '../servers/rabbitmq.ts';
import type { ServerContext } from '../servers/server.ts';
import { go } from '../setup/go.ts';
import { kept } from '../setup/kept.ts';
import { holder, tryLock } from '../setup/lock.ts';
import { installRabbitmq, rootPrefix } from '../setup/rabbitmq.ts';
import { takeState, runningFrom } from '../state.ts';

describe('set-up', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'admissions-setup-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  describe('what is built once', () => {
    it('is built once even when two ask at the same time', async () => {
      let builds = 0;
      const build = async (target: string) => {
        builds += 1;
        await new Promise((resolve) => setImmediate(resolve));
        writeFileSync(join(target, 'program'), 'x');
      };
      const env = { XDG_CACHE_HOME: folder };
      const paths = await Promise.all([kept('thing@1', env, build), kept('thing@1', env, build)]);
      expect(builds).toBe(1);
      expect(new Set(paths)).toEqual(new Set([join(folder, 'admissions-platform', 'thing@1')]));
    });

    it('leaves nothing behind when the build fails, so that the next try builds again', async () => {
      const env = { XDG_CACHE_HOME: folder };
      await expect(kept('thing@1', env, () => Promise.reject(new Error('no network')))).rejects.toThrow(
        'no network',
      );
      expect(readdirSync(join(folder, 'admissions-platform'))).toEqual([]);
      await kept('thing@1', env, () => Promise.resolve());
      expect(readdirSync(join(folder, 'admissions-platform'))).toEqual(['thing@1']);
    });

    it('takes over the lock of a process that is dead, not of one that lives', () => {
      const file = join(folder, 'lock');
      writeFileSync(file, JSON.stringify({ pid: process.pid, startedAt: 'before' }));
      expect(holder(file)).toBeUndefined();
      expect(tryLock(file)).toBe(true);
      expect(holder(file)?.pid).toBe(process.pid);
      expect(tryLock(file)).toBe(false);
    });
  });

  it('prefers a program on PATH, if it may be run', () => {
    writeFileSync(join(folder, 'mongod'), '#!/bin/sh\n', { mode: 0o755 });
    writeFileSync(join(folder, 'minio'), 'not a program', { mode: 0o644 });
    const programs = findPrograms({ PATH: folder }, () => undefined);
    expect(programs.mongod).toBe(join(folder, 'mongod'));
    expect(programs.minio).toBeUndefined();
  });

  describe('what is missing and cannot be installed is named with what to do', () => {
    const silent = () => undefined;
    it('Go', () => {
      const missing = () => go({ PATH: folder }, 'the local MongoDB', 'name a server in MONGODB_URL', folder);
      expect(missing).toThrow(
        /Go is needed to build the local MongoDB.*Install Go.*or name a server in MONGODB_URL/s,
      );
    });
    it('a Go that is too old', () => {
      writeFileSync(join(folder, 'go'), '#!/bin/sh\necho go1.19.8\n', { mode: 0o755 });
      const old = () =>
        go({ PATH: `${folder}:/bin:/usr/bin` }, 'the local MongoDB', 'name a server in MONGODB_URL');
      expect(old).toThrow(/`go` is go1.19.8, which is too old.*Install Go 1.24/s);
      writeFileSync(join(folder, 'go'), '#!/bin/sh\necho go1.26.8\n', { mode: 0o755 });
      expect(old()).toBe(join(folder, 'go'));
    });
    it('apt-get', async () => {
      const missing = installRabbitmq({ PATH: folder }, silent);
      await expect(missing).rejects.toThrow(/no apt-get.*Install RabbitMQ.*RABBITMQ_URL/s);
    });
    it('root', () => {
      expect(() => rootPrefix({ PATH: folder }, 1000)).toThrow(/needs root or sudo.*RABBITMQ_URL/s);
      expect(rootPrefix({ PATH: folder }, 0)).toEqual([]);
      writeFileSync(join(folder, 'sudo'), '#!/bin/sh\n', { mode: 0o755 });
      expect(rootPrefix({ PATH: folder }, 1000)[0]).toBe(join(folder, 'sudo'));
    });
  });

  describe('an address in the environment replaces a local server', () => {
    // No program could be started with this: reaching for one would fail.
    const context = (env: Record<string, string>) => ({ env, signal: undefined }) as unknown as ServerContext;
    it.each([
      [startMongo, { MONGODB_URL: 'mongodb://u:secret@db.example/' }, 'mongodb://db.example/'],
      [startRabbitmq, { RABBITMQ_URL: 'amqp://u:secret@mq.example/' }, 'amqp://mq.example/'],
      [
        startObjectStore,
        { S3_ENDPOINT: 'https://s3.example', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b' },
        'https://s3.example',
      ],
      [startMail, { SMTP_URL: 'smtp://mail.example' }, 'smtp://mail.example'],
      [
        startCardEmulator,
        { STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' },
        'the provider',
      ],
    ])('%p', async (start, env, shown) => {
      const server = await start(context(env));
      expect(server.env).toMatchObject(env);
      expect(server.address).toBe(shown);
      expect(server.processes()).toEqual([]);
    });

    it('and what belongs to the address is asked for', async () => {
      await expect(startObjectStore(context({ S3_ENDPOINT: 'https://s3.example' }))).rejects.toThrow(
        'S3_ACCESS_KEY',
      );
      expect(() => startCardEmulator(context({ STRIPE_SECRET_KEY: 'sk_test_x' }))).toThrow(
        'STRIPE_WEBHOOK_SECRET',
      );
    });
  });

  it('takes a state folder for one platform at a time', () => {
    const release = takeState(folder);
    expect(runningFrom(folder)).toBe(process.pid);
    expect(() => takeState(folder)).toThrow('already running');
    release();
    expect(runningFrom(folder)).toBeUndefined();
  });

  it('makes secrets once per state folder, for this user only, and adds new ones to old folders', () => {
    const first = loadSecrets(folder);
    expect(loadSecrets(folder)).toEqual(first);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    const { messageSealKey: _forgotten, ...older } = first;
    writeFileSync(join(folder, 'secrets.json'), JSON.stringify(older));
    const second = loadSecrets(folder);
    expect(second).toMatchObject(older);
    expect(Buffer.from(second.messageSealKey, 'base64')).toHaveLength(32);
    mkdirSync(join(folder, 'other'));
    expect(loadSecrets(join(folder, 'other')).rabbitmqPassword).not.toBe(first.rabbitmqPassword);
  });

  it('makes the accounts that the process wants of each staff role, kept over a restart', () => {
    const accounts = localAccounts(folder);
    expect(localAccounts(folder)).toEqual(accounts);
    expect(accounts.flatMap(({ roles }) => roles.map(({ role }) => role)).sort()).toEqual(
      ['administrator', 'officer', 'jury-chair', 'evaluator', 'evaluator', 'jury-member', 'jury-member']
        .concat('finance-officer', 'finance-officer')
        .sort(),
    );
    expect(accounts.every(({ email }) => email.endsWith('@school.example'))).toBe(true);
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
  });

  it('gives each secret only to the services that need it', () => {
    const secrets = loadSecrets(folder);
    const shared = sharedEnvironment({
      stateDir: folder,
      secrets,
      servers: {},
      publicUrl: 'http://x',
      env: {},
    });
    expect(Object.values(shared)).not.toContain(secrets.subjectPrivateKey);
    expect(Object.values(shared)).not.toContain(secrets.messageSealKey);
    const withPrivateKey = services.filter(
      (name) => 'SUBJECT_PRIVATE_KEY' in ownEnvironment(name, folder, secrets),
    );
    const withSealKey = services.filter(
      (name) => 'MESSAGE_SEAL_KEY' in ownEnvironment(name, folder, secrets),
    );
    expect(withPrivateKey).toEqual(['gateway']);
    expect(withSealKey).toEqual(['gateway', 'notifications']);
    expect(inheritable({ SUBJECT_PRIVATE_KEY: 'x', OTHER: 'y' })).toEqual({ OTHER: 'y' });
  });

  it('writes addresses that a shell and a program read alike', () => {
    const env = { MONGODB_URL: 'mongodb://h/?a=1&b=2', MAIL_FROM: "L'école <a@school.example>" };
    writeEnvFiles(join(folder, 'x.env'), env);
    expect(readEnvFile(join(folder, 'x.env'))).toEqual(env);
    expect(readFileSync(join(folder, 'x.env'), 'utf8')).toContain(
      `MAIL_FROM='L'\\''école <a@school.example>'`,
    );
  });

  it('shows warnings and errors of a service on the console, nothing else', () => {
    expect(consoleLine('payments-1', '{"level":30,"msg":"started"}')).toBeUndefined();
    expect(consoleLine('payments-1', '{"level":50,"msg":"failed","err":{"message":"no broker"}}')).toBe(
      'ERROR payments-1: failed: no broker',
    );
    expect(consoleLine('payments-1', '{"level":"warn","msg":"slow"}')).toBe('WARN payments-1: slow');
    expect(consoleLine('payments-1', '{"level":"info","msg":"ready"}')).toBeUndefined();
    expect(consoleLine('payments-1', 'Error: MONGODB_URL is missing')).toBe(
      'payments-1: Error: MONGODB_URL is missing',
    );
    expect(consoleLine('payments-1', '(node:1) ExperimentalWarning: x')).toBeUndefined();
    expect(consoleLine('payments-1', '')).toBeUndefined();
  });
});

describe('demonstration catalogue', () => {
  const { programmes } = parse(
    readFileSync(join(root, 'tools', 'platform', 'demo-catalogue.yaml'), 'utf8'),
  ) as {
    programmes: {
      id: string;
      ects: number;
      taughtHours: number;
      missionMonths: number;
      durationMonths: number;
      tuition: { amount: number };
      intakes: {
        id: string;
        opensOn: string;
        closesOn: string;
        startsOn: string;
        ruleSet: { applicationFee: { amount: number }; deposit: { amount: number } };
      }[];
    }[];
  };

  it('has three programmes with two intakes each, all ids different', () => {
    expect(programmes.map(({ intakes }) => intakes.length)).toEqual([2, 2, 2]);
    const ids = programmes.flatMap(({ id, intakes }) => [id, ...intakes.map((intake) => intake.id)]);
    expect(new Set(ids).size).toBe(9);
    expect(ids.every((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toBe(true);
  });

  it('has programmes of the shape that the accreditation wants (R2)', () => {
    for (const programme of programmes) {
      expect(programme.ects).toBe(75);
      expect(programme.taughtHours).toBeGreaterThanOrEqual(350);
      expect(programme.missionMonths).toBeGreaterThanOrEqual(4);
      expect(programme.durationMonths).toBeGreaterThanOrEqual(12);
      expect(programme.durationMonths).toBeLessThanOrEqual(24);
    }
  });

  it('asks 80 EUR of fee and 450 EUR of deposit, at most 30 % of the tuition (R78, R87, R90)', () => {
    for (const { tuition, intakes } of programmes) {
      for (const { ruleSet } of intakes) {
        expect(ruleSet.applicationFee.amount).toBe(8000);
        expect(ruleSet.deposit.amount).toBe(45_000);
        expect(ruleSet.deposit.amount).toBeLessThanOrEqual(tuition.amount * 0.3);
      }
    }
  });

  it('has intakes that open before they close and close before they start', () => {
    for (const { intakes } of programmes) {
      for (const { opensOn, closesOn, startsOn } of intakes) {
        expect([opensOn, closesOn, startsOn].sort()).toEqual([opensOn, closesOn, startsOn]);
      }
    }
  });
});
