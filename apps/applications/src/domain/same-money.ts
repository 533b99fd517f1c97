import type { Money } from '@admissions/contracts/money';

/** True of the same amount in the same currency. */
export function sameMoney(a: Money, b: Money): boolean {
  return a.amount === b.amount && a.currency === b.currency;
}
