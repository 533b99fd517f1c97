import type { Stripe } from 'stripe';
import { record } from './events.ts';
import { cancelIntent } from './intents.ts';
import { badParameter, noSuch, refused } from './problems.ts';
import { newLineItem, newSession, type LineItem } from './session-object.ts';
import type { CreateSession } from './session-params.ts';
import type { World } from './world.ts';

export type Session = Stripe.Checkout.Session;

export type HiddenSession = {
  lineItems: LineItem[];
  intent: Partial<NonNullable<CreateSession['payment_intent_data']>>;
};

const MINUTE = 60;
const SMALLEST = 50;
const LARGEST = 99_999_999;

/** R129: a session lives from 30 minutes to 24 hours, 24 hours when nothing is said. */
export function createSession(world: World, form: CreateSession): Session {
  const now = world.clock.now();
  checkLife(form.expires_at, now);
  const items = form.line_items.map((item) => newLineItem(item, now));
  checkAmounts(items);
  const session = newSession(form, items, now);
  session.url = `${world.baseUrl}/c/pay/${session.id}`;
  const hidden: HiddenSession = { lineItems: items, intent: form.payment_intent_data ?? {} };
  world.journal.insert(session, now, hidden);
  return session;
}

function checkLife(expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined) return;
  if (expiresAt < now + 30 * MINUTE) {
    const message = 'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.';
    throw badParameter('expires_at', message);
  }
  if (expiresAt > now + 24 * 60 * MINUTE) {
    const message = 'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.';
    throw badParameter('expires_at', message);
  }
}

function checkAmounts(items: LineItem[]): void {
  if (new Set(items.map((item) => item.currency)).size > 1) {
    throw badParameter('line_items', 'All line items must have the same currency.');
  }
  const total = items.reduce((sum, item) => sum + item.amount_total, 0);
  if (total < SMALLEST) {
    const message = `The Checkout Session's total amount due must add up to at least ${SMALLEST} in the smallest unit of its currency.`;
    throw badParameter('line_items', message, 'amount_too_small');
  }
  if (total > LARGEST) {
    throw badParameter('line_items', "The Checkout Session's total amount is too large.", 'amount_too_large');
  }
}

export function findSession(world: World, id: string): Session {
  const session = world.journal.find<Session>('checkout.session', id);
  if (session === undefined) throw noSuch('checkout.session', id, 'session');
  return session;
}

/** `POST /v1/checkout/sessions/:id/expire`; refuses what is paid or already expired. */
export function expireOpenSession(world: World, id: string): Session {
  const session = findSession(world, id);
  if (session.status !== 'open') {
    const message = `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`;
    throw refused(message);
  }
  return expireSession(world, session);
}

/** Ends an open session, with its payment intent if a try left one behind, and tells of it. */
export function expireSession(world: World, session: Session): Session {
  return world.journal.transaction(() => {
    if (typeof session.payment_intent === 'string') cancelIntent(world, session.payment_intent);
    const expired: Session = { ...session, status: 'expired', url: null };
    world.journal.save(expired);
    record(world, 'checkout.session.expired', expired);
    return expired;
  });
}

export function lineItemsOf(world: World, session: Session): LineItem[] {
  return world.journal.hidden<HiddenSession>(session.id).lineItems;
}
