import { z } from 'zod';
import type { CallDefinition } from '../call.ts';
import type { ProblemCode } from '../problem.ts';
import { permissions, type Permission } from '../roles.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may ask: anybody, anybody who signed in, or those whose roles hold a permission, or one of several (on some object at least). */
export type Audience =
  'public' | 'signed-in' | Permission | readonly [Permission, Permission, ...Permission[]];

type Fields = z.ZodObject | undefined;
type Content = z.ZodType | undefined;

/**
 * One address of the HTTP API. The controllers, the OpenAPI document, generated clients and the test that walks
 * every route with every role read the same table of these.
 */
export interface Route<
  Params extends Fields = Fields,
  Query extends Fields = Fields,
  Body extends Content = Content,
  Response extends Content = Content,
> {
  /** Unique, kebab-case; the `operationId` of OpenAPI. */
  readonly id: string;
  readonly method: Method;
  /** With `:name` for each of `params`. */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  /** What a client must know beyond the summary. */
  readonly about?: string;
  readonly audience: Audience;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** `bytes`: the body reaches the handler as it came, for a signature over it. */
  readonly raw?: 'bytes';
  readonly status: 200 | 201 | 202 | 204;
  readonly response?: Response;
  /** What the answer is when it is not JSON; the response is then {@link fileBytes}. */
  readonly media?: 'application/pdf';
  /** Seconds for which the answer may be kept by anybody; it must hold nothing personal. */
  readonly cacheable?: number;
  /** The call that answers it, when a service does. */
  readonly call?: CallDefinition;
  /** Refusals of its own; those that follow from its form are added by {@link errorsOf}. */
  readonly errors: readonly ProblemCode[];
}

/** Groups of routes, in the order in which the documentation shows them. */
export const tags = {
  Accounts: 'Sign-up, sign-in, and what people do with their own account',
  Staff: 'Accounts of the staff and their roles',
  Programmes: 'What one can apply for',
  Applications:
    'The application, from the first line to the decision on the file, its messages, and the queue of those to study',
  Documents: 'Files of an application: sent straight to the store, checked, read by short links',
  Payments:
    'What is to be paid; the card page is the provider’s. Funding agreements, and the refunds that follow from them',
  Interviews: 'Slots that officers open and candidates book, and what became of the interview',
  Marks: 'Two evaluators mark an application, each without seeing the other’s mark',
  Juries: 'Sessions that decide on the applications, and their minutes',
  Letters: 'What the platform wrote to a person',
  Platform: 'Webhooks and the business clock of the local platform',
} as const satisfies Record<string, string>;
export type Tag = keyof typeof tags;

/** A file as it is: the answer of a route with `media`. */
export const fileBytes = z.instanceof(Uint8Array);

/** Declares a route and refuses one that contradicts itself, so that the table cannot hold it. */
export function defineRoute<
  Params extends Fields = undefined,
  Query extends Fields = undefined,
  Body extends Content = undefined,
  Response extends Content = undefined,
>(route: Route<Params, Query, Body, Response>): Route<Params, Query, Body, Response> {
  const wrong = contradictionIn(route as Route);
  if (wrong) throw new Error(`route ${route.id}: ${wrong}`);
  return route;
}

function contradictionIn(route: Route): string | undefined {
  const named = [...route.path.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => name!);
  const declared = Object.keys(route.params?.shape ?? {});
  if (named.length !== declared.length || !named.every((name) => declared.includes(name)))
    return `its path names [${named.join()}], its params [${declared.join()}]`;
  if (!/^[a-z]+(-[a-z]+)*$/.test(route.id)) return 'its id is not kebab-case';
  if (route.method === 'GET' && (route.body || route.raw)) return 'a GET has no body';
  if ((route.status === 204) !== (route.response === undefined)) return '204, and only 204, has no response';
  if (route.cacheable !== undefined && route.method !== 'GET') return 'only a GET is cacheable';
  if ((route.media !== undefined) !== (route.response === (fileBytes as Content)))
    return 'a file, and only a file, is of another media type';
  const { call } = route;
  const refused = call ? permissionsOf(route.audience).filter((one) => !call.allow.includes(one)) : [];
  if (refused.length > 0) return `its call does not allow ${refused.join()}`;
  if (call && (call.kind === 'command') !== isChange(route)) return 'a command changes, a query does not';
  return undefined;
}

/** The permissions of which one lets a person in; none where no permission is asked for. */
export function permissionsOf(audience: Audience): readonly Permission[] {
  if (typeof audience !== 'string') return audience;
  return isPermission(audience) ? [audience] : [];
}

function isPermission(audience: string): audience is Permission {
  return audience in permissions;
}

/** True when the route changes something: it takes an `Idempotency-Key`, and a browser’s origin is checked. */
export function isChange(route: Pick<Route, 'method'>): boolean {
  return route.method !== 'GET';
}

/** Every refusal that a client can meet: the route’s own and those that follow from its form. */
export function errorsOf(route: Route): ProblemCode[] {
  const implied: [boolean, readonly ProblemCode[]][] = [
    [true, ['too-many-requests', 'internal-error', 'service-unavailable']],
    [Boolean(route.params ?? route.query ?? route.body), ['invalid-input']],
    [Boolean(route.body ?? route.raw), ['body-too-large', 'media-type-unsupported']],
    [route.audience !== 'public', ['not-signed-in']],
    [permissionsOf(route.audience).length > 0, ['permission-missing']],
    [Boolean(route.params), ['not-found']],
    [isChange(route) && !route.raw, ['origin-refused', 'invalid-idempotency-key', 'idempotency-key-reused']],
    [isChange(route), ['busy']],
    [Boolean(route.call), ['deadline-exceeded']],
  ];
  return [...new Set([...implied.flatMap(([applies, codes]) => (applies ? codes : [])), ...route.errors])];
}

type Parsed<Schema> = Schema extends z.ZodType ? z.infer<Schema> : unknown;

/** The parsed parts of a request to a route. */
export type ParamsOf<R> = R extends Route<infer Params, Fields, Content, Content> ? Parsed<Params> : never;
export type QueryOf<R> = R extends Route<Fields, infer Query, Content, Content> ? Parsed<Query> : never;
export type BodyOf<R> = R extends Route<Fields, Fields, infer Body, Content> ? Parsed<Body> : never;
export type ResponseOf<R> =
  R extends Route<Fields, Fields, Content, infer Response>
    ? Response extends z.ZodType
      ? z.infer<Response>
      : void
    : never;
/** Path, query and body together: the input of a route's call. */
export type RequestOf<R> = ParamsOf<R> & QueryOf<R> & BodyOf<R>;
