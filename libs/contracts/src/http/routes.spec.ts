import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { calls } from '../catalogue.ts';
import { problems } from '../problem.ts';
import { permissions, roles, type Permission } from '../roles.ts';
import { buildOpenApi } from './openapi.ts';
import { defineRoute, errorsOf, fileBytes, permissionsOf } from './route.ts';
import { routeById, routes } from './routes.ts';

describe('the table of routes', () => {
  it('has unique ids and addresses', () => {
    expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
    expect(new Set(routes.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`)).size).toBe(
      routes.length,
    );
  });

  it.each(routes.map((route) => [route.id, route] as const))('%s names errors that exist', (_id, route) => {
    for (const code of errorsOf(route)) expect(problems).toHaveProperty(code);
  });

  it('reaches every call of a service, except the report of the clock', () => {
    const reached = new Set(routes.flatMap(({ call }) => (call ? [call.name] : [])));
    const hidden = calls.filter(({ name }) => !reached.has(name)).map(({ name }) => name);
    expect(hidden.filter((name) => !name.endsWith('.report-clock'))).toEqual([]);
  });

  it('gives to a call exactly the input that its route accepts', () => {
    for (const { id, call, params, query, body } of routes) {
      if (!call) continue;
      const given = [params, query, body].flatMap((part) =>
        part instanceof z.ZodObject ? Object.keys(part.shape) : [],
      );
      expect([id, given.sort()]).toEqual([id, Object.keys((call.input as z.ZodObject).shape).sort()]);
    }
  });

  it('asks for no permission that no role has', () => {
    const held = new Set<Permission>(Object.values(roles).flatMap(({ may }) => may));
    for (const { audience } of routes)
      for (const permission of permissionsOf(audience)) expect(held).toContain(permission);
    expect([...held].filter((permission) => !(permission in permissions))).toEqual([]);
  });

  it('knows its routes by id', () => {
    expect(routeById('sign-up').path).toBe('/v1/accounts');
    expect(() => routeById('fly')).toThrow('no route');
  });
});

describe('defineRoute', () => {
  const route = {
    id: 'open-door',
    method: 'GET',
    path: '/v1/doors/:doorId',
    tag: 'Platform',
    summary: 'a door',
    audience: 'public',
    params: z.object({ doorId: z.string() }),
    status: 200,
    response: z.object({}),
    errors: [],
  } as const;

  it.each([
    ['params that its path lacks', { path: '/v1/doors' }],
    ['a path without its params', { path: '/v1/doors/:doorId/:roomId' }],
    ['a body on a GET', { body: z.object({}) }],
    ['204 with a response', { status: 204 }],
    ['an id that is not kebab-case', { id: 'openDoor' }],
    ['a change that is kept', { method: 'POST', cacheable: 5 }],
    ['a change answered by a query', { method: 'POST', call: routeById('list-letters').call }],
    [
      'an audience that its call does not allow',
      { audience: 'order:pay', call: routeById('list-letters').call },
    ],
    [
      'one of several permissions that its call does not allow',
      { audience: ['letter:read', 'order:pay'], call: routeById('list-letters').call },
    ],
    ['a file without its media type', { response: fileBytes }],
    ['a media type without a file', { media: 'application/pdf' }],
  ] as const)('refuses %s', (_what, change) => {
    expect(() => defineRoute({ ...route, ...change } as never)).toThrow('route ');
  });
});

describe('an audience', () => {
  it.each([
    ['public', []],
    ['signed-in', []],
    ['order:pay', ['order:pay']],
    [
      ['order:pay', 'letter:read'],
      ['order:pay', 'letter:read'],
    ],
  ] as const)('%s wants one of its permissions', (audience, permissionsWanted) => {
    expect(permissionsOf(audience)).toEqual(permissionsWanted);
  });

  it('of a call that allows several people is all of them: nobody whom the service would hear is kept out', () => {
    for (const { id, call, audience } of routes) {
      if (call && permissionsOf(audience).length > 0)
        expect([id, [...permissionsOf(audience)].sort()]).toEqual([id, [...call.allow].sort()]);
    }
  });
});

describe('the OpenAPI document', () => {
  const document = buildOpenApi() as {
    paths: Record<
      string,
      Record<
        string,
        {
          operationId: string;
          parameters: { name: string; in: string }[];
          responses: Record<string, { content?: object }>;
          description: string;
        }
      >
    >;
    components: { schemas: Record<string, object> };
  };
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

  it('has one operation for each route, with its answer and its refusals', () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
      routes.map(({ id }) => id).sort(),
    );
    for (const { operationId, responses } of operations) {
      expect(responses).toHaveProperty(String(routeById(operationId).status));
      expect(responses).toHaveProperty('429');
    }
  });

  it('says that a file is one, and whose permissions let in', () => {
    const found = (id: string) => operations.find(({ operationId }) => operationId === id)!;
    expect(Object.keys(found('get-jury-minutes').responses['200']!.content!)).toEqual(['application/pdf']);
    expect(found('get-evaluation').description).toContain(
      '- `jury:read`: see a jury session, its files and its minutes',
    );
    expect(found('get-jury-session').description).toBe(
      'Needs the permission `jury:read`: see a jury session, its files and its minutes.',
    );
  });

  it('refers only to schemas that it holds, and has no definitions elsewhere', () => {
    const text = JSON.stringify(document);
    const referred = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref!);
    for (const ref of new Set(referred)) {
      expect(ref).toMatch(/^#\/components\/schemas\/\w+$/);
      expect(document.components.schemas).toHaveProperty(ref.split('/').at(-1)!);
    }
    expect(text).not.toContain('$defs');
  });

  it('names every parameter of a path', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        expect(parameters.filter((p) => p.in === 'path').map(({ name }) => name)).toEqual(named);
      }
    }
  });
});
