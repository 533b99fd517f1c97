// One request to the API: who asks, is it a repeat, what is to be done, and an answer that is kept with its effect.
import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { ApiFault } from './faults.ts';
import { canonicalForm, decodeForm } from './form.ts';
import { pathOf, readBody, send, TooLarge } from './http.ts';
import { checkKey, keep, KeysInUse, replay } from './idempotency.ts';
import { newId } from './ids.ts';
import {
  badParameter,
  internalError,
  StripeProblem,
  switchedFailure,
  unauthenticated,
  unknownRoute,
} from './problems.ts';
import { ROUTES } from './routes.ts';
import { advance } from './timers.ts';
import type { World } from './world.ts';

type Call = {
  id: string;
  method: string;
  path: string;
  form: string;
  key: string | undefined;
  /** What the fault switches do to the answer once the effect is kept. */
  after: ApiFault | undefined;
};
type Reply = { status: number; body: string; kept: boolean; replayOf?: string };
type Fate = 'answer' | 'failure' | 'silence';

export class Api {
  #world: World;
  #keys = new KeysInUse();
  #afterChange: () => void;
  #log: (line: object) => void;
  /** GET requests since the start; the others are in the journal. */
  reads = 0;

  constructor(world: World, afterChange: () => void, log: (line: object) => void) {
    this.#world = world;
    this.#afterChange = afterChange;
    this.#log = log;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { path, query } = pathOf(request);
    const method = request.method ?? 'GET';
    const call: Call = { id: newId('request'), method, path, form: query, key: undefined, after: undefined };
    try {
      await this.#receive(call, request);
      const reply = await this.#answer(call, request);
      this.#afterChange();
      const fate = call.after === undefined ? 'answer' : await suffer(call.after, request);
      if (fate === 'answer') this.#send(response, call, reply);
      if (fate === 'failure') {
        const kept = reply.kept && call.after?.keepFailure !== false;
        this.#send(response, call, { ...this.#problem(failureOf(call.after)), kept });
      }
    } catch (error) {
      if (error instanceof Silence) return;
      this.#send(response, call, this.#problem(error));
    }
  }

