import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { permissionsOf, type Route } from '@admissions/contracts/http/route';
import { routes } from '@admissions/contracts/http/routes';
import { ProblemError } from '@admissions/contracts/problem';
import { roles, staffRoles, type Permission, type Role } from '@admissions/contracts/roles';
import { commandIdOf } from '@admissions/identity/ids';
import { password, startBench, tokenOf, type Bench, type Client, type Person } from './bench.ts';
import { startStandIns, type StandIns } from './stand-ins.ts';

const localAccounts = fileURLToPath(new URL('local-accounts.json', import.meta.url));
let bench: Bench;
let others: StandIns;
const clients = {} as Record<Role, Client>;
let candidate: Person;

beforeAll(async () => {
  bench = await startBench({ localAccounts });
  others = await startStandIns(bench);
  candidate = await bench.newCandidate();
  clients.visitor = bench.client();
  clients.candidate = await bench.signedIn(candidate);
  clients.administrator = await bench.signedIn(bench.administrator);
  for (const role of staffRoles) clients[role] ??= await newStaff(role);
  Object.assign(bodies['open-interview-slots'] as object, { interviewerId: await idOf('evaluator') });
  Object.assign(bodies['plan-jury-session'] as object, {
    chairId: await idOf('jury-chair'),
    memberIds: [await idOf('jury-member'), await idOf('jury-chair')],
  });
});
afterAll(async () => {
  await others?.stop();
  await bench?.stop();
});
beforeEach(() => {
  others.passed.length = 0;
  others.behave = () => {
    throw new ProblemError('not-found');
  };
});

async function newStaff(role: (typeof staffRoles)[number]): Promise<Client> {
  const email = `new-${role}@example.org`;
  const grants = [{ role, programmes: ['ms-one'] }];
  await clients.administrator.post('/v1/staff', { email, name: 'Sacha Petit', grants }, 201);
  const token = tokenOf(await bench.linkTo('staffInvited', email));
  await bench.client().post('/v1/accounts/invitations', { token, password }, 204);
  return bench.signedIn({ email, password });
}

const idOf = async (role: Role) => String((await clients[role].get('/v1/me', 200)).json['id']);

/** A request of the right form for every route that a service answers. */
const bodies: Record<string, unknown> = {
  'create-application': { intakeId: 'ms-one-2027' },
  'fill-application': { sections: { nationality: { nationalities: ['FR'] } } },
  'confirm-application': { swornStatement: true },
  'request-upload': { type: 'CV', fileName: 'cv.pdf', contentType: 'application/pdf', size: 10 },
  'record-admissibility': { outcome: 'ADMISSIBLE', route: 'ENG_CTI' },
  'post-message': { text: 'Bonjour' },
  'withdraw-application': { reason: 'PERSONAL_CHOICE' },
  'judge-document': { verdict: { outcome: 'REFUSED', reason: 'UNREADABLE' } },
  'register-funding-agreement': {
    kind: 'OPCO',
    funder: 'OPCO de test',
    reference: 'A-1',
    amount: { amount: 1_000_000, currency: 'EUR' },
    receivedOn: '2026-10-01',
  },
  'judge-funding-agreement': { verdict: { outcome: 'CONFIRMED' } },
  'open-interview-slots': {
    programmeId: 'ms-one',
    interviewerName: 'Sacha Petit',
    roomUrl: 'https://rooms.school.example/1',
    startsAt: ['2026-11-02T09:00:00Z'],
  },
  'book-interview': { slotId: 'slot-1' },
  'record-interview': { outcome: 'DONE' },
  'cancel-interview-by-school': { reason: 'Malade' },
  'assign-evaluators': { evaluatorIds: ['acc-e1', 'acc-e2'] },
  'save-mark': { score: 14.5, comment: 'Motivé' },
  'relieve-evaluator': { reason: 'Malade' },
  'recuse-from-evaluation': { reason: 'Ancien étudiant' },
  'plan-jury-session': {
    programmeId: 'ms-one',
    intakeId: 'ms-one-2027',
    scheduledAt: '2026-12-01T09:00:00Z',
  },
  'set-jury-agenda': { applicationIds: ['app-1'] },
  'open-jury-session': { present: ['acc-chair', 'acc-m1'] },
  'let-in-jury-member': { memberId: 'acc-m2' },
  'adjourn-jury-session': { reason: 'Quorum perdu' },
  'record-jury-decision': { outcome: 'ADMITTED' },
  'recuse-from-jury-file': { applicationId: 'app-1', reason: 'Parenté' },
};
const ids: Record<string, string> = {
  applicationId: 'application-of-another',
  documentId: 'document-of-another',
  orderId: 'order-of-another',
};
const holds = (role: Role, { audience }: Route) =>
  permissionsOf(audience).some((permission) =>
    (roles[role].may as readonly Permission[]).includes(permission),
  );
