import type { Money } from '@admissions/contracts/money';

/** What a line books. Positive amounts are owed by the payer, negative ones were received from them. */
export const lineKinds = {
  fee: { sign: 1, isMoney: false, about: 'the fee is charged' },
  deposit: { sign: 1, isMoney: false, about: 'the deposit is charged' },
  payment: { sign: -1, isMoney: true, about: 'the card provider received a payment' },
  refund: { sign: 1, isMoney: true, about: 'a payment goes back to its card' },
  'refund-returned': { sign: -1, isMoney: true, about: 'the bank returned a refund' },
  chargeback: { sign: 1, isMoney: true, about: 'the bank took a disputed payment back' },
  'chargeback-returned': { sign: -1, isMoney: true, about: 'a dispute was won: the payment is ours again' },
  cancellation: { sign: -1, isMoney: false, about: 'what was charged is no longer asked for' },
  'credit-note': { sign: -1, isMoney: false, about: 'what was charged and paid is given back (R94, R106)' },
} as const satisfies Record<string, { sign: 1 | -1; isMoney: boolean; about: string }>;

export type LineKind = keyof typeof lineKinds;

/** One booking, in cents with its sign. `ref` names what caused it: the order, or the provider’s charge, refund or dispute. */
export interface Line {
  readonly kind: LineKind;
  readonly ref: string;
  readonly amount: number;
  readonly currency: Money['currency'];
  /** When it happened, not when we heard of it. */
  readonly at: string;
}

export type Ledger = readonly Line[];

/** A booking of a positive amount; the kind gives the sign. */
export function line(kind: LineKind, ref: string, amount: Money, at: string): Line {
  return { kind, ref, amount: lineKinds[kind].sign * amount.amount, currency: amount.currency, at };
}

/** Adds lines at the end. What is booked already (same kind, same cause) is not booked again; nothing is ever changed or removed. */
export function append(ledger: Ledger, lines: readonly Line[]): Ledger {
  const booked = new Set(ledger.map(keyOf));
  const fresh = lines.filter((added) => !booked.has(keyOf(added)) && booked.add(keyOf(added)));
  return fresh.length === 0 ? ledger : [...ledger, ...fresh];
}

/** What the payer still owes, in cents; negative when we hold too much. Always the sum of the lines. */
export function balance(ledger: Ledger): number {
  return ledger.reduce((sum, { amount }) => sum + amount, 0);
}

/** What was received and not given back, in cents: the lines that moved money. */
export function held(ledger: Ledger): number {
  const sum = balance(ledger.filter(({ kind }) => lineKinds[kind].isMoney));
  // Never minus zero.
  return 0 - sum;
}

function keyOf({ kind, ref }: Line): string {
  return `${kind}/${ref}`;
}
