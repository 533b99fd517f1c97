import { z } from 'zod';

/** Money is integer minor units (cents) and a currency; never a float. */
export const money = z.object({
  amount: z.number().int().nonnegative(),
  currency: z.literal('EUR'),
});
export type Money = z.infer<typeof money>;

/** Writes an amount as a French reader expects it: `80,00 €`. */
export function inFrench({ amount, currency }: Money): string {
  return new Intl.NumberFormat('fr-FR', { style: 'currency', currency }).format(amount / 100);
}