const pathOf = ({ path }: Route) =>
  path.replaceAll(/:(\w+)/g, (_all, name: string) => ids[name] ?? `${name.toLowerCase()}-of-another`);
const forwarded = routes.filter(({ call }) => call);

describe('every route × role', () => {
  const cases = forwarded.flatMap((route) =>
    (Object.keys(roles) as Role[]).map((role) => [route.id, role, route] as const),
  );

  it.each(cases)('%s as %s', async (_id, role, route) => {
    const { audience } = route;
    const { status, json } = await clients[role].send(route.method, pathOf(route), bodies[route.id]);
    const may = permissionsOf(audience).length === 0 || holds(role, route);
    const expected = may ? 'not-found' : role === 'visitor' ? 'not-signed-in' : 'permission-missing';
    // What belongs to another is 404 as the service says: never 403, never anything of it.
    expect([json.code, status]).toEqual([
      expected,
      { 'not-found': 404, 'not-signed-in': 401, 'permission-missing': 403 }[expected],
    ]);
    expect(others.passed).toHaveLength(may ? 1 : 0);
  });

  const own = routes.filter(({ call, audience }) => !call && audience !== 'public');
  it.each(own.map((route) => [route.id, route] as const))(
    '%s, which the gateway answers itself, refuses those without the right',
    async (_id, route) => {
      const body = route.body === undefined ? undefined : {};
      expect((await clients.visitor.send(route.method, pathOf(route), body)).json.code).toBe('not-signed-in');
      if (permissionsOf(route.audience).length === 0) return;
      for (const role of Object.keys(clients) as Role[]) {
        if (role === 'visitor' || holds(role, route)) continue;
        const { json } = await clients[role].send(route.method, pathOf(route), body);
        expect([role, json.code]).toEqual([role, 'permission-missing']);
      }
    },
  );
});

describe('who is named to look at applications', () => {
  const assigned = '/v1/applications/app-1/evaluation/evaluators';
  const programmeOf = (programmeId: string) => (call: { name: string }) => {
    const view = {
      applicationId: 'app-1',
      reference: 'MS-1',
      marks: [],
      isComplete: false,
      needsThird: false,
    };
    if (call.name === 'evaluation.get-evaluation') return { ...view, programmeId };
    throw new ProblemError('wrong-state');
  };
  const forwardedCalls = () => others.passed.map(({ call }) => call);

  it('evaluators hold that role in the programme of the application, which the service tells', async () => {
    others.behave = programmeOf('ms-one');
    const [evaluator, member] = [await idOf('evaluator'), await idOf('jury-member')];
    const name = (evaluatorIds: string[]) => clients.officer.put(assigned, { evaluatorIds });
    const refused = await name([evaluator, member, 'acc-nobody']);
    expect([refused.status, refused.json]).toMatchObject([
      422,
      { code: 'not-an-evaluator', data: { accountIds: [member, 'acc-nobody'] } },
    ]);
    expect(forwardedCalls()).toEqual(['evaluation.get-evaluation']);
    expect((await name([evaluator])).json.code).toBe('wrong-state');
    expect(forwardedCalls().at(-1)).toBe('evaluation.assign-evaluators');
    // Of an application that is not theirs nobody learns who could mark it.
    others.behave = programmeOf('ms-two');
    expect((await name(['acc-nobody'])).json.code).toBe('not-found');
  });

  it('an interviewer is an evaluator there', async () => {
    const open = (more: object) =>
      clients.officer.post('/v1/interview-slots', { ...(bodies['open-interview-slots'] as object), ...more });
    const chair = await idOf('jury-chair');
    expect((await open({ interviewerId: chair })).json).toMatchObject({
      code: 'not-an-evaluator',
      data: { accountIds: [chair] },
    });
    expect((await open({ interviewerId: chair, programmeId: 'ms-two' })).json.code).toBe('not-found');
    expect(others.passed).toEqual([]);
  });

  it('a chair is a chair, and members are members or chairs', async () => {
    const plan = (more: object) =>
      clients.officer.post('/v1/jury-sessions', { ...(bodies['plan-jury-session'] as object), ...more });
    const [member, evaluator] = [await idOf('jury-member'), await idOf('evaluator')];
    expect((await plan({ chairId: member })).json).toMatchObject({
      code: 'not-a-jury-member',
      data: { accountIds: [member] },
    });
    const refused = await plan({ chairId: evaluator, memberIds: [member, evaluator, 'acc-nobody'] });
    expect([refused.status, refused.json]).toMatchObject([
      422,
      { code: 'not-a-jury-member', data: { accountIds: [evaluator, 'acc-nobody'] } },
    ]);
    expect((await plan({ chairId: member, programmeId: 'ms-two' })).json.code).toBe('not-found');
    expect(others.passed).toEqual([]);
  });

  it('who was invited and has no password, or whose role was taken, cannot be named any more', async () => {
    others.behave = programmeOf('ms-one');
    const email = 'sooner-or-later@example.org';
    const grants = [{ role: 'evaluator', programmes: ['ms-one'] }];
    const invited = await clients.administrator.post('/v1/staff', { email, name: 'Sacha Bref', grants }, 201);
    const id = String(invited.json['accountId']);
    const codeNow = async () => (await clients.officer.put(assigned, { evaluatorIds: [id] })).json.code;
    expect(await codeNow()).toBe('not-an-evaluator');
    const token = tokenOf(await bench.linkTo('staffInvited', email));
    await bench.client().post('/v1/accounts/invitations', { token, password }, 204);
    expect(await codeNow()).toBe('wrong-state');
    await clients.administrator.delete(`/v1/staff/${id}`, 204);
    expect(await codeNow()).toBe('not-an-evaluator');
  });
});

