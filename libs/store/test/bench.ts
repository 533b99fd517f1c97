import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FixedClock } from '@admissions/clock/clock';
import { jest } from '@jest/globals';
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import type { Logger } from '../src/logger.ts';
import { Store } from '../src/store.ts';
import type { StoreOptions } from '../src/store.ts';
import { JournalPublisher } from './journal.ts';
import type { Job } from './worker.ts';

// Shared machines are slow at times; every wait below has its own limit.
jest.setTimeout(60_000);

/** A database of its own on the real engine, a file as broker, clocks that stand still, and stores over them. */
export class Bench {
  readonly url: string;
  readonly database: string;
  readonly folder: string;
  readonly publisher: JournalPublisher;
  /** Business time. */
  readonly clock = new FixedClock('2026-11-24T09:00:00Z');
  readonly logged: { level: string; message: string; fields: object }[] = [];
  readonly #stores: Store[] = [];
  #raw: Connection | undefined;

  constructor(name: string) {
    const url = process.env['MONGODB_URL'];
    if (!url) throw new Error('MONGODB_URL names the database server of the tests');
    this.url = url;
    this.database = `store_${name}_${randomBytes(4).toString('hex')}`;
    this.folder = mkdtempSync(join(tmpdir(), `${this.database}-`));
    this.publisher = new JournalPublisher(join(this.folder, 'published'));
  }

  async store(options: Partial<StoreOptions> = {}): Promise<Store> {
    const { url, database, publisher, clock } = this;
    const store = await Store.open({
      url,
      database,
      publisher,
      clock,
      logger: this.#logger(),
      drainMs: 2_000,
      ...options,
    });
    this.#stores.push(store);
    return store;
  }

  /** The collections as they are, for looking and for breaking. */
  async raw(): Promise<NonNullable<Connection['db']>> {
    this.#raw ??= await mongoose.createConnection(this.url, { dbName: this.database }).asPromise();
    return this.#raw.db as NonNullable<Connection['db']>;
  }

  /** Runs the worker in a process of its own; resolves with how it ended. */
  work(
    job: Omit<Job, 'url' | 'database' | 'folder'>,
  ): Promise<{ code: number | null; signal: string | null; errors: string }> {
    const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
    const whole: Job = { url: this.url, database: this.database, folder: this.folder, ...job };
    const child = spawn(
      process.execPath,
      ['--import', here('./sources.ts'), here('./worker.ts'), JSON.stringify(whole)],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          NODE_COMPILE_CACHE: join(tmpdir(), 'admissions-test-compile-cache'),
        },
        timeout: 60_000,
      },
    );
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve({ code, signal, errors }));
    });
  }

  file(name: string): string {
    return join(this.folder, name);
  }

  async drop(): Promise<void> {
    for (const store of this.#stores) await store.close().catch(() => undefined);
    await (await this.raw()).dropDatabase();
    await this.#raw?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #logger(): Logger {
    const log = (level: string) => (fields: object, message: string) =>
      void this.logged.push({ level, message, fields });
    return { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
  }
}

/** Waits for a condition, at most ten seconds; fails with what it was waiting for. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  limitMs = 10_000,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited ${limitMs} ms for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
