import type { Stripe } from 'stripe';
import { newId } from './ids.ts';
import type { World } from './world.ts';

type Movement = {
  type: 'charge' | 'refund' | 'refund_failure' | 'adjustment';
  amount: number;
  currency: string;
  source: string;
  description?: string | null;
  /** In the smallest unit of the currency; what the provider keeps. */
  fee?: number;
};

/** The fee that Stripe publishes for European cards: 1.5 % + 0.25 EUR. Not a promise about any contract. */
export function cardFee(amount: number): number {
  return Math.round(amount * 0.015) + 25;
}

/** Books one movement on the balance and returns its id. Amounts in the smallest unit, negative = money out. */
export function book(world: World, movement: Movement): string {
  const fee = movement.fee ?? 0;
  const created = world.clock.now();
  const transaction: Stripe.BalanceTransaction = {
    id: newId('balance_transaction'),
    object: 'balance_transaction',
    amount: movement.amount,
    available_on: created,
    balance_type: 'payments',
    created,
    currency: movement.currency,
    description: movement.description ?? null,
    exchange_rate: null,
    fee,
    fee_details: fee === 0 ? [] : [feeDetail(fee, movement.currency)],
    net: movement.amount - fee,
    reporting_category: movement.type === 'adjustment' ? 'dispute' : movement.type,
    source: movement.source,
    status: 'available',
    type: movement.type,
  };
  world.journal.insert(transaction, created);
  return transaction.id;
}

function feeDetail(amount: number, currency: string): Stripe.BalanceTransaction.FeeDetail {
  return { amount, application: null, currency, description: 'Stripe processing fees', type: 'stripe_fee' };
}
