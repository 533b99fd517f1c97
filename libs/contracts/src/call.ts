import { z } from 'zod';
import type { Permission } from './roles.ts';
import type { AnsweringService } from './services.ts';

/** A request that the gateway makes to a service over the broker, with a deadline and a signed subject. */
export interface CallDefinition<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly service: AnsweringService;
  /** A command changes something and is repeated safely by its idempotency key; a query changes nothing. */
  readonly kind: 'command' | 'query';
  /** The subject needs one of these for any object; the service then checks the object itself. */
  readonly allow: readonly [Permission, ...Permission[]];
  readonly about: string;
  readonly input: Input;
  readonly output: Output;
}

/** Declares a call. Names are `service.verb-noun`. */
export function defineCall<Input extends z.ZodType, Output extends z.ZodType>(
  definition: CallDefinition<Input, Output>,
): CallDefinition<Input, Output> {
  if (!definition.name.startsWith(`${definition.service}.`))
    throw new Error(`${definition.name} is not of ${definition.service}`);
  return definition;
}

export type InputOf<Call> = Call extends CallDefinition<infer Input, z.ZodType> ? z.infer<Input> : never;
export type OutputOf<Call> = Call extends CallDefinition<z.ZodType, infer Output> ? z.infer<Output> : never;

/** A page of a list: pass `next` as `cursor` to get what follows; absent at the end. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().optional() });
}

/** What every list accepts. */
export const paging = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** Offset of the business clock of one service process, in milliseconds; asked when the clock is moved. */
export const clockReport = z.object({ instance: z.string(), offsetMs: z.number().int() });
export function defineClockReport(service: AnsweringService) {
  return defineCall({
    name: `${service}.report-clock`,
    service,
    kind: 'query',
    allow: ['clock:move'],
    about: 'The offset of the business clock as this service sees it.',
    input: z.object({}),
    output: clockReport,
  });
}
