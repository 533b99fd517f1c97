import { z } from 'zod';
import type { Service } from './services.ts';

/**
 * A message that one service publishes and others follow: the published language of the platform.
 * - `fact`: applied once by its id, in any order.
 * - `snapshot`: the whole public state of its aggregate; an older one than already seen may be skipped.
 */
export interface MessageDefinition<Data extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly kind: 'fact' | 'snapshot';
  readonly from: Service;
  /** The services whose queues are bound to it. A message without a follower must not exist. */
  readonly followers: readonly [Service, ...Service[]];
  /** Followers whose handler is slow (document checks, mail): it goes to their queue for slow work. */
  readonly slow?: readonly Service[];
  readonly about: string;
  readonly data: Data;
}

const namePattern = /^[a-z]+\.[a-z]+(-[a-z]+)*\.v[1-9]\d*$/;

/** Declares a message. Names are past facts, `service.noun-verbed.vN`; the name is the routing key. */
export function defineMessage<Data extends z.ZodType>(
  definition: MessageDefinition<Data>,
): MessageDefinition<Data> {
  if (!namePattern.test(definition.name)) throw new Error(`not a message name: ${definition.name}`);
  if (!definition.name.startsWith(`${definition.from}.`))
    throw new Error(`${definition.name} is not from ${definition.from}`);
  return definition;
}

export type DataOf<Definition> = Definition extends MessageDefinition<infer Data> ? z.infer<Data> : never;

/** What travels: the same outside for every message; `id` is `<aggregate>/<stream>/<revision>/<index>`. */
export const envelope = z.object({
  id: z.string().min(1).max(300),
  name: z.string().regex(namePattern),
  occurredAt: z.iso.datetime(),
  correlationId: z.string().min(1).max(100),
  causationId: z.string().min(1).max(300),
  data: z.unknown(),
});
export type Envelope = z.infer<typeof envelope>;

/** A message as a pure `decide` returns it; the store adds id, time and correlation. */
export interface Outgoing {
  readonly name: string;
  readonly data: unknown;
}

/** Builds an outgoing message, checked against its schema, so that a wrong one is never stored. */
export function send<Data extends z.ZodType>(
  definition: MessageDefinition<Data>,
  data: z.input<Data>,
): Outgoing {
  return { name: definition.name, data: definition.data.parse(data) };
}

/** The stream and revision that a message came from, or undefined when its id has another form. */
export function originOf(
  messageId: string,
): { aggregate: string; stream: string; revision: number; index: number } | undefined {
  const match = /^(.+?)\/(.+)\/(\d+)\/(\d+)$/.exec(messageId);
  if (!match) return undefined;
  const [, aggregate, stream, revision, index] = match as unknown as [string, string, string, string, string];
  return { aggregate, stream, revision: Number(revision), index: Number(index) };
}
