import { beforeAll, describe, expect, it } from '@jest/globals';
import { permissionsOf, type Route } from '@admissions/contracts/http/route';
import { routes } from '@admissions/contracts/http/routes';
import { roles, staffRoles, type Permission, type Role } from '@admissions/contracts/roles';
import { answerOf } from '../tools/client/api.ts';
import { Candidate } from '../tools/client/candidate.ts';
import { requestFor, type Objects } from './requests.ts';
import { aConfirmedApplication, addresses, aSignedInCandidate, aSubmittedApplication } from './support.ts';

/**
 * SEC-1: every route × every role × own and foreign objects, before and after payment.
 * What is expected is computed from the tables of routes and roles alone.
 */
type Asker = { name: string; role: Role; token: string | undefined };

/** Objects that exist for nobody here: who holds the permission is told 404, others 403. */
const nowhere = {
  accountId: 'acc-aaaaaaaaaaaaaaaaaaaaaaaaaa',
  evaluatorId: 'acc-aaaaaaaaaaaaaaaaaaaaaaaaaa',
  slotId: 'slot-aaaaaaaaaaaaaaaaaaaaaaaaaa',
  sessionId: 'jury-aaaaaaaaaaaaaaaaaaaaaaaaaa',
  fundingId: 'funding-aaaaaaaaaaaaaaaaaaaaaaaaaa',
  refundId: 'refund-aaaaaaaaaaaaaaaaaaaaaaaaaa',
};
let askers: Asker[];
let unpaid: Objects;
let paid: Objects;
/** The candidates to whom the two files belong. */
let owners: { unpaid: string; paid: string };

async function tokenOf(email: string, password: string): Promise<string> {
  const answer = await fetch(new URL('/v1/sessions', addresses.api), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, as: 'api-client' }),
  });
  const { token } = (await answer.json()) as { token: string };
  if (!token) throw new Error(`${email} could not sign in: ${answer.status}`);
  return token;
}

async function objectsOf(candidate: Candidate, applicationId: string): Promise<Objects> {
  const path = { applicationId };
  const documents = await answerOf(
    candidate.api.GET('/v1/applications/{applicationId}/documents', { params: { path } }),
  );
  const order = await candidate.feeOrder(applicationId);
  return { applicationId, documentId: documents.items[0]!.id, orderId: order.id, ...nowhere };
}

beforeAll(async () => {
  const owner = await aSignedInCandidate();
  const payer = await aSignedInCandidate('Alix Exemple');
  const stranger = await aSignedInCandidate('Dominique Exemple');
  [unpaid, paid] = await Promise.all([
    aConfirmedApplication(owner).then((applicationId) => objectsOf(owner, applicationId)),
    aSubmittedApplication(payer).then((applicationId) => objectsOf(payer, applicationId)),
  ]);
  owners = {
    unpaid: await tokenOf(owner.email, owner.password),
    paid: await tokenOf(payer.email, payer.password),
  };
  const people: [string, Role, { email: string; password: string }][] = [
    ['stranger', 'candidate', stranger],
    ...staffRoles.map((role): [string, Role, { email: string; password: string }] => {
      const account = addresses.staff.find((one) => one.roles.some((given) => given.role === role))!;
      return [role, role, account];
    }),
  ];
  askers = [{ name: 'visitor', role: 'visitor', token: undefined }];
  for (const [name, role, { email, password }] of people) {
    askers.push({ name, role, token: await tokenOf(email, password) });
  }
}, 180_000);

