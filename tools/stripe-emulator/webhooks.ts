// Sends the kept events to the platform until it answers 2xx: https://docs.stripe.com/webhooks
import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import type { World } from './world.ts';

/** Stripe tries for up to three days (R131), by the business clock. */
const GIVE_UP_MS = 3 * 24 * 3_600_000;
const ANSWER_LIMIT_MS = 10_000;
const AT_ONCE = 8;
const SHUFFLE_WINDOW_MS = 400;

type Result = { event: string; attempts: number; result: string };
type Due = { event: string; attempts: number; created_ms: number; body: string };

/** 1, 2, 4 … 64 seconds, then every ten minutes: faster than Stripe's, so that a restarted platform need not wait. */
export function delayAfter(attempts: number): number {
  return attempts <= 7 ? 1000 * 2 ** (attempts - 1) : 600_000;
}

/** `t=…,v1=…` over the raw bytes: https://docs.stripe.com/webhooks/signature . The stamp is real time. */
export function signature(payload: string, secret: string, realMs: number): string {
  const stamp = Math.floor(realMs / 1000);
  const digest = createHmac('sha256', secret).update(`${stamp}.${payload}`, 'utf8').digest('hex');
  return `t=${stamp},v1=${digest}`;
}

export class Webhooks {
  #world: World;
  #inFlight = new Map<string, Promise<void>>();
  #results: Result[] = [];
  #keeping: Promise<void> | undefined;
  #stopped = false;
  #stopping = new AbortController();

  constructor(world: World) {
    this.#world = world;
  }

  /** Starts what is due and returns at once. Several go out at the same time: no order is promised. */
  wake(): void {
    if (this.#stopped || this.#world.faults.webhooks.paused) return;
    const free = AT_ONCE - this.#inFlight.size;
    if (free <= 0) return;
    const due = this.#due(free + this.#inFlight.size).filter((one) => !this.#inFlight.has(one.event));
    for (const one of due.slice(0, free)) this.#start(one);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopping.abort();
    await Promise.allSettled(this.#inFlight.values());
  }

  #start(one: Due): void {
    const work = this.#deliver(one)
      .catch(() => undefined)
      .finally(() => {
        this.#inFlight.delete(one.event);
        this.wake();
      });
    this.#inFlight.set(one.event, work);
  }

  #due(limit: number): Due[] {
    const nowMs = this.#world.clock.nowMs();
    // A wait that lies further ahead than any wait can be was set before the clock moved back.
    const sql = `SELECT d.event, d.attempts, d.created_ms, o.body FROM deliveries d JOIN objects o ON o.id = d.event
      WHERE d.state = 'pending' AND (d.next_ms <= ? OR d.next_ms > ?) ORDER BY d.next_ms, d.created_ms LIMIT ?`;
    return this.#world.journal.rows<Due>(sql, nowMs, nowMs + 600_000, limit);
  }

  async #deliver(one: Due): Promise<void> {
    const { faults } = this.#world;
    const { copies, shuffle, delayMs } = faults.webhooks;
    if (one.attempts > 0 && this.#world.clock.nowMs() - one.created_ms > GIVE_UP_MS) return this.#giveUp(one);
    if (delayMs > 0) await wait(delayMs);
    if (shuffle) await wait(Math.random() * SHUFFLE_WINDOW_MS);
    if (this.#stopped) return;
    const tries = faults.take('webhooks', 'failAttempts') ? 0 : copies;
    const results: string[] = [];
    for (let copy = 0; copy < tries; copy += 1) results.push(await this.#post(one.body));
    await this.#settle(one, results.find((result) => result.startsWith('2')) ?? results[0] ?? 'switched off');
  }

  /** Results that arrive together are kept together. What a kill takes away is sent again, as Stripe may do too. */
  #settle(one: Due, result: string): Promise<void> {
    this.#results.push({ event: one.event, attempts: one.attempts, result });
    this.#keeping ??= new Promise<void>((resolve, reject) => {
      setImmediate(() => {
        this.#keeping = undefined;
        try {
          this.#world.journal.transaction(() => this.#results.splice(0).forEach((each) => this.#keep(each)));
          resolve();
        } catch (error) {
          reject(error as Error);
        }
      });
    });
    return this.#keeping;
  }

  #keep({ event, attempts, result }: Result): void {
    const next = this.#world.clock.nowMs() + delayAfter(attempts + 1);
    const state = result.startsWith('2') ? 'delivered' : 'pending';
    const sql =
      "UPDATE deliveries SET state = ?, attempts = attempts + 1, next_ms = ?, last_result = ? WHERE event = ? AND state = 'pending'";
    this.#world.journal.run(sql, state, next, result, event);
  }

  #giveUp(one: Due): void {
    this.#world.journal.run("UPDATE deliveries SET state = 'abandoned' WHERE event = ?", one.event);
  }

  /** The status of the answer as text, or why there was none. Redirects are not followed. */
  #post(stored: string): Promise<string> {
    const { webhookUrl, webhookSecret } = this.#world.settings;
    const payload = JSON.stringify(JSON.parse(stored), null, 2);
    const send = webhookUrl.startsWith('https:') ? httpsRequest : httpRequest;
    return new Promise((resolve) => {
      const request = send(webhookUrl, {
        method: 'POST',
        agent: false,
        signal: AbortSignal.any([AbortSignal.timeout(ANSWER_LIMIT_MS), this.#stopping.signal]),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(payload),
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
          'stripe-signature': signature(payload, webhookSecret, Date.now()),
        },
      });
      request.on('response', (response) => {
        response.resume();
        response.on('end', () => resolve(String(response.statusCode)));
        response.on('error', (error) => resolve(error.message));
      });
      request.on('error', (error) => resolve(error.message));
      request.end(payload);
    });
  }
}
