import { request as rawRequest } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemDocument } from '@admissions/contracts/http/problem-document';
import { routes } from '@admissions/contracts/http/routes';
import { Validator } from '@seriousme/openapi-schema-validator';
import request from 'supertest';
import { password, startBench, type Answer, type Bench, type Person } from './bench.ts';

const localAccounts = fileURLToPath(new URL('local-accounts.json', import.meta.url));
const friend = 'https://www.school.example';
let bench: Bench;
let person: Person;

beforeAll(async () => {
  bench = await startBench({ localAccounts, env: { CORS_ORIGINS: friend } });
  person = await bench.newCandidate();
});
afterAll(() => bench?.stop());

const send = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  bench.client().send('POST', '/v1/accounts', body, undefined, headers);
const code = ({ status, json }: Answer) => [status, json.code];

describe('a body', () => {
  const nested = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
  it.each([
    ['no JSON', '{"email":', [400, 'invalid-input']],
    ['no object', '[]', [400, 'invalid-input']],
    ['null', 'null', [400, 'invalid-input']],
    ['nothing', '', [400, 'invalid-input']],
    ['a prototype', '{"__proto__":{"admin":true},"email":"a@b.fr"}', [400, 'invalid-input']],
    ['a constructor', '{"constructor":{"prototype":{"admin":true}}}', [400, 'invalid-input']],
    ['10,000 levels', nested(10_000), [400, 'invalid-input']],
    ['40,000 open lists', '['.repeat(40_000), [400, 'invalid-input']],
    ['100,000 items', `{"email":[${'1,'.repeat(99_999)}1]}`, [400, 'invalid-input']],
    ['300 KB', `{"name":"${'x'.repeat(300 * 1_024)}"}`, [413, 'body-too-large']],
    ['10 MB', `{"name":"${'x'.repeat(10 * 1_024 * 1_024)}"}`, [413, 'body-too-large']],
  ] as const)('of %s is refused', async (_what, body, expected) => {
    expect(code(await send(body))).toEqual(expected);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
  ])('of the type %s is refused', async (type) => {
    expect(code(await send('email=a@b.fr', { 'content-type': type }))).toEqual([
      415,
      'media-type-unsupported',
    ]);
  });

  it('costs little to refuse, deep or wide', async () => {
    const before = process.cpuUsage();
    for (let i = 0; i < 10; i++) await send('['.repeat(200_000));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000 / 10).toBeLessThan(50);
  });

  it('with keys that are not known, at any depth, is refused naming them and nothing that was sent', async () => {
    const secret = 'a secret that must not come back';
    const { status, json, text } = await bench
      .client()
      .post('/v1/accounts', { email: 'a@b.fr', name: 'A', password, isAdmin: secret, language: 'fr' });
    expect([status, json['issues']]).toEqual([400, [{ path: 'body.isAdmin', message: 'is not known here' }]]);
    expect(text).not.toContain(secret);
    const candidate = await bench.signedIn(person);
    const filled = await candidate.send('PATCH', '/v1/applications/application-1', {
      sections: { nationality: { nationalities: ['FR'], extra: 1 } },
    });
    expect(filled.json['issues']).toEqual([
      { path: 'body.sections.nationality.extra', message: 'is not known here' },
    ]);
  });

  it('of a change that wants none may be empty, with or without a type', async () => {
    const candidate = await bench.signedIn(person);
    const asked = (body: unknown) => candidate.send('DELETE', '/v1/sessions/current', body);
    expect((await asked({ surprise: 1 })).status).toBe(400);
    expect((await asked('')).status).toBe(204);
  });
});

