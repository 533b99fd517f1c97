// The routes of the API that are emulated: what each accepts and what it does.
import { EVENT_DAYS, eventListForm, findEvent, listEvents } from './event-list.ts';
import { expand } from './expand.ts';
import type { RawParts } from './form.ts';
import { equals, listForm, page, pageForm, type Condition } from './lists.ts';
import { noSuch } from './problems.ts';
import * as r from './readers.ts';
import { createRefund, createRefundForm } from './refunds.ts';
import { closeDispute, updateDispute, updateDisputeForm } from './disputes.ts';
import { createSessionForm } from './session-params.ts';
import { createSession, expireOpenSession, findSession, lineItemsOf } from './sessions.ts';
import type { World } from './world.ts';

/** Reads the parameters (which may refuse them before anything is done) and returns the act itself. */
export type Prepare = (form: RawParts, id: string) => (world: World) => unknown;
export type Route = { method: 'GET' | 'POST'; path: RegExp; prepare: Prepare };

const expandOnly = r.parts({ expand: pageForm.expand });

function route<F extends { expand?: string[] | undefined }>(
  method: 'GET' | 'POST',
  path: string,
  read: r.Reader<F>,
  act: (world: World, form: F, id: string) => unknown,
): Route {
  const pattern = new RegExp(`^${path.replace(':id', '([^/]+)')}$`);
  return {
    method,
    path: pattern,
    prepare: (raw, id) => {
      const form = read(raw, '');
      return (world) => expand(world, act(world, form, id), form.expand);
    },
  };
}

/** The two reading routes that every kind of object has. */
function reading(base: string, kind: string, filters: Record<string, r.Reader<string | undefined>>): Route[] {
  const listing = r.parts({ ...listForm, ...filters });
  const get = route('GET', `${base}/:id`, expandOnly, (world, _form, id) => {
    const found = world.journal.find(kind, id);
    if (found === undefined) throw noSuch(kind, id, singular(kind));
    return found;
  });
  const list = route('GET', base, listing, (world, form) =>
    page(world, kind, base, form, conditionsOf(Object.keys(filters), form)),
  );
  return [list, get];
}

function singular(kind: string): string {
  return kind === 'payment_intent' ? 'intent' : kind === 'checkout.session' ? 'session' : 'id';
}

function conditionsOf(names: string[], form: object): Condition[] {
  const values = form as Record<string, string | undefined>;
  return names.flatMap((name) => equals(name, values[name]));
}

const word = r.optional(r.text());
const sessionListing = r.parts({
  ...listForm,
  payment_intent: word,
  status: r.optional(r.oneOf('open', 'complete', 'expired')),
  customer_details: r.optional(r.parts({ email: r.text() })),
});

const SESSIONS = '/v1/checkout/sessions';

export const ROUTES: Route[] = [
  route('POST', SESSIONS, createSessionForm, createSession),
  route('GET', SESSIONS, sessionListing, (world, form) => {
    const email = equals('customer_details.email', form.customer_details?.email);
    const filters = [
      ...equals('payment_intent', form.payment_intent),
      ...equals('status', form.status),
      ...email,
    ];
    return page(world, 'checkout.session', SESSIONS, form, filters);
  }),
  route('GET', `${SESSIONS}/:id`, expandOnly, (world, _form, id) => findSession(world, id)),
  route('POST', `${SESSIONS}/:id/expire`, expandOnly, (world, _form, id) => expireOpenSession(world, id)),
  route('GET', `${SESSIONS}/:id/line_items`, r.parts(pageForm), (world, form, id) => {
    const items = lineItemsOf(world, findSession(world, id));
    const start = form.starting_after ? items.findIndex((item) => item.id === form.starting_after) + 1 : 0;
    const data = items.slice(start, start + (form.limit ?? 10));
    return {
      object: 'list',
      data,
      has_more: start + data.length < items.length,
      url: `${SESSIONS}/${id}/line_items`,
    };
  }),
  ...reading('/v1/payment_intents', 'payment_intent', {}),
  ...reading('/v1/charges', 'charge', { payment_intent: word }),
  route('POST', '/v1/refunds', createRefundForm, createRefund),
  ...reading('/v1/refunds', 'refund', { charge: word, payment_intent: word }),
  ...reading('/v1/disputes', 'dispute', { charge: word, payment_intent: word }),
  route('POST', '/v1/disputes/:id', updateDisputeForm, (world, form, id) => updateDispute(world, id, form)),
  route('POST', '/v1/disputes/:id/close', expandOnly, (world, _form, id) => closeDispute(world, id, 'lost')),
  ...reading('/v1/balance_transactions', 'balance_transaction', { source: word, type: word, currency: word }),
  ...reading('/v1/payment_methods', 'payment_method', {}).slice(1),
  route('GET', '/v1/events', eventListForm, listEvents),
  route('GET', '/v1/events/:id', expandOnly, (world, _form, id) => findEvent(world, id, EVENT_DAYS)),
];
