// What happens when the holder presses "pay": the rules of the hosted page, without its HTML.
import type { Stripe } from 'stripe';
import { DECLINES, type DeclineCode } from './cards.ts';
import { billingDetails, newCharge, type Card, type Charge } from './charges.ts';
import { record } from './events.ts';
import { newId } from './ids.ts';
import { intentOf, saveIntent, type Intent } from './intents.ts';
import { later } from './later.ts';
import { customerDetails } from './session-object.ts';
import type { Session } from './sessions.ts';
import type { World } from './world.ts';

export type Outcome =
  | { kind: 'paid' }
  | { kind: 'declined'; decline: DeclineCode }
  | { kind: 'challenge'; challenge: string }
  | { kind: 'closed' };

type Challenge = {
  id: string;
  session: string;
  facts: string;
  state: 'open' | 'approved' | 'refused' | 'stale';
};

/**
 * One try to pay an open session. The same attempt posted twice gets the first answer and makes no second charge; a paid or
 * expired session is `closed` to any other attempt. All in one transaction, so that no two tries can both succeed.
 */
export function pay(world: World, session: Session, attempt: string, card: Card): Outcome {
  return world.journal.transaction(() => {
    const earlier = attemptOf(world, session.id, attempt);
    if (earlier !== undefined) return earlier;
    const current = world.journal.get<Session>('checkout.session', session.id);
    if (current.status !== 'open') return { kind: 'closed' };
    const outcome = tryCard(world, current, card);
    const sql = 'INSERT INTO attempts (session, token, outcome) VALUES (?, ?, ?)';
    world.journal.run(sql, session.id, attempt, JSON.stringify(outcome));
    return outcome;
  });
}

function attemptOf(world: World, session: string, attempt: string): Outcome | undefined {
  const sql = 'SELECT outcome FROM attempts WHERE session = ? AND token = ?';
  const row = world.journal.row<{ outcome: string }>(sql, session, attempt);
  return row && (JSON.parse(row.outcome) as Outcome);
}

function tryCard(world: World, session: Session, card: Card): Outcome {
  const started = intentOf(world, session);
  const intent: Intent = { ...started, payment_method: newMethod(world, card), next_action: null };
  // A challenge of an earlier try must not pay once another card was given.
  const stale = "UPDATE challenges SET state = 'stale' WHERE session = ? AND state = 'open'";
  world.journal.run(stale, session.id);
  const linked: Session = { ...session, payment_intent: intent.id };
  if (needsChallenge(session, card)) return askHolder(world, linked, intent, card);
  return charge(world, linked, intent, card, false);
}

function needsChallenge(session: Session, card: Card): boolean {
  const asked = session.payment_method_options?.card?.request_three_d_secure;
  return card.test.challenge === true || asked === 'challenge';
}

function askHolder(world: World, session: Session, intent: Intent, card: Card): Outcome {
  const id = newId('challenge');
  const sql = "INSERT INTO challenges (id, session, facts, state) VALUES (?, ?, ?, 'open')";
  world.journal.run(sql, id, session.id, JSON.stringify(card));
  world.journal.save(session);
  const url = `${world.baseUrl}/c/pay/${session.id}/challenge/${id}`;
  const waiting: Intent = {
    ...intent,
    next_action: { type: 'redirect_to_url', redirect_to_url: { return_url: session.url, url } },
    status: 'requires_action',
  };
  saveIntent(world, waiting, 'payment_intent.requires_action');
  return { kind: 'challenge', challenge: id };
}

export function findChallenge(world: World, session: string, id: string): Challenge['state'] | undefined {
  const sql = 'SELECT * FROM challenges WHERE id = ? AND session = ?';
  return world.journal.row<Challenge>(sql, id, session)?.state;
}

/** The holder's answer to the bank's question. A second answer to the same question changes nothing. */
export function answerChallenge(world: World, session: Session, id: string, approved: boolean): Outcome {
  const { journal } = world;
  return journal.transaction(() => {
    const row = journal.row<Challenge>(
      'SELECT * FROM challenges WHERE id = ? AND session = ?',
      id,
      session.id,
    );
    const current = journal.get<Session>('checkout.session', session.id);
    if (row?.state === 'approved' && current.status === 'complete') return { kind: 'paid' };
    if (row?.state !== 'open' || current.status !== 'open') return { kind: 'closed' };
    journal.run('UPDATE challenges SET state = ? WHERE id = ?', approved ? 'approved' : 'refused', id);
    const intent: Intent = { ...intentOf(world, current), next_action: null };
    const card = JSON.parse(row.facts) as Card;
    if (approved) return charge(world, current, intent, card, true);
    return refuseAuthentication(world, intent);
  });
}

function refuseAuthentication(world: World, intent: Intent): Outcome {
  const error: Stripe.PaymentIntent.LastPaymentError = {
    code: 'payment_intent_authentication_failure',
    doc_url: 'https://stripe.com/docs/error-codes/payment-intent-authentication-failure',
    message:
      'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
    type: 'invalid_request_error',
  };
  const failed: Intent = {
    ...intent,
    last_payment_error: error,
    payment_method: null,
    status: 'requires_payment_method',
  };
  saveIntent(world, failed, 'payment_intent.payment_failed');
  return { kind: 'declined', decline: 'generic_decline' };
}

function charge(world: World, session: Session, intent: Intent, card: Card, authenticated: boolean): Outcome {
  const decline = card.test.decline ?? null;
  const made = newCharge(world, intent, card, { decline, authenticated });
  if (decline !== null) return refuse(world, session, intent, made, decline);
  return complete(world, session, intent, made, card);
}

function refuse(world: World, session: Session, intent: Intent, made: Charge, decline: DeclineCode): Outcome {
  const { code, english } = DECLINES[decline];
  const error = {
    charge: made.id,
    code,
    decline_code: decline,
    message: english,
    type: 'card_error' as const,
  };
  const failed: Intent = {
    ...intent,
    last_payment_error: {
      ...error,
      doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`,
    },
    latest_charge: made.id,
    payment_method: null,
    status: 'requires_payment_method',
  };
  world.journal.save(session);
  record(world, 'charge.failed', made);
  saveIntent(world, failed, 'payment_intent.payment_failed');
  return { kind: 'declined', decline };
}

function complete(world: World, session: Session, intent: Intent, made: Charge, card: Card): Outcome {
  const paidIntent: Intent = {
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: made.id,
    status: 'succeeded',
  };
  const paid: Session = {
    ...session,
    customer_details: customerDetails(session.customer_email ?? card.email, card.name),
    payment_status: 'paid',
    status: 'complete',
    url: null,
  };
  world.journal.save(paid);
  record(world, 'charge.succeeded', made);
  saveIntent(world, paidIntent, 'payment_intent.succeeded');
  record(world, 'checkout.session.completed', paid);
  if (card.test.later === 'dispute') later(world, 'open-dispute', made.id);
  return { kind: 'paid' };
}

function newMethod(world: World, card: Card): string {
  const created = world.clock.now();
  const method = {
    id: newId('payment_method'),
    object: 'payment_method',
    allow_redisplay: 'limited',
    billing_details: billingDetails(card),
    card: {
      brand: card.test.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: card.test.country,
      display_brand: card.test.brand,
      exp_month: card.expMonth,
      exp_year: card.expYear,
      fingerprint: null,
      funding: card.test.funding,
      generated_from: null,
      last4: card.last4,
      networks: { available: [card.test.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  } satisfies Stripe.PaymentMethod;
  world.journal.insert(method, created);
  return method.id;
}
