// Switches and counts for tests, outside of Stripe's API. Only this machine may call them, and no web page.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Api } from './api.ts';
import { closeDispute, findDispute, openDispute } from './disputes.ts';
import { faultsForm } from './faults.ts';
import type { Raw } from './form.ts';
import { pathOf, readBody, sendJson, TooLarge } from './http.ts';
import { noSuch, refused, StripeProblem } from './problems.ts';
import { failRefund } from './refunds.ts';
import { advance } from './timers.ts';
import type { Webhooks } from './webhooks.ts';
import type { World } from './world.ts';

type Act = (body: unknown, id: string) => unknown;
type ControlRoute = { method: 'GET' | 'POST' | 'DELETE'; path: RegExp; act: Act };

export class Control {
  #world: World;
  #api: Api;
  #webhooks: Webhooks;
  #routes: ControlRoute[];

  constructor(world: World, api: Api, webhooks: Webhooks) {
    this.#world = world;
    this.#api = api;
    this.#webhooks = webhooks;
    this.#routes = [
      { method: 'GET', path: /^\/emulator\/counts$/, act: () => this.#counts() },
      { method: 'GET', path: /^\/emulator\/everything$/, act: () => this.#everything() },
      { method: 'GET', path: /^\/emulator\/faults$/, act: () => world.faults.show() },
      { method: 'POST', path: /^\/emulator\/faults$/, act: (body) => this.#setFaults(body) },
      { method: 'DELETE', path: /^\/emulator\/faults$/, act: () => this.#clearFaults() },
      { method: 'POST', path: /^\/emulator\/webhooks\/resend$/, act: (body) => this.#resend(body) },
      { method: 'POST', path: /^\/emulator\/charges\/([^/]+)\/dispute$/, act: (_, id) => this.#dispute(id) },
      {
        method: 'POST',
        path: /^\/emulator\/disputes\/([^/]+)\/close$/,
        act: (body, id) => this.#close(body, id),
      },
      { method: 'POST', path: /^\/emulator\/refunds\/([^/]+)\/fail$/, act: (_, id) => this.#failRefund(id) },
    ];
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLocal(request))
      return sendJson(response, 403, { error: 'only local programs may use the control routes' });
    const { path } = pathOf(request);
    try {
      const body = parse(await readBody(request));
      for (const route of this.#routes) {
        const match = route.method === request.method ? route.path.exec(path) : null;
        if (match === null) continue;
        advance(this.#world);
        const answer = this.#world.journal.transaction(() => route.act(body, match[1] ?? ''));
        sendJson(response, 200, answer);
        setImmediate(() => this.#webhooks.wake());
        return;
      }
      sendJson(response, 404, { error: `no control route ${request.method} ${path}` });
    } catch (error) {
      const status =
        error instanceof StripeProblem ? error.status : error instanceof TooLarge ? 413 : undefined;
      if (status === undefined) throw error;
      sendJson(response, status, { error: (error as Error).message });
    }
  }

  #counts(): object {
    const { journal } = this.#world;
    const count = (sql: string) => journal.row<{ n: number }>(sql)?.n ?? 0;
    const objects = (kind: string, status: string) =>
      count(
        `SELECT count(*) n FROM objects WHERE kind = '${kind}' AND json_extract(body, '$.status') = '${status}'`,
      );
    const deliveries = (state: string) => count(`SELECT count(*) n FROM deliveries WHERE state = '${state}'`);
    return {
      charges: { succeeded: objects('charge', 'succeeded'), failed: objects('charge', 'failed') },
      refunds: {
        succeeded: objects('refund', 'succeeded'),
        pending: objects('refund', 'pending'),
        failed: objects('refund', 'failed'),
      },
      sessions: {
        open: objects('checkout.session', 'open'),
        complete: objects('checkout.session', 'complete'),
        expired: objects('checkout.session', 'expired'),
      },
      requests: { written: count('SELECT count(*) n FROM requests'), readSinceStart: this.#api.reads },
      repeatsAbsorbed: count('SELECT coalesce(sum(replays), 0) n FROM keys'),
      events: count("SELECT count(*) n FROM objects WHERE kind = 'event'"),
      webhooks: {
        pending: deliveries('pending'),
        delivered: deliveries('delivered'),
        lost: deliveries('lost'),
        abandoned: deliveries('abandoned'),
        attempts: count('SELECT coalesce(sum(attempts), 0) n FROM deliveries'),
      },
    };
  }

  #everything(): object {
    const { journal } = this.#world;
    return {
      sessions: journal.all('checkout.session'),
      paymentIntents: journal.all('payment_intent'),
      charges: journal.all('charge'),
      refunds: journal.all('refund'),
      disputes: journal.all('dispute'),
      balanceTransactions: journal.all('balance_transaction'),
      events: journal.all('event'),
      deliveries: journal.rows('SELECT * FROM deliveries ORDER BY created_ms'),
      keys: journal.rows('SELECT key, path, status, request, replays FROM keys ORDER BY created_ms'),
      requests: journal.rows('SELECT * FROM requests ORDER BY seq'),
    };
  }

  #setFaults(body: unknown): object {
    this.#world.faults.set(faultsForm(toRaw(body), ''));
    return this.#world.faults.show();
  }

  #clearFaults(): object {
    this.#world.faults.clear();
    return this.#world.faults.show();
  }

  /** Sends again: one event, or with `all` every event that the endpoint never took (also lost and abandoned ones). */
  #resend(body: unknown): object {
    const { event, all } = (body ?? {}) as { event?: unknown; all?: unknown };
    const now = this.#world.clock.nowMs();
    const set = "UPDATE deliveries SET state = 'pending', next_ms = ?, created_ms = ?";
    const { journal } = this.#world;
    if (typeof event === 'string') {
      const found = journal.run(`${set} WHERE event = ?`, now, now, event);
      if (found === 0) throw noSuch('event', event);
      return { resent: found };
    }
    if (all !== true) throw refused('Say which: { "event": "evt_…" } or { "all": true }.');
    return { resent: journal.run(`${set} WHERE state <> 'delivered'`, now, now) };
  }

  #dispute(charge: string): object {
    if (this.#world.journal.find('charge', charge) === undefined) throw noSuch('charge', charge);
    openDispute(this.#world, charge);
    return this.#world.journal.get('charge', charge);
  }

  #close(body: unknown, id: string): object {
    const outcome = (body as { outcome?: unknown } | undefined)?.outcome;
    if (outcome !== 'won' && outcome !== 'lost') throw refused('Say how: { "outcome": "won" } or "lost".');
    findDispute(this.#world, id);
    return closeDispute(this.#world, id, outcome);
  }

  #failRefund(id: string): object {
    if (this.#world.journal.find('refund', id) === undefined) throw noSuch('refund', id);
    failRefund(this.#world, id);
    return this.#world.journal.get('refund', id);
  }
}

/**
 * A program on this machine, not a page in its browser: pages send an Origin (or Sec-Fetch-Site), and a name that was
 * made to point here ("DNS rebinding") shows in Host.
 */
function isLocal(request: IncomingMessage): boolean {
  const from = request.socket.remoteAddress ?? '';
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const isPage = request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined;
  return /^(::ffff:)?127\./.test(from) && ['127.0.0.1', 'localhost'].includes(host) && !isPage;
}

function parse(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw refused('The body is not JSON.');
  }
}

/** JSON in the shape of a decoded form, so that the same readers check it. */
function toRaw(value: unknown): Raw {
  if (typeof value !== 'object' || value === null) return String(value);
  return new Map(Object.entries(value).map(([key, inner]) => [key, toRaw(inner)]));
}
