const year = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', year: 'numeric' });

/**
 * The series of a receipt: one for each year of payment in Paris (R106). The year is that of the payment, not of the moment
 * when we hear of it, so that a repeat after New Year asks the same series for its number.
 */
export function receiptSeries(paidAt: string): string {
  return `receipt/${year.format(new Date(paidAt))}`;
}

/** Writes a number of a series as it is printed: `R-2026-000001`. */
export function receiptNumber(series: string, number: number): string {
  return `R-${series.slice('receipt/'.length)}-${String(number).padStart(6, '0')}`;
}
