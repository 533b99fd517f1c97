import { randomUUID } from 'node:crypto';
import type { Route } from '@admissions/contracts/http/route';
import { isChange } from '@admissions/contracts/http/route';
import { ProblemError, type Issue } from '@admissions/contracts/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Asked } from './asked.ts';
import { visitor } from './caller.ts';
import { unknownKeys } from './unknown-keys.ts';

const nothing = z.object({});
/** A client that errs everywhere is told enough with the first few. */
const mostIssues = 20;

/** Parses a request by the schemas of its route; throws `invalid-input` naming what is wrong, never repeating what was sent. */
export function bind(route: Route, request: FastifyRequest, reply: FastifyReply): Asked<Route> {
  const issues: Issue[] = [];
  const params = part(route.params ?? nothing, request.params ?? {}, 'path', issues);
  const query = part(route.query ?? nothing, request.query ?? {}, 'query', issues);
  const body = route.raw ? request.body : part(route.body ?? nothing, bodyOf(route, request), 'body', issues);
  if (issues.length > 0)
    throw new ProblemError('invalid-input', undefined, { issues: issues.slice(0, mostIssues) });
  const input = route.raw ? {} : { ...(params as object), ...(query as object), ...(body as object) };
  const { subject, signedIn } = request.caller ?? visitor;
  const key = isChange(route) ? keyOf(request) : '';
  const ask = { subject, signedIn, key, correlationId: request.id, source: request.ip };
  return { ...ask, params, query, body, input, reply } as Asked<Route>;
}

function bodyOf(route: Route, request: FastifyRequest): unknown {
  // A route that wants no body accepts an empty one.
  return request.body ?? (route.body ? undefined : {});
}

function part(schema: z.ZodType, given: unknown, where: string, issues: Issue[]): unknown {
  const parsed = schema.safeParse(given);
  if (parsed.success) {
    issues.push(...unknownKeys(given, parsed.data, [where]));
    return parsed.data;
  }
  issues.push(
    ...parsed.error.issues.map(({ path, message }) => ({
      path: [where, ...path.map(String)].join('.'),
      message,
    })),
  );
  return undefined;
}

/** The client’s `Idempotency-Key`; without one, a repeat is another act. */
export function keyOf(request: FastifyRequest): string {
  const given = request.headers['idempotency-key'];
  if (given === undefined) return randomUUID();
  if (typeof given !== 'string' || !/^[\x20-\x7e]{1,128}$/.test(given))
    throw new ProblemError('invalid-idempotency-key');
  return given;
}
