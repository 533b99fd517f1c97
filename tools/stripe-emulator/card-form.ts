// Reads what was typed on the page and says what is wrong with it, in French.
import { isCardNumber, testCard } from './cards.ts';
import type { Card } from './charges.ts';
import type { FieldErrors, Typed } from './hosted-html.ts';
import { isEmail } from './readers.ts';
import type { Session } from './sessions.ts';

/** What was typed, trimmed; absent fields are empty. */
export function typedIn(form: URLSearchParams): Typed {
  const get = (name: string) => (form.get(name) ?? '').trim().slice(0, 200);
  return {
    cardNumber: get('cardNumber').replaceAll(/[\s-]/g, ''),
    cardExpiry: get('cardExpiry'),
    cardCvc: get('cardCvc'),
    billingName: get('billingName'),
    email: get('email'),
  };
}

type Expiry = { month: number; year: number };

/** `MM/AA`, `MM/AAAA`, with or without the stroke. */
export function readExpiry(text: string): Expiry | undefined {
  const match = /^(0[1-9]|1[0-2])\s*\/?\s*(?:20)?(\d{2})$/.exec(text);
  return match === null ? undefined : { month: Number(match[1]), year: 2000 + Number(match[2]) };
}

/** A card is good until the end of its month, here in UTC. */
export function isPast(expiry: Expiry, now: Date): boolean {
  return Date.UTC(expiry.year, expiry.month, 1) <= now.getTime();
}

/** The card as the emulator keeps it (never its number), or the fields to correct. */
export function readCard(
  typed: Typed,
  session: Session,
  now: Date,
): { card: Card } | { errors: FieldErrors } {
  const errors = errorsIn(typed, session, now);
  if (Object.keys(errors).length > 0) return { errors };
  const expiry = readExpiry(typed.cardExpiry)!;
  const card: Card = {
    test: testCard(typed.cardNumber),
    last4: typed.cardNumber.slice(-4),
    expMonth: expiry.month,
    expYear: expiry.year,
    name: typed.billingName === '' ? null : typed.billingName,
    email: session.customer_email ?? typed.email,
  };
  return { card };
}

function errorsIn(typed: Typed, session: Session, now: Date): FieldErrors {
  const errors: FieldErrors = {};
  const expiry = readExpiry(typed.cardExpiry);
  if (!isCardNumber(typed.cardNumber)) errors.cardNumber = 'Le numéro de carte n’est pas valide.';
  if (expiry === undefined) errors.cardExpiry = 'Indiquez la date d’expiration sous la forme MM/AA.';
  else if (isPast(expiry, now)) errors.cardExpiry = 'La date d’expiration est passée.';
  if (!/^\d{3,4}$/.test(typed.cardCvc)) errors.cardCvc = 'Le cryptogramme compte 3 ou 4 chiffres.';
  if (session.customer_email === null && !isEmail(typed.email)) {
    errors.email = 'L’adresse électronique n’est pas valide.';
  }
  return errors;
}