describe('minutes', () => {
  const path = '/v1/jury-sessions/session-1/minutes';

  it('are the file itself, under its name, kept by nobody on the way', async () => {
    const bytes = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x00, 0xff, 0x0a, 0x80]);
    others.behave = () => ({
      fileName: 'procès-verbal 2027.pdf',
      contentType: 'application/pdf',
      base64: bytes.toString('base64'),
    });
    const answer = await fetch(bench.url + path, {
      headers: { authorization: clients.officer.authorization },
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="proc_s-verbal_2027.pdf"; filename*=UTF-8''proc%C3%A8s-verbal%202027.pdf`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('that are not there yet are a problem document', async () => {
    others.behave = () => {
      throw new ProblemError('wrong-state', 'the session is not closed');
    };
    const { status, json, headers } = await clients.officer.get(path);
    expect([status, json.code, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      409,
      'wrong-state',
      expect.stringContaining('application/problem+json'),
      null,
    ]);
  });
});

describe('what reaches a service', () => {
  it('says who asks, with which roles, under which id and key', async () => {
    const headers = { 'x-correlation-id': 'seen-by-the-client-1', 'idempotency-key': 'my-key' };
    const answer = await clients.candidate.post(
      '/v1/applications',
      bodies['create-application'],
      404,
      headers,
    );
    const [{ call, input, context }] = others.passed as [StandIns['passed'][number]];
    const me = (await clients.candidate.get('/v1/me', 200)).json;
    expect({ call, input }).toEqual({
      call: 'applications.create-application',
      input: bodies['create-application'],
    });
    expect(context.subject).toEqual({ id: me['id'], grants: [{ role: 'candidate', programmes: [] }] });
    expect(context.correlationId).toBe('seen-by-the-client-1');
    expect(context.commandId).toBe(commandIdOf(String(me['id']), 'my-key'));
    expect(answer.headers.get('x-correlation-id')).toBe('seen-by-the-client-1');
    expect(answer.json).toMatchObject({
      correlationId: 'seen-by-the-client-1',
      instance: '/v1/applications',
      status: 404,
    });
  });

  it('holds path, query and body, with what the schemas make of them', async () => {
    await clients.candidate.send('PATCH', '/v1/applications/application-1', bodies['fill-application']);
    await clients.officer.get('/v1/queue?limit=5&state=submitted&programmeId=ms-one');
    await clients.visitor.get('/v1/programmes');
    const decision = { outcome: 'NOT_ADMITTED', grounds: ['Projet trop vague'] };
    await clients['jury-member'].put('/v1/jury-sessions/session-1/decisions/app-1', decision);
    await clients.candidate.get('/v1/interview-slots?applicationId=app-1');
    await clients.candidate.get('/v1/applications/app-1/messages?limit=2');
    expect(others.passed.map(({ input }) => input)).toEqual([
      { applicationId: 'application-1', sections: { nationality: { nationalities: ['FR'] } } },
      { limit: 5, state: 'submitted', programmeId: 'ms-one' },
      {},
      { sessionId: 'session-1', applicationId: 'app-1', ...decision },
      { applicationId: 'app-1', limit: 20 },
      { applicationId: 'app-1', limit: 2 },
    ]);
  });

  it('has the roles of this moment: what is taken is taken at once', async () => {
    const email = 'short-lived@example.org';
    await clients.administrator.post(
      '/v1/staff',
      { email, name: 'Sacha Bref', grants: [{ role: 'officer', programmes: ['*'] }] },
      201,
    );
    await bench
      .client()
      .post(
        '/v1/accounts/invitations',
        { token: tokenOf(await bench.linkTo('staffInvited', email)), password },
        204,
      );
    const officer = await bench.signedIn({ email, password });
    const { id } = (await officer.get('/v1/me', 200)).json as { id?: string };
    expect((await officer.get('/v1/queue')).status).toBe(404);
    await clients.administrator.put(
      `/v1/staff/${id}/grants`,
      { grants: [{ role: 'evaluator', programmes: ['*'] }] },
      200,
    );
    expect((await officer.get('/v1/queue')).status).toBe(401);
    expect((await (await bench.signedIn({ email, password })).get('/v1/queue')).status).toBe(403);
  });
});

describe('what a service answers', () => {
  it('comes back as it is, with the status of the route, and is not kept by anybody', async () => {
    others.behave = () => ({ applicationId: 'application-new' });
    const { status, json, headers } = await clients.candidate.post(
      '/v1/applications',
      bodies['create-application'],
    );
    expect([status, json, headers.get('cache-control')]).toEqual([
      201,
      { applicationId: 'application-new' },
      'no-store',
    ]);
  });

  it('is kept for a moment where it is public and holds nothing personal', async () => {
    others.behave = () => ({ items: [] });
    expect((await clients.visitor.get('/v1/programmes', 200)).headers.get('cache-control')).toBe(
      'public, max-age=30',
    );
  });

  it('as a refusal keeps its code, detail, data and the time to wait', async () => {
    others.behave = () => {
      throw new ProblemError('not-ready-yet', 'The order is on its way.', {
        data: { since: 3 },
        retryAfter: 7,
      });
    };
    const { status, json, headers } = await clients.candidate.post('/v1/orders/order-1/checkout');
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('7');
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(json).toMatchObject({
      type: 'urn:problem:not-ready-yet',
      code: 'not-ready-yet',
      detail: 'The order is on its way.',
      data: { since: 3 },
    });
  });

  it('as a fault is a 500 that tells nothing', async () => {
    others.behave = () => {
      throw new Error('secret detail of the database');
    };
    const { status, text, json } = await clients.candidate.get('/v1/applications');
    expect([status, json.code]).toEqual([500, 'internal-error']);
    expect(text).not.toContain('secret');
  });

  it('too late is a 504 after the deadline, and the client may come again', async () => {
    others.behave = () => new Promise(() => {});
    const start = performance.now();
    const { status, json, headers } = await clients.candidate.get('/v1/applications');
    expect([status, json.code, headers.get('retry-after')]).toEqual([504, 'deadline-exceeded', '1']);
    expect(performance.now() - start).toBeLessThan(6_000);
  });
});

it('business time is read from every service, and cannot be moved where there is no movable clock', async () => {
  others.behave = (call) => ({ instance: `${call.service}-1`, offsetMs: 0 });
  const { json } = await clients.administrator.get('/v1/platform/clock', 200);
  expect(json).toMatchObject({ movable: false, offsetMs: 0 });
  expect((json['services'] as { service: string }[]).map(({ service }) => service)).toEqual([
    'gateway',
    'applications',
    'documents',
    'payments',
    'evaluation',
    'notifications',
  ]);
  expect((await clients.administrator.post('/v1/platform/clock', { advance: 'P1D' })).json.code).toBe(
    'clock-not-movable',
  );
});
