import { refuse } from '@admissions/contracts/problem';
import { allows, type Attempt, type AttemptEnd, type Decision, type Order } from './order.ts';

const hour = 3_600_000;

/** A session lives 23 h 50 min: the provider accepts at most 24 h and its clock is not ours (R129). */
export const sessionLifeMs = 23 * hour + 50 * 60_000;
/** The provider forgets an idempotency key after 24 h: after 23 h an unanswered attempt is looked up, never sent again (R130). */
export const blindRetryMs = 23 * hour;
/** The provider refuses a session that ends in less (R129). */
export const providerLeastMs = 30 * 60_000;
/** The least that we ask for: its clock is not ours. */
export const shortestLifeMs = providerLeastMs + 60_000;
/** Nobody is sent to a page that ends in less than this, unless the order itself ends. */
export const leastLifeMs = 5 * 60_000;

/** What is to be done for somebody who wants to pay now. */
export type NextStep =
  | { readonly step: 'start' }
  /** The provider may not have received it: send it again with the same key. */
  | { readonly step: 'send'; readonly attempt: Attempt }
  /** Too old to be sent again: ask the provider whether it knows it. */
  | { readonly step: 'look-up'; readonly attempt: Attempt }
  /** Its session is known: ask the provider where it stands. */
  | { readonly step: 'check'; readonly attempt: Attempt; readonly sessionId: string };

/** The next step for an order that can be paid. There is at most one attempt that is not ended. */
export function nextStep(order: Order, now: Date): NextStep {
  const attempt = openAttempt(order);
  if (!attempt) return { step: 'start' };
  if (attempt.session) return { step: 'check', attempt, sessionId: attempt.session.id };
  return { step: maySend(attempt, now) ? 'send' : 'look-up', attempt };
}

/** True while the very same request may be sent again: its key is remembered, and its end is not too near for the provider. */
export function maySend({ startedAt, expiresAt }: Attempt, now: Date): boolean {
  const age = now.getTime() - Date.parse(startedAt);
  return age < blindRetryMs && Date.parse(expiresAt) - now.getTime() >= providerLeastMs;
}

/** The attempt by which somebody may still pay. */
export function openAttempt(order: Order): Attempt | undefined {
  return order.attempts.find(({ ended }) => ended === undefined);
}

/** True while the page of an attempt is worth opening. The last one before the order’s own end is, to its last moment. */
export function isUsable({ dueAt }: Order, { expiresAt }: Attempt, now: Date): boolean {
  const left = Date.parse(expiresAt) - now.getTime();
  const isLast = dueAt !== undefined && Date.parse(dueAt) - Date.parse(expiresAt) < leastLifeMs;
  return isLast ? left > 0 : left >= leastLifeMs;
}

/** Refuses what cannot be paid, with the code that says why. */
export function refusalToPay(order: Order, now: Date) {
  if (order.state === 'paid' || order.state === 'disputed') return refuse('order-already-paid');
  if (order.state === 'closed') return refuse('order-closed');
  if (!allows('start-attempt', order.state))
    return refuse('order-not-payable', undefined, { state: order.state });
  // R89, R90: nothing may be asked for before the end of the cooling-off.
  if (isEarly(order, now))
    return refuse('deposit-not-due', undefined, { payableFrom: order.payableFrom ?? '' });
  // R64: after its date nobody is sent to a page any more; what is paid on one that is open counts until the order is closed.
  if (isOverdue(order, now)) return refuse('order-closed', undefined, { dueAt: order.dueAt ?? '' });
  // Money came for it that does not fit: a person looks before more is asked for.
  if (order.anomalies.some(({ kind }) => kind === 'amount-mismatch')) return refuse('order-not-payable');
  return undefined;
}

/** The key of the next attempt: derived from the count, so that two requests at once make one attempt. */
export function nextAttemptKey(order: Order): string {
  return `${order.id}:${order.attempts.length + 1}`;
}

/** Stores an attempt before the provider is called (R130). Refused when the order cannot be paid; ignored while one is open. */
export function startAttempt(order: Order, now: Date): Decision {
  const refusal = refusalToPay(order, now);
  if (refusal) return refusal;
  if (openAttempt(order)) return { ignored: 'attempt-open' };
  const attempt: Attempt = {
    key: nextAttemptKey(order),
    startedAt: now.toISOString(),
    expiresAt: endOfSession(order, now),
  };
  return { state: { ...order, attempts: [...order.attempts, attempt] } };
}

/** As late as the provider and the order’s date allow; beyond that date only as far as the provider’s shortest session demands. */
function endOfSession({ dueAt }: Order, now: Date): string {
  const latest = Math.min(now.getTime() + sessionLifeMs, dueAt === undefined ? Infinity : Date.parse(dueAt));
  const end = Math.max(latest, now.getTime() + shortestLifeMs);
  // Whole seconds: the provider knows no smaller ones, and a repeat must ask for the very same.
  return new Date(Math.floor(end / 1000) * 1000).toISOString();
}

function isOverdue({ dueAt }: Order, now: Date): boolean {
  return dueAt !== undefined && now.getTime() > Date.parse(dueAt);
}

function isEarly({ payableFrom }: Order, now: Date): boolean {
  return payableFrom !== undefined && now.getTime() < Date.parse(payableFrom);
}

/** Notes the session that the provider made for an attempt. */
export function recordSession(order: Order, key: string, session: { id: string; url: string }): Decision {
  const attempt = order.attempts.find((one) => one.key === key);
  if (!attempt) return { ignored: 'attempt-unknown' };
  if (attempt.session) return { ignored: 'session-known' };
  return { state: withAttempt(order, { ...attempt, session }) };
}

/** Notes that nobody can pay by an attempt any more. */
export function endAttempt(order: Order, key: string, ended: AttemptEnd): Decision {
  const attempt = order.attempts.find((one) => one.key === key);
  if (!attempt) return { ignored: 'attempt-unknown' };
  if (attempt.ended) return { ignored: 'attempt-ended' };
  return { state: withAttempt(order, { ...attempt, ended }) };
}

/** The order with one attempt replaced. */
export function withAttempt<O extends Order>(order: O, attempt: Attempt): O {
  return { ...order, attempts: order.attempts.map((one) => (one.key === attempt.key ? attempt : one)) };
}