describe('an address', () => {
  it.each([
    ['GET', '/v1/nothing', 404, 'not-found'],
    ['GET', '/', 404, 'not-found'],
    ['GET', '/v1/accounts/../staff/', 404, 'not-found'],
    ['DELETE', '/v1/accounts', 405, 'method-not-allowed'],
    ['PUT', '/v1/applications/application-1', 405, 'method-not-allowed'],
    ['GET', '/v1/me?verbose=1', 401, 'not-signed-in'],
    ['GET', '/v1/%zz', 400, 'invalid-input'],
    ['GET', `/v1/documents/${'a'.repeat(300)}`, 400, 'invalid-input'],
  ])('%s %s is answered %i %s', async (method, path, status, expected) => {
    const answer = await bench.client().send(method, path, undefined);
    expect(code(answer)).toEqual([status, expected]);
    expect(problemDocument.parse(answer.json)).toMatchObject({ status });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('tells which methods it knows', async () => {
    const { headers } = await bench.client().send('PUT', '/v1/applications/application-1', undefined);
    expect(headers.get('allow')).toBe('GET, PATCH');
  });

  it('with a query or an id of another form is refused before any service is asked', async () => {
    const candidate = await bench.signedIn(person);
    for (const path of [
      '/v1/applications?limit=0',
      '/v1/applications?limit=101',
      '/v1/applications?page=2',
      '/v1/applications?limit=1&limit=2',
    ]) {
      expect([path, ...code(await candidate.get(path))]).toEqual([path, 400, 'invalid-input']);
    }
    for (const id of ['A', '..', 'x%00y', '%2e%2e%2fetc', "a'b", 'a b']) {
      const { status } = await candidate.get(`/v1/applications/${id}`);
      expect([id, [400, 404].includes(status)]).toEqual([id, true]);
    }
  });

  it('never comes back with its query: links hold secrets', async () => {
    const { text } = await bench.client().get('/v1/nothing?token=secret');
    expect(text).not.toContain('secret');
  });
});

describe('an idempotency key', () => {
  it.each(['', 'x'.repeat(129), 'tab\there'])('like %j is refused', async (key) => {
    expect(
      code(
        await bench
          .client()
          .post('/v1/password-resets', { email: 'a@b.fr' }, undefined, { 'idempotency-key': key }),
      ),
    ).toEqual([400, 'invalid-idempotency-key']);
  });
});

describe('a correlation id', () => {
  it('of a sane form is kept, any other is replaced', async () => {
    const idFor = async (given: string) =>
      (await bench.client().get('/health/live', 200, { 'x-correlation-id': given })).headers.get(
        'x-correlation-id',
      );
    expect(await idFor('request-42:abc')).toBe('request-42:abc');
    for (const bad of ['short', 'x'.repeat(101), 'with space and <script>'])
      expect(await idFor(bad)).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a change from a page', () => {
  const own = () => bench.env['PUBLIC_URL']!;
  const cases: [string, (cookie: string) => Record<string, string>, number][] = [
    ['our own, by its origin', (cookie) => ({ cookie, origin: own() }), 204],
    [
      'our own, as the browser says',
      (cookie) => ({ cookie, 'sec-fetch-site': 'same-origin', origin: 'null' }),
      204,
    ],
    ['a friend’s', (cookie) => ({ cookie, origin: friend, 'sec-fetch-site': 'cross-site' }), 204],
    [
      'another site',
      (cookie) => ({ cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
      403,
    ],
    ['another site that hides its name', (cookie) => ({ cookie, origin: 'null' }), 403],
    ['a neighbour under the same name', (cookie) => ({ cookie, 'sec-fetch-site': 'same-site' }), 403],
    ['a name that begins like ours', (cookie) => ({ cookie, origin: `${own()}.evil.example` }), 403],
    ['nobody knows where, with a cookie', (cookie) => ({ cookie }), 403],
    ['nobody knows where, without a cookie', () => ({}), 204],
    ['another site, without a cookie', () => ({ origin: 'https://evil.example' }), 403],
  ];
  it.each(cases)('%s', async (_where, headers, status) => {
    const cookie = (await bench.client().signInAsBrowser(person)).split(';')[0]!;
    const answer = await bench.client().delete('/v1/sessions/current', undefined, headers(cookie));
    expect(code(answer)).toEqual([status, status === 403 ? 'origin-refused' : undefined]);
    const alive = (await bench.client().get('/v1/me', undefined, { cookie })).status;
    expect(alive).toBe(status === 204 && 'cookie' in headers(cookie) ? 401 : 200);
  });

  it('of another site can sign nobody in', async () => {
    const { status, headers } = await bench
      .client()
      .post('/v1/sessions', person, undefined, { origin: 'https://evil.example' });
    expect([status, headers.getSetCookie()]).toEqual([403, []]);
  });

  it('with a bearer token may come from anywhere', async () => {
    const client = await bench.signedIn(person);
    await client.delete('/v1/sessions/current', 204, { origin: 'https://evil.example' });
  });
});

describe('other sites', () => {
  it('may use the API when they are named, and others may not', async () => {
    const preflight = (origin: string) =>
      bench.client().send('OPTIONS', '/v1/applications', undefined, undefined, {
        origin,
        'access-control-request-method': 'POST',
      });
    const allowed = await preflight(friend);
    expect([
      allowed.status,
      allowed.headers.get('access-control-allow-origin'),
      allowed.headers.get('access-control-allow-credentials'),
    ]).toEqual([204, friend, 'true']);
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('headers', () => {
  it('keep answers from being framed, sniffed or kept', async () => {
    const answer = await request(bench.url).get('/v1/me').expect(401);
    expect(answer.headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(answer.headers).not.toHaveProperty('strict-transport-security');
    expect(answer.headers).not.toHaveProperty('x-powered-by');
  });
});

describe('a client that breaks off', () => {
  it('in the middle of a body leaves the gateway as it was', async () => {
    const { port } = new URL(bench.url);
    await Promise.all(
      Array.from({ length: 20 }, () => {
        const call = rawRequest({
          port,
          host: '127.0.0.1',
          method: 'POST',
          path: '/v1/accounts',
          headers: { 'content-type': 'application/json', 'content-length': '1000' },
        });
        call.on('error', () => {});
        call.write('{"email":');
        return new Promise<void>((resolve) => setImmediate(() => resolve(void call.destroy())));
      }),
    );
    expect((await bench.client().get('/health/ready')).status).toBe(200);
  });
});

describe('the documentation', () => {
  it('is a valid OpenAPI 3.1 document of every route', async () => {
    const { json } = await bench.client().get('/openapi.json', 200);
    const validator = new Validator();
    expect(await validator.validate(structuredClone(json))).toMatchObject({ valid: true });
    expect(validator.version).toBe('3.1');
    const paths = json['paths'] as Record<string, object>;
    expect(Object.values(paths).flatMap((path) => Object.keys(path))).toHaveLength(routes.length);
    expect(json['servers']).toEqual([{ url: bench.env['PUBLIC_URL'] }]);
  });

  it('is a page that needs nothing from elsewhere', async () => {
    const { text, headers } = await bench.client().get('/docs', 200);
    const named = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url!);
    expect(named.length).toBeGreaterThan(2);
    for (const url of named) {
      expect(url).toMatch(/^\/docs\//);
      const { status, text: content } = await bench.client().get(url);
      expect([url, status, content.length > 50]).toEqual([url, 200, true]);
    }
    expect(text).not.toMatch(/<script>|onload=|style="/);
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect((await bench.client().get('/docs/assets/package.json')).status).toBe(404);
    expect((await bench.client().get('/docs/assets/..%2f..%2fpackage.json')).status).toBe(404);
  });
});
