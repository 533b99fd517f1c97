import type { Route } from '@admissions/contracts/http/route';

/** A file that lies in the platform, with everything that hangs on it. */
export interface Objects {
  readonly applicationId: string;
  readonly documentId: string;
  readonly orderId: string;
  readonly accountId: string;
}

/**
 * A well-formed body for every route that has one, so that a refusal is about the person and not about the form.
 * None of them has an effect worth undoing: wrong passwords, unknown links, empty changes.
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
  'move-clock': { advance: 'PT0S' },
  'receive-stripe-event': {},
};

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
    path,
    init: {
      method: route.method,
      ...(needsBody
        ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(bodies[route.id]) }
        : {}),
    },
  };
}