async function ask(
  route: Route,
  objects: Objects,
  token: string | undefined,
): Promise<{ status: number; text: string }> {
  const { path, init } = requestFor(route, objects);
  const headers = { ...init.headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  const answer = await fetch(new URL(path, addresses.api), { ...init, headers, redirect: 'manual' });
  return { status: answer.status, text: await answer.text() };
}

const about = (route: Route) => ({
  ofApplication: /:(applicationId|documentId|orderId)/.test(route.path),
  /** Of something that is not there; `:applicationId` beside it makes no difference. */
  ofNothing: Object.keys(nowhere).some((name) => route.path.includes(`:${name}`)),
  /** Evaluation knows an application once its candidate was invited; these two were not. */
  ofSelection: route.call?.service === 'evaluation' && route.path.includes(':applicationId'),
});

/** The roles' permissions that let in; a role may hold several of them. */
const holds = (role: Role, route: Route) =>
  permissionsOf(route.audience).some((permission) =>
    (roles[role].may as readonly Permission[]).includes(permission),
  );

/** The status that a foreign object must be answered with; undefined when the answer depends on more than the person. */
function expected(route: Route, role: Role, isPaid: boolean): number | undefined {
  if (route.audience === 'public') return undefined;
  if (role === 'visitor') return 401;
  if (permissionsOf(route.audience).length === 0) return undefined;
  if (!holds(role, route)) return 403;
  const { ofApplication, ofNothing, ofSelection } = about(route);
  if (ofNothing || ofSelection) return 404;
  if (!ofApplication || roles[role].scope === 'all') return undefined;
  // Staff see nothing of an application, its orders neither, before its fee is paid (R15); evaluators and juries nothing of one to
  // which they are not assigned, paid or not.
  return roles[role].scope === 'programme' && isPaid ? undefined : 404;
}

/**
 * Where the person is not the reason for a refusal, any answer about the request itself will do, but not "who are you", "you may
 * not", a fault, or "there is nothing" about an object that is there.
 */
function letIn(route: Route, status: number): boolean {
  if (route.audience === 'public' && status === 401) return true;
  const { ofApplication } = about(route);
  return status < 400 || [400, 409, 422, 429, ...(ofApplication ? [] : [404])].includes(status);
}

// This would end the session that the walk goes on with.
const changesSession = new Set(['sign-out']);
const walked = routes.filter(({ id }) => !changesSession.has(id));
// And this the application: its owner does it last of all, below.
const leaves = 'withdraw-application';

describe.each([
  ['before payment', false],
  ['after payment', true],
])('a foreign file %s', (_when, isPaid) => {
  it.each(walked.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s',
    async (_name, route) => {
      const objects = isPaid ? paid : unpaid;
      const found: Record<string, number | string> = {};
      const wanted: Record<string, number | string> = {};
      for (const { name, role, token } of askers) {
        const { status, text } = await ask(route, objects, token);
        const must = expected(route, role, isPaid);
        wanted[name] = must ?? 'allowed';
        found[name] = must === undefined && letIn(route, status) ? 'allowed' : status;
        if (must === 404) expect(text).not.toMatch(/mail\.example|Exemple/);
      }
      expect(found).toEqual(wanted);
    },
  );
});

describe.each(['unpaid', 'paid'] as const)('the owner of the %s file', (which) => {
  const own = walked.filter((route) => {
    const { ofApplication, ofNothing, ofSelection } = about(route);
    return ofApplication && !ofNothing && !ofSelection && holds('candidate', route) && route.id !== leaves;
  });
  it.each(own.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'reaches %s',
    async (_name, route) => {
      const { status } = await ask(route, which === 'paid' ? paid : unpaid, owners[which]);
      expect([route.id, status, letIn(route, status)]).toEqual([route.id, status, true]);
    },
  );
});

it('staff who may see it are not told 404 after payment', async () => {
  const officer = askers.find(({ role }) => role === 'officer')!;
  const reads = routes.filter(({ id }) =>
    ['get-application', 'list-documents', 'get-document', 'issue-link', 'list-messages'].includes(id),
  );
  expect(reads).toHaveLength(5);
  const statuses = await Promise.all(
    reads.map(async (route) => (await ask(route, paid, officer.token)).status),
  );
  expect(statuses.every((status) => status < 300)).toBe(true);
  const finance = askers.find(({ role }) => role === 'finance-officer')!;
  const orders = routes.filter(({ id }) =>
    ['list-orders', 'get-order', 'list-funding-agreements'].includes(id),
  );
  const seen = await Promise.all(orders.map(async (route) => (await ask(route, paid, finance.token)).status));
  expect(seen).toEqual([200, 200, 200]);
});

it('a bearer token that is not one is refused everywhere', async () => {
  for (const route of walked.filter(({ audience }) => audience !== 'public')) {
    expect([route.id, (await ask(route, paid, 'forged-token')).status]).toEqual([route.id, 401]);
  }
});

// The last: nothing is asked about these applications after it.
it.each(['unpaid', 'paid'] as const)('the owner of the %s file leaves', async (which) => {
  const route = routes.find(({ id }) => id === leaves)!;
  const { status } = await ask(route, which === 'paid' ? paid : unpaid, owners[which]);
  expect(letIn(route, status)).toBe(true);
});