  /** What comes before the work: who asks, in which version, with which body. */
  async #receive(call: Call, request: IncomingMessage): Promise<void> {
    const body = await readBody(request);
    this.#authenticate(request.headers.authorization);
    this.#checkVersion(request.headers['stripe-version']);
    if (call.method !== 'POST') return;
    checkContentType(request.headers['content-type'], body);
    call.form = body;
    const key = request.headers['idempotency-key'];
    call.key = Array.isArray(key) ? key[0] : key;
    checkKey(call.key);
  }

  async #answer(call: Call, request: IncomingMessage): Promise<Reply> {
    if (call.method !== 'POST') this.reads += 1;
    if (call.key !== undefined) this.#keys.take(call.key);
    try {
      const before = this.#world.faults.takeApi('before', call.method, call.path);
      const fate = before === undefined ? 'answer' : await suffer(before, request);
      if (fate === 'silence') throw new Silence();
      if (fate === 'failure') throw failureOf(before);
      call.after = this.#world.faults.takeApi('after', call.method, call.path);
      advance(this.#world);
      return this.#repeat(call) ?? this.#execute(call);
    } finally {
      // Free as soon as the result is kept: at Stripe too, a lost answer does not hold its key.
      if (call.key !== undefined) this.#keys.free(call.key);
    }
  }

  #repeat(call: Call): Reply | undefined {
    if (call.key === undefined) return undefined;
    const earlier = replay(this.#world, call.key, call.path, canonicalForm(call.form));
    if (earlier === undefined) return undefined;
    this.#note(call, earlier.status, true);
    return { status: earlier.status, body: earlier.body, replayOf: earlier.request, kept: true };
  }

  /** The effect, its events and the kept answer are one transaction; so is a refusal and its kept answer. */
  #execute(call: Call): Reply {
    const { journal } = this.#world;
    try {
      const act = prepare(call);
      const cause = call.method === 'POST' ? { id: call.id, idempotency_key: call.key ?? null } : null;
      return journal.transaction(() => {
        const answer = { status: 200, body: JSON.stringify(act({ ...this.#world, cause }), null, 2) };
        return this.#keep(call, answer);
      });
    } catch (error) {
      if (!(error instanceof StripeProblem) || call.method !== 'POST') throw error;
      const reply = this.#problem(error);
      return journal.transaction(() =>
        error.executed ? this.#keep(call, reply) : this.#note(call, reply.status, false, reply),
      );
    }
  }

  #keep(call: Call, answer: { status: number; body: string }): Reply {
    const failure = call.after?.act === 'fail' && call.after.keepFailure !== false;
    const kept = failure ? this.#problem(failureOf(call.after)) : answer;
    if (call.key !== undefined) {
      keep(this.#world, call.key, call.path, canonicalForm(call.form), { ...kept, request: call.id });
    }
    return this.#note(call, answer.status, false, { ...answer, kept: call.key !== undefined });
  }

  /** Writes the request down for outside checking; GET requests are only counted. */
  #note<T>(call: Call, status: number, replayed: boolean, result?: T): T {
    if (call.method === 'POST') {
      const sql =
        'INSERT INTO requests (id, at_ms, method, path, form, key, status, replayed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)';
      const { id, method, path, form, key } = call;
      const at = this.#world.clock.nowMs();
      this.#world.journal.run(sql, id, at, method, path, form, key ?? null, status, replayed ? 1 : 0);
    }
    return result as T;
  }

  #authenticate(header: string | undefined): void {
    const given = keyOf(header);
    if (given === undefined) {
      throw unauthenticated(
        "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
      );
    }
    const digest = (value: string) => createHash('sha256').update(value).digest();
    if (timingSafeEqual(digest(given), digest(this.#world.settings.secretKey))) return;
    throw unauthenticated(`Invalid API Key provided: ${given.slice(0, 8)}${'*'.repeat(8)}${given.slice(-4)}`);
  }

  /** The emulator speaks one version, that of the pinned SDK; another one would get fields that it does not know. */
  #checkVersion(version: string | string[] | undefined): void {
    if (version === undefined || version === this.#world.apiVersion) return;
    const message = `Invalid Stripe API version: ${String(version)}. The emulator speaks ${this.#world.apiVersion}.`;
    throw new StripeProblem(400, { type: 'invalid_request_error', message }, false);
  }

  #problem(error: unknown): Reply {
    const problem = error instanceof StripeProblem ? error : this.#unexpected(error);
    return { status: problem.status, body: JSON.stringify({ error: problem.body }, null, 2), kept: false };
  }

  #unexpected(error: unknown): StripeProblem {
    if (error instanceof TooLarge) return new StripeProblem(413, badParameter('', error.message).body, false);
    this.#log({ level: 'error', message: 'request failed', error: String((error as Error).stack ?? error) });
    return internalError();
  }

  #send(response: ServerResponse, call: Call, reply: Reply): void {
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'cache-control': 'no-cache, no-store',
      'request-id': call.id,
      'stripe-version': this.#world.apiVersion,
    };
    if (call.key !== undefined) {
      headers['idempotency-key'] = call.key;
      headers['original-request'] = reply.replayOf ?? call.id;
    }
    if (reply.replayOf !== undefined) headers['idempotent-replayed'] = 'true';
    // A kept 500 would only be replayed: trying again is of no use.
    if (reply.status >= 500 && reply.kept) headers['stripe-should-retry'] = 'false';
    send(response, reply.status, headers, reply.body);
  }
}

class Silence extends Error {}

function failureOf(fault: ApiFault | undefined): StripeProblem {
  return switchedFailure(Number(fault?.status ?? 500));
}

/** Lets a fault switch have its way; `silence` = nobody will answer. */
async function suffer(fault: ApiFault, request: IncomingMessage): Promise<Fate> {
  if (fault.delayMs !== undefined) await wait(fault.delayMs);
  if (fault.act === 'fail') return 'failure';
  if (fault.act === 'delay') return 'answer';
  if (fault.act === 'cut') request.socket.destroy();
  if (!request.socket.destroyed) await once(request.socket, 'close');
  return 'silence';
}

function prepare(call: Call): (world: World) => unknown {
  for (const route of ROUTES) {
    const match = route.method === call.method ? route.path.exec(call.path) : null;
    if (match !== null) return route.prepare(decodeForm(call.form), plain(match[1] ?? ''));
  }
  throw unknownRoute(call.method, call.path);
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw badParameter('id', 'Invalid URL encoding');
  }
}

function keyOf(header: string | undefined): string | undefined {
  const bearer = /^Bearer (\S+)$/.exec(header ?? '')?.[1];
  const basic = /^Basic (\S+)$/.exec(header ?? '')?.[1];
  const key = bearer ?? (basic && Buffer.from(basic, 'base64').toString('utf8').split(':')[0]);
  return key === '' ? undefined : key;
}

function checkContentType(type: string | undefined, body: string): void {
  if (body === '' || type?.startsWith('application/x-www-form-urlencoded')) return;
  const message =
    'Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have any questions, we can help at https://support.stripe.com/.';
  throw new StripeProblem(400, { type: 'invalid_request_error', message }, false);
}
