import { randomBytes } from 'node:crypto';

/** `_id` of a revision: `<id>/<6-digit revision>`. */
export function revisionKey(id: string, revision: number): string {
  return `${id}/${String(revision).padStart(6, '0')}`;
}

export interface OutboxKey {
  readonly aggregate: string;
  readonly id: string;
  readonly revision: number;
  readonly attempt: string;
}

/** `_id` of an outbox row: `<aggregate>/<id>/<revision>/<attempt>`. */
export function outboxKey({ aggregate, id, revision, attempt }: OutboxKey): string {
  return `${aggregate}/${id}/${revision}/${attempt}`;
}

/** The parts of an outbox row's `_id`, or undefined when it has another form. An id may hold slashes itself. */
export function parseOutboxKey(key: string): OutboxKey | undefined {
  const match = /^([^/]+)\/(.+)\/(\d+)\/([^/]+)$/s.exec(key);
  if (!match) return undefined;
  const [, aggregate, id, revision, attempt] = match as unknown as [string, string, string, string, string];
  return { aggregate, id, revision: Number(revision), attempt };
}

/** `_id` of an open deadline: `<aggregate>/<id>/<deadline name>`. */
export function dueKey(aggregate: string, id: string, name: string): string {
  return `${aggregate}/${id}/${name}`;
}

/** The parts of an open deadline's `_id`, or undefined when it has another form. */
export function parseDueKey(key: string): { aggregate: string; id: string; name: string } | undefined {
  const match = /^([^/]+)\/(.+)\/([^/]+)$/s.exec(key);
  if (!match) return undefined;
  const [, aggregate, id, name] = match as unknown as [string, string, string, string];
  return { aggregate, id, name };
}

/** Id of a message: `<aggregate>/<id>/<revision>/<index>`. */
export function messageKey(aggregate: string, id: string, revision: number, index: number): string {
  return `${aggregate}/${id}/${revision}/${index}`;
}

/** 128 bits of chance that tell one writer's try from another's. */
export function newAttempt(): string {
  return randomBytes(16).toString('base64url');
}

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Names of aggregates and deadlines are part of keys: kebab-case only. Throws when they are not. */
export function assertKebab(name: string, what: string): void {
  if (!kebab.test(name)) throw new Error(`${what} must be kebab-case: ${JSON.stringify(name)}`);
}

/**
 * True when a text may be the id of a stream: 1 to 200 characters, none of them a control character.
 * Ids reach us from addresses of requests; one that cannot exist is simply not found.
 */
export function isStreamId(id: unknown): id is string {
  // eslint-disable-next-line no-control-regex
  return typeof id === 'string' && id.length > 0 && id.length <= 200 && !/[\u0000-\u001f\u007f]/.test(id);
}
