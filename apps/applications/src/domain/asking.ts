import { documentsFreezeRequested } from '@admissions/contracts/applications';
import { orderCloseRequested } from '@admissions/contracts/offers';
import { send, type Outgoing } from '@admissions/contracts/message';
import type { Closing, FreezePending } from './application.ts';

const minute = 60_000;
const mostMinutes = 24 * 60;

/**
 * When another service is asked again that has not answered by then. An answer takes seconds; a question or an answer that was
 * lost (a dead letter, after hours without a provider) is made good after 15, 30, 60… minutes, a day at most, for as long as it
 * takes. `asks` is how often it was asked by now. Whoever is asked answers each question again.
 */
export function unansweredUntil(asks: number, now: Date): string {
  return after(Math.min(mostMinutes, 15 * 2 ** (asks - 1)), now);
}

/** A payment on its way takes seconds by card and days by transfer: asked again after 1, 2, 4… minutes, an hour at most. */
export function inFlightUntil(asks: number, now: Date): string {
  return after(Math.min(60, 2 ** (asks - 1)), now);
}

function after(minutes: number, now: Date): string {
  return new Date(now.getTime() + minutes * minute).toISOString();
}

type Product = 'APPLICATION_FEE' | 'DEPOSIT';

/** Asks payments, for the first time or again, to close an order; what is to be remembered of it, and the question. */
export function askToClose(
  applicationId: string,
  product: Product,
  { reason, asks }: Pick<Closing, 'reason' | 'asks'>,
  now: Date,
): { closing: Closing; ask: Outgoing } {
  const closing: Closing = { reason, asks, askAgainAt: unansweredUntil(asks, now) };
  return { closing, ask: send(orderCloseRequested, { applicationId, product, reason }) };
}

/** Asks documents, for the first time or again, to let nothing move any more and to say what it holds (R16). */
export function askToFreeze(
  applicationId: string,
  attempt: number,
  asks: number,
  now: Date,
): { freeze: FreezePending; ask: Outgoing } {
  const asked = { asks, againAt: unansweredUntil(asks, now) };
  return {
    freeze: { is: 'pending', attempt, asked },
    ask: send(documentsFreezeRequested, { applicationId, attempt }),
  };
}
