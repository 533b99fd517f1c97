// Idempotency keys: https://docs.stripe.com/api/idempotent_requests (R130)
import { StripeProblem } from './problems.ts';
import type { World } from './world.ts';

export type Answer = { status: number; body: string };
type Kept = Answer & { request: string };
type Row = {
  key: string;
  created_ms: number;
  path: string;
  form: string;
  status: number;
  body: string;
  request: string;
};

/** Keys are kept for 24 hours of business time; afterwards the same key is a new request, as at Stripe. */
const KEPT_MS = 24 * 3_600_000;

/** Keys of requests that are being worked on. In memory: a killed emulator has either kept the whole result or nothing. */
export class KeysInUse {
  #keys = new Set<string>();

  take(key: string): void {
    if (this.#keys.has(key)) {
      const message = `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`;
      const body = { type: 'invalid_request_error', code: 'idempotency_key_in_use', message } as const;
      throw new StripeProblem(409, body, false);
    }
    this.#keys.add(key);
  }

  free(key: string): void {
    this.#keys.delete(key);
  }
}

export function checkKey(key: string | undefined): void {
  if (key === undefined || (key.length > 0 && key.length <= 255)) return;
  const message = 'Idempotency keys must be between 1 and 255 characters long.';
  throw new StripeProblem(400, { type: 'invalid_request_error', message }, false);
}

/** The kept answer of an earlier request with this key; counts the repeat. Refuses the key for anything else than a repeat. */
export function replay(world: World, key: string, path: string, form: string): Kept | undefined {
  const { journal, clock } = world;
  const row = journal.row<Row>('SELECT * FROM keys WHERE key = ?', key);
  if (row === undefined) return undefined;
  if (clock.nowMs() - row.created_ms > KEPT_MS) {
    journal.run('DELETE FROM keys WHERE key = ?', key);
    return undefined;
  }
  if (row.path !== path) {
    const message = `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}' vs '${row.path}'). Try using a key other than '${key}' if you meant to execute a different request.`;
    throw new StripeProblem(400, { type: 'idempotency_error', message }, false);
  }
  if (row.form !== form) {
    const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
    throw new StripeProblem(400, { type: 'idempotency_error', message }, false);
  }
  journal.run('UPDATE keys SET replays = replays + 1 WHERE key = ?', key);
  return { status: row.status, body: row.body, request: row.request };
}

/** Keeps the answer in the transaction of the effect, so that there is never one without the other. */
export function keep(world: World, key: string, path: string, form: string, kept: Kept): void {
  const sql =
    'INSERT OR REPLACE INTO keys (key, created_ms, path, form, status, body, request, replays) VALUES (?, ?, ?, ?, ?, ?, ?, 0)';
  world.journal.run(sql, key, world.clock.nowMs(), path, form, kept.status, kept.body, kept.request);
}
