import type { Product } from '@admissions/contracts/payments';

const year = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', year: 'numeric' });

/** The kinds of numbered papers, each with the letters that it is printed with; fee and deposit are apart in the accounts (R79). */
const papers = { receipt: 'R', 'deposit-receipt': 'A', 'credit-note': 'AV' } as const;
export type Paper = keyof typeof papers;

/** The paper that says that a product was paid. */
export const receiptOf = { APPLICATION_FEE: 'receipt', DEPOSIT: 'deposit-receipt' } as const satisfies Record<
  Product,
  Paper
>;

/**
 * The series of a paper: one for each year in Paris (R106). The year is that of the payment or refund, not of the moment
 * when we hear of it, so that a repeat after New Year asks the same series for its number.
 */
export function seriesOf(paper: Paper, at: string): string {
  return `${paper}/${year.format(new Date(at))}`;
}

/** Writes a number as it is printed: `R-2026-000001`. */
export function printedNumber(paper: Paper, at: string, number: number): string {
  return `${papers[paper]}-${year.format(new Date(at))}-${String(number).padStart(6, '0')}`;
}
