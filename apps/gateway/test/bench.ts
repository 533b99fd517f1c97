import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { Clock } from '@admissions/clock/clock';
import {
  emailChangeRequested,
  emailConfirmationRequested,
  passwordResetRequested,
  staffInvited,
} from '@admissions/contracts/gateway';
import type { MessageDefinition } from '@admissions/contracts/message';
import type { ProblemCode } from '@admissions/contracts/problem';
import { Seal } from '@admissions/identity/seal';
import { startTestService, waitFor, type TestService } from '@admissions/runtime/testing';
import { gatewayService } from '../src/gateway.service.ts';
import { RealTime } from '../src/real-time.ts';

jest.setTimeout(60_000);

/** Real time that a test may put ahead, so that links and sessions end. */
export class TestTime extends RealTime {
  aheadMs = 0;
  #frozenAt: number | undefined;
  override now(): Date {
    return new Date((this.#frozenAt ?? Date.now()) + this.aheadMs);
  }
  /** From now on it moves only with `aheadMs`, however slow the machine is. */
  freeze(): void {
    this.#frozenAt = Date.now();
  }
}

export interface Bench extends TestService {
  readonly time: TestTime;
  /** Makes a client without cookies. */
  client(): Client;
  /** The newest link that a message carried to an address, its seal opened; `after` skips that many. */
  linkTo(message: LinkMessage, email: string, after?: number): Promise<string>;
  /** A confirmed candidate who is not signed in. */
  newCandidate(name?: string): Promise<Person>;
  /** An account of the local file. */
  readonly administrator: Person;
  /** A signed-in API client. */
  signedIn(person: Person): Promise<Client>;
}

/** Messages that carry a link. */
const linkMessages = {
  emailConfirmationRequested,
  passwordResetRequested,
  emailChangeRequested,
  staffInvited,
};
type LinkMessage = keyof typeof linkMessages;

export interface Person {
  email: string;
  password: string;
}

export const webhookSecrets = ['whsec_the_one_in_use', 'whsec_the_next_one'] as const;
export const password = 'le chat mange la souris verte';

export async function startBench(options: {
  env?: Record<string, string>;
  localAccounts: string;
  clock?: Clock;
  /** Another way to the broker, for the gateway alone. */
  brokerUrl?: string;
}): Promise<Bench> {
  const time = new TestTime();
  const service = await startTestService({
    service: 'gateway',
    build: (env, replace) =>
      gatewayService(
        { ...env, RABBITMQ_URL: options.brokerUrl ?? env['RABBITMQ_URL'] },
        { ...replace, ...(options.clock ? { clock: options.clock } : {}), realTime: time },
      ),
    env: {
      STRIPE_API_URL: undefined,
      CLOCK_FILE: undefined,
      STRIPE_WEBHOOK_SECRET: webhookSecrets.join(','),
      LOCAL_ACCOUNTS_FILE: options.localAccounts,
      LIMIT_FACTOR: '100',
      ...options.env,
    },
  });
  const seal = new Seal(service.env['MESSAGE_SEAL_KEY']!);
  const bench: Bench = Object.assign(Object.create(service) as TestService, {
    time,
    administrator: { email: 'admin@example.org', password },
    client: () => new Client(service),
    async linkTo(name: LinkMessage, email: string, after = 0) {
      const message: MessageDefinition = linkMessages[name];
      const found = await waitFor(`${name} to ${email}`, () => {
        const sent = service.seen(message).filter(({ data }) => (data as { email: string }).email === email);
        return sent.length > after && sent.at(-1);
      });
      return seal.open((found.data as { sealedLink: string }).sealedLink, message.name);
    },
    async newCandidate(name = 'Camille Martin') {
      const email = `${randomUUID()}@example.org`;
      const client = bench.client();
      await client.post('/v1/accounts', { email, name, password }, 202);
      const link = await bench.linkTo('emailConfirmationRequested', email);
      await client.post('/v1/accounts/confirmations', { token: tokenOf(link) }, 204);
      return { email, password };
    },
    async signedIn(person: Person) {
      const client = bench.client();
      await client.signIn(person);
      return client;
    },
  });
  return bench;
}

export function tokenOf(link: string): string {
  return new URL(link).searchParams.get('token')!;
}

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: T & { code?: ProblemCode };
}

type Extra = Record<string, string>;

/** A client over HTTP: none of our code is between it and the socket. */
export class Client {
  readonly #service: TestService;
  #headers: Extra = {};

  constructor(service: TestService) {
    this.#service = service;
  }

  /** Sent with every request from now on. */
  with(headers: Extra): this {
    this.#headers = { ...this.#headers, ...headers };
    return this;
  }

  async signIn({ email, password: secret }: Person): Promise<void> {
    const { json } = await this.post('/v1/sessions', { email, password: secret, as: 'api-client' }, 201);
    this.with({ authorization: `Bearer ${String(json['token'])}` });
  }

  /** Signs in as a browser does: with a cookie, from a page of our own. */
  async signInAsBrowser({ email, password: secret }: Person): Promise<string> {
    this.with({ origin: this.#service.env['PUBLIC_URL']! });
    const { headers } = await this.post('/v1/sessions', { email, password: secret }, 201);
    const cookie = headers.getSetCookie()[0]!;
    this.with({ cookie: cookie.split(';')[0]! });
    return cookie;
  }

  /** What an API client sends to say who it is. */
  get authorization(): string {
    return this.#headers['authorization'] ?? '';
  }

  get(path: string, status?: number, headers: Extra = {}): Promise<Answer> {
    return this.send('GET', path, undefined, status, headers);
  }
  post(path: string, body?: unknown, status?: number, headers: Extra = {}): Promise<Answer> {
    return this.send('POST', path, body, status, headers);
  }
  put(path: string, body: unknown, status?: number, headers: Extra = {}): Promise<Answer> {
    return this.send('PUT', path, body, status, headers);
  }
  delete(path: string, status?: number, headers: Extra = {}): Promise<Answer> {
    return this.send('DELETE', path, undefined, status, headers);
  }

  /** Sends JSON, or text as it is; fails when another status comes back than the expected one. */
  async send(
    method: string,
    path: string,
    body: unknown,
    status?: number,
    headers: Extra = {},
    base: string = this.#service.url,
  ): Promise<Answer> {
    const isText = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(base + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...this.#headers,
        ...headers,
      },
      ...(body === undefined ? {} : { body: isText ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (status !== undefined && response.status !== status) {
      throw new Error(`${method} ${path}: expected ${status}, got ${response.status} ${text.slice(0, 500)}`);
    }
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  }
}

function parsed(text: string): Answer['json'] {
  try {
    return JSON.parse(text) as Answer['json'];
  } catch {
    return {};
  }
}
