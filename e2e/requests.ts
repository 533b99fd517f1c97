import type { Route } from '@admissions/contracts/http/route';

/** A file that lies in the platform, with everything that hangs on it. */
export interface Objects {
  readonly applicationId: string;
  readonly documentId: string;
  readonly orderId: string;
  readonly accountId: string;
  readonly evaluatorId: string;
  readonly slotId: string;
  readonly sessionId: string;
  readonly fundingId: string;
  readonly refundId: string;
}

/**
 * A well-formed body for every route that has one, so that a refusal is about the person and not about the form.
 * None of them has an effect worth undoing: wrong passwords, unknown links, empty changes, acts that a rule refuses. Two stay: a
 * document that is accepted, a message. `withdraw-application` is real: whoever may do it ends the application.
 */
const bodies: Record<string, unknown> = {
  'sign-up': { email: 'somebody@mail.example', name: 'Somebody', password: 'a long enough phrase 7391' },
  'confirm-email': { token: 'unknown' },
  'request-confirmation': { email: 'nobody@mail.example' },
  'accept-invitation': { token: 'unknown', password: 'a long enough phrase 7391' },
  'sign-in': { email: 'nobody@mail.example', password: 'wrong', as: 'api-client' },
  'change-password': { currentPassword: 'wrong', newPassword: 'a long enough phrase 7391' },
  'request-email-change': { email: 'other@mail.example', password: 'wrong' },
  'confirm-email-change': { token: 'unknown' },
  'request-password-reset': { email: 'nobody@mail.example' },
  'reset-password': { token: 'unknown', password: 'a long enough phrase 7391' },
  'invite-staff': {
    email: 'invited@school.example',
    name: 'Somebody',
    grants: [{ role: 'officer', programmes: ['*'] }],
  },
  'change-grants': { grants: [{ role: 'officer', programmes: ['*'] }] },
  'create-application': { intakeId: 'no-such-intake' },
  'fill-application': { sections: {} },
  'confirm-application': { swornStatement: false },
  'request-upload': { type: 'OTHER', fileName: 'x.pdf', contentType: 'application/pdf', size: 1_000 },
  // Admissible by no route: 422, also where the study may begin.
  'record-admissibility': { outcome: 'ADMISSIBLE' },
  'post-message': { text: 'Bonjour' },
  'withdraw-application': { reason: 'PERSONAL_CHOICE' },
  'judge-document': { verdict: { outcome: 'ACCEPTED' } },
  // Received on a day that has not come: nothing is registered.
  'register-funding-agreement': {
    kind: 'OTHER',
    funder: 'Somebody',
    reference: 'none',
    amount: { amount: 100, currency: 'EUR' },
    receivedOn: '2999-01-01',
  },
  'judge-funding-agreement': { verdict: { outcome: 'REFUSED', reason: 'Unknown' } },
  // Of somebody who is not there, at a time that is over: no slot is opened.
  'open-interview-slots': {
    programmeId: 'no-such-programme',
    interviewerId: 'acc-nobody',
    interviewerName: 'Nobody',
    roomUrl: 'https://rooms.school.example/none',
    startsAt: ['2020-01-06T09:00:00Z'],
  },
  'book-interview': { slotId: 'slot-unknown' },
  'record-interview': { outcome: 'DONE' },
  'cancel-interview-by-school': { reason: 'None' },
  'assign-evaluators': { evaluatorIds: ['acc-nobody', 'acc-nobody-else'] },
  'save-mark': { comment: 'None' },
  'relieve-evaluator': { reason: 'None' },
  'recuse-from-evaluation': { reason: 'None' },
  // Of people who are not there: no session is planned.
  'plan-jury-session': {
    programmeId: 'no-such-programme',
    intakeId: 'no-such-intake',
    scheduledAt: '2020-01-06T09:00:00Z',
    chairId: 'acc-nobody',
    memberIds: ['acc-nobody'],
  },
  'set-jury-agenda': { applicationIds: ['app-unknown'] },
  'open-jury-session': { present: ['acc-nobody'] },
  'let-in-jury-member': { memberId: 'acc-nobody' },
  'adjourn-jury-session': { reason: 'None' },
  'record-jury-decision': { outcome: 'NOT_ADMITTED', grounds: ['None'] },
  'recuse-from-jury-file': { applicationId: 'app-unknown', reason: 'None' },
  'move-clock': { advance: 'PT0S' },
  'receive-stripe-event': {},
};

/** Queries that a route does not do without. */
const queries: Record<string, string> = { 'list-evaluators': '?programmeId=no-such-programme' };

/** The request of a route about these objects. */
export function requestFor(route: Route, objects: Objects): { path: string; init: RequestInit } {
  const path = route.path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = objects[name as keyof Objects];
    if (value === undefined) throw new Error(`${route.id}: no object for :${name}`);
    return value;
  });
  const needsBody = route.body !== undefined || route.raw !== undefined;
  if (needsBody && !(route.id in bodies))
    throw new Error(`${route.id} has a body and no example here: add one`);
  return {
    path: `${path}${queries[route.id] ?? ''}`,
    init: {
      method: route.method,
      ...(needsBody
        ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(bodies[route.id]) }
        : {}),
    },
  };
}
