import { z } from 'zod';
import { problems, type ProblemCode } from '../problem.ts';
import { permissions } from '../roles.ts';
import { components } from './components.ts';
import { problemContentType, problemDocument } from './problem-document.ts';
import { errorsOf, isChange, permissionsOf, tags, type Audience, type Route } from './route.ts';
import { routes } from './routes.ts';

type Json = Record<string, unknown>;

/**
 * The OpenAPI 3.1 document of the HTTP API, from the table of routes.
 * @param serverUrl where the API is reached; the document of the repository leaves it out.
 */
export function buildOpenApi(serverUrl?: string): Json {
  const schemas: Json = {};
  schemaOf(problemDocument, 'output', schemas);
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:([a-zA-Z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Admissions platform',
      version: '1',
      summary: 'Applications to Mastères Spécialisés, from the account to the confirmed place.',
      description:
        'Errors are problem documents (RFC 9457) whose `code` never changes its meaning. Every change accepts an `Idempotency-Key`: ' +
        'sent again with the same key, it answers the same and happens once. What belongs to somebody else is answered 404.',
    },
    ...(serverUrl === undefined ? {} : { servers: [{ url: serverUrl }] }),
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-session',
          description: 'Browsers; named `session` over plain HTTP.',
        },
        bearer: { type: 'http', scheme: 'bearer', description: 'API clients: the token of the sign-in.' },
      },
    },
  };
}

function operationOf(route: Route, schemas: Json): Json {
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    description: describe(route),
    security: route.audience === 'public' ? [] : [{ session: [] }, { bearer: [] }],
    parameters: parametersOf(route, schemas),
    ...bodyOf(route, schemas),
    responses: { [route.status]: answerOf(route, schemas), ...refusalsOf(route) },
  };
}

function describe({ about, audience }: Route): string {
  return [about, whoMayAsk(audience)].filter(Boolean).join('\n\n');
}

function whoMayAsk(audience: Audience): string {
  if (audience === 'public') return 'Open to everybody.';
  const wanted = permissionsOf(audience).map((name) => `\`${name}\`: ${permissions[name]}`);
  if (wanted.length === 0) return 'Needs a session.';
  if (wanted.length === 1) return `Needs the permission ${wanted[0]}.`;
  return ['Needs one of these permissions:', '', ...wanted.map((line) => `- ${line}`)].join('\n');
}

function parametersOf(route: Route, schemas: Json): Json[] {
  const fields = (where: 'path' | 'query', schema: z.ZodObject | undefined) =>
    Object.entries(schema?.shape ?? {}).map(([name, field]) => {
      const json = schemaOf(field as z.ZodType, 'input', schemas);
      return {
        name,
        in: where,
        required: where === 'path' || !accepts(field as z.ZodType, undefined),
        schema: json,
      };
    });
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'A new one for each act, the same one for each repeat of it. Without one, a repeat is another act.',
    schema: { type: 'string', minLength: 1, maxLength: 128 },
  };
  return [
    ...fields('path', route.params),
    ...fields('query', route.query),
    ...(isChange(route) && !route.raw ? [key] : []),
  ];
}

function accepts(schema: z.ZodType, value: unknown): boolean {
  return schema.safeParse(value).success;
}

function bodyOf(route: Route, schemas: Json): Json {
  if (route.raw) {
    return {
      requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } },
    };
  }
  if (!route.body) return {};
  const schema = schemaOf(route.body, 'input', schemas);
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

function answerOf(route: Route, schemas: Json): Json {
  const headers = {
    'X-Correlation-Id': { schema: { type: 'string' }, description: 'Names this request in the logs.' },
  };
  if (!route.response) return { description: 'Done.', headers };
  if (route.media) return fileOf(route.media, headers);
  const schema = schemaOf(route.response, 'output', schemas);
  return { description: 'Done.', headers, content: { 'application/json': { schema } } };
}

function fileOf(media: string, headers: Json): Json {
  const disposition = { schema: { type: 'string' }, description: 'Names the file.' };
  return {
    description: 'The file.',
    headers: { ...headers, 'Content-Disposition': disposition },
    content: { [media]: { schema: { type: 'string', format: 'binary' } } },
  };
}

/** One response per status, with the codes that it may carry and what each means. */
function refusalsOf(route: Route): Json {
  const byStatus = Map.groupBy(errorsOf(route), (code) => problems[code].status);
  const entries = [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, codes]) => [String(status), refusal(codes)] as const);
  return Object.fromEntries(entries);
}

function refusal(codes: readonly ProblemCode[]): Json {
  const schema = {
    allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }],
  };
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code].title}.`).join('\n'),
    content: { [problemContentType]: { schema } },
  };
}

/** JSON Schema of a zod schema; what is named in {@link components} goes to `schemas` and is referred to. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  // What is sent and what is answered differ by their defaults: the names of requests say so. `__schema0` is any JSON value.
  const name = (id: string) => (id === '__schema0' ? 'Json' : io === 'input' ? `${id}Input` : id);
  const { $defs, ...json } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    metadata: components,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => tidy(jsonSchema as Json),
  }) as Json;
  delete json['$schema']; // Said once, by the version of OpenAPI.
  const renamed = (value: unknown) =>
    JSON.parse(
      JSON.stringify(value).replaceAll(
        /"#\/\$defs\/([A-Za-z0-9_]+)"/g,
        (_all, id: string) => `"#/components/schemas/${name(id)}"`,
      ),
    ) as Json;
  for (const [id, definition] of Object.entries(($defs as Json | undefined) ?? {})) {
    schemas[name(id)] ??= withoutId(renamed(definition));
  }
  // A named schema that stands at the top comes as itself, not as a reference.
  const id = json['id'] as string | undefined;
  if (id === undefined) return renamed(json);
  schemas[name(id)] ??= withoutId(renamed(json));
  return { $ref: `#/components/schemas/${name(id)}` };
}

/** The gateway refuses unknown keys at every depth of a request; a format says more than its long pattern. */
function tidy(json: Json): void {
  if (json['format'] !== undefined) delete json['pattern'];
  if (json['type'] === 'object' && json['properties'] !== undefined) json['additionalProperties'] ??= false;
  if (json['maximum'] === Number.MAX_SAFE_INTEGER) delete json['maximum'];
  if (json['minimum'] === Number.MIN_SAFE_INTEGER) delete json['minimum'];
}

function withoutId(json: Json): Json {
  return Object.fromEntries(Object.entries(json).filter(([key]) => key !== 'id'));
}
