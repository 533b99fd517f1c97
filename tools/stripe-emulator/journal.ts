// The state: one SQLite file, each change one transaction on disk before anybody is told of it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

export type Stored = { id: string; object: string; created?: number | null };

const SCHEMA = `
CREATE TABLE IF NOT EXISTS objects (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL UNIQUE, created INTEGER NOT NULL,
  body TEXT NOT NULL, hidden TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS by_kind ON objects(kind, seq);
CREATE INDEX IF NOT EXISTS by_intent ON objects(json_extract(body, '$.payment_intent'));
CREATE INDEX IF NOT EXISTS by_charge ON objects(json_extract(body, '$.charge'));
CREATE INDEX IF NOT EXISTS open_sessions ON objects(json_extract(body, '$.expires_at'))
  WHERE kind = 'checkout.session' AND json_extract(body, '$.status') = 'open';
CREATE TABLE IF NOT EXISTS deliveries (
  event TEXT PRIMARY KEY, created_ms INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL,
  next_ms INTEGER NOT NULL, last_result TEXT);
CREATE INDEX IF NOT EXISTS pending_deliveries ON deliveries(next_ms) WHERE state = 'pending';
CREATE INDEX IF NOT EXISTS undelivered ON deliveries(event) WHERE state <> 'delivered';
CREATE TABLE IF NOT EXISTS timers (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, due_ms INTEGER NOT NULL, act TEXT NOT NULL, target TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS timers_due ON timers(due_ms);
CREATE TABLE IF NOT EXISTS keys (
  key TEXT PRIMARY KEY, created_ms INTEGER NOT NULL, path TEXT NOT NULL, form TEXT NOT NULL, status INTEGER NOT NULL,
  body TEXT NOT NULL, request TEXT NOT NULL, replays INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS attempts (
  session TEXT NOT NULL, token TEXT NOT NULL, outcome TEXT NOT NULL, PRIMARY KEY (session, token));
CREATE TABLE IF NOT EXISTS challenges (
  id TEXT PRIMARY KEY, session TEXT NOT NULL, facts TEXT NOT NULL, state TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS requests (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, at_ms INTEGER NOT NULL, method TEXT NOT NULL,
  path TEXT NOT NULL, form TEXT NOT NULL, key TEXT, status INTEGER NOT NULL, replayed INTEGER NOT NULL);
`;

export class Journal {
  #db: DatabaseSync;
  #statements = new Map<string, StatementSync>();
  #depth = 0;

  /** Opens (or creates) the state in a folder; refuses when another emulator has it open. */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'stripe-emulator.sqlite');
    this.#db = new DatabaseSync(file);
    try {
      // Exclusive: two emulators on one state would each send every webhook. The lock dies with the process.
      this.#db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
      this.#db.exec(SCHEMA);
    } catch (error) {
      this.#db.close();
      if (!String(error).includes('locked')) throw error;
      throw new Error(`Another Stripe emulator uses the state in ${folder}.`, { cause: error });
    }
  }

  /** All of the work is kept, or none of it. A transaction inside another is part of the outer one. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.#db.exec('BEGIN IMMEDIATE');
    this.#depth += 1;
    try {
      const result = work();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  rows<T>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.#prepared(sql).all(...values) as T[];
  }

  row<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return this.#prepared(sql).get(...values) as T | undefined;
  }

  /** Changes rows; the answer is how many. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepared(sql).run(...values).changes);
  }

  /** Keeps a new object. `hidden` holds what the emulator knows and the API never shows. */
  insert(object: Stored, created: number, hidden: object = {}): void {
    const sql = 'INSERT INTO objects (kind, id, created, body, hidden) VALUES (?, ?, ?, ?, ?)';
    this.run(sql, object.object, object.id, created, JSON.stringify(object), JSON.stringify(hidden));
  }

  save(object: Stored): void {
    const changed = this.run('UPDATE objects SET body = ? WHERE id = ?', JSON.stringify(object), object.id);
    if (changed !== 1) throw new Error(`${object.id} is not in the journal`);
  }

  find<T extends Stored>(kind: T['object'], id: string): T | undefined {
    const row = this.row<{ body: string }>('SELECT body FROM objects WHERE id = ? AND kind = ?', id, kind);
    return row && (JSON.parse(row.body) as T);
  }

  /** As find, for an object that must be there because another one names it. */
  get<T extends Stored>(kind: T['object'], id: string): T {
    const found = this.find<T>(kind, id);
    if (found === undefined) throw new Error(`${kind} ${id} is not in the journal`);
    return found;
  }

  hidden<T>(id: string): T {
    const row = this.row<{ hidden: string }>('SELECT hidden FROM objects WHERE id = ?', id);
    return JSON.parse(row?.hidden ?? '{}') as T;
  }

  all<T>(kind: string): T[] {
    const rows = this.rows<{ body: string }>('SELECT body FROM objects WHERE kind = ? ORDER BY seq', kind);
    return rows.map((row) => JSON.parse(row.body) as T);
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
