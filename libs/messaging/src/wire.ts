import { ProblemError, problem, type Problem } from '@admissions/contracts/problem';
import type { Message, Options } from 'amqplib';

/** The largest body that travels; larger things belong in the object store. */
export const bodyLimit = 1024 * 1024;

/** JSON as a body; refuses what is larger than {@link bodyLimit}. */
export function encode(value: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(value));
  if (body.length > bodyLimit)
    throw new ProblemError(
      'body-too-large',
      `${body.length} bytes; at most ${bodyLimit} travel in a message`,
    );
  return body;
}

/** The JSON of a body; refuses what is too large or is not JSON. */
export function decode(body: Buffer): unknown {
  if (body.length > bodyLimit)
    throw new ProblemError(
      'body-too-large',
      `${body.length} bytes; at most ${bodyLimit} travel in a message`,
    );
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw new ProblemError('invalid-input', 'The body is not JSON', {}, { cause });
  }
}

/** What a request says beside its input. */
export interface RequestHead {
  /** Name of the call. */
  readonly call: string;
  /** Signed subject. */
  readonly token?: string;
  readonly correlationId: string;
  readonly idempotencyKey?: string;
  /** Epoch milliseconds. */
  readonly deadline: number;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const whole = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) ? (value as number) : undefined;

/** The head as AMQP headers; absent values are left out. */
export function requestHeaders(head: RequestHead): Record<string, string | number> {
  return Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined));
}

/** The head of a request, or undefined when it is not one of ours. */
export function requestHead({ properties }: Pick<Message, 'properties'>): RequestHead | undefined {
  const headers = properties.headers ?? {};
  const [call, correlationId, deadline] = [
    text(headers['call']),
    text(headers['correlationId']),
    whole(headers['deadline']),
  ];
  if (call === undefined || correlationId === undefined || deadline === undefined) return undefined;
  return {
    call,
    correlationId,
    deadline,
    token: text(headers['token']),
    idempotencyKey: text(headers['idempotencyKey']),
  };
}

/** An answer: the output, or the reason for none. */
export type Reply = { readonly ok: unknown } | { readonly problem: Problem };

/** The reply in a body; a body of another form is a fault of the service. */
export function replyOf(body: Buffer): Reply {
  const value = decode(body) as { ok?: unknown; problem?: unknown } | null;
  if (typeof value === 'object' && value !== null && 'ok' in value) return { ok: value.ok };
  const parsed = problem.safeParse(typeof value === 'object' && value !== null ? value.problem : undefined);
  return { problem: parsed.success ? parsed.data : { code: 'internal-error' } };
}

/** How often a message was tried, and what went wrong; travels with it through retries to its end. */
export interface Trials {
  /** Tries that failed so far. */
  readonly attempts: number;
  /** ISO instants of the first and the last failure. */
  readonly firstAt: string;
  readonly lastAt: string;
  readonly errorCode: string;
  readonly error: string;
}

const errorLength = 1_000;

/** Trials as AMQP headers. */
export function trialHeaders(trials: Trials): Record<string, string | number> {
  return {
    'x-attempts': trials.attempts,
    'x-first-failed-at': trials.firstAt,
    'x-last-failed-at': trials.lastAt,
    'x-error-code': trials.errorCode,
    'x-error': trials.error.slice(0, errorLength),
  };
}

/** The trials that a message brings along; undefined on its first try. */
export function trialsOf({ properties }: Pick<Message, 'properties'>): Trials | undefined {
  const headers = properties.headers ?? {};
  const attempts = whole(headers['x-attempts']);
  const [firstAt, lastAt] = [text(headers['x-first-failed-at']), text(headers['x-last-failed-at'])];
  if (attempts === undefined || firstAt === undefined || lastAt === undefined) return undefined;
  return {
    attempts,
    firstAt,
    lastAt,
    errorCode: text(headers['x-error-code']) ?? 'unknown',
    error: text(headers['x-error']) ?? '',
  };
}

/** How often the broker delivered this message from a quorum queue and got it back. */
export function returnsOf({ properties }: Pick<Message, 'properties'>): number {
  return whole(properties.headers?.['x-delivery-count']) ?? 0;
}

/** The same message to be published again: what its publisher said, with `headers` of ours and none of the broker's. */
export function again(message: Message, headers: Record<string, string | number>): Options.Publish {
  const { contentType, messageId, correlationId, type, appId } = message.properties;
  return { contentType, messageId, correlationId, type, appId, persistent: true, mandatory: true, headers };
}
