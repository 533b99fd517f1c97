import { describe, expect, it } from '@jest/globals';
import { printedMeans } from './means.ts';
import { printedNumber, receiptOf, seriesOf } from './paper-number.ts';

describe('receipt numbers (R106)', () => {
  it.each([
    ['2026-11-24T09:05:00.000Z', 'receipt/2026'],
    ['2026-12-31T22:59:59.999Z', 'receipt/2026'],
    ['2026-12-31T23:00:00.000Z', 'receipt/2027'],
  ])('%s is of the series %s: the year of Paris', (paidAt, series) => {
    expect(seriesOf('receipt', paidAt)).toBe(series);
  });

  it('are printed with their year', () => {
    const at = '2026-12-31T23:00:00.000Z';
    expect(printedNumber('receipt', at, 1)).toBe('R-2027-000001');
    expect(printedNumber('credit-note', at, 1_234_567)).toBe('AV-2027-1234567');
  });

  it('are of another series for the deposit than for the fee (R79), and never alike', () => {
    const at = '2026-11-24T09:05:00.000Z';
    expect(seriesOf(receiptOf.DEPOSIT, at)).toBe('deposit-receipt/2026');
    const printed = [receiptOf.APPLICATION_FEE, receiptOf.DEPOSIT, 'credit-note' as const].map((paper) =>
      printedNumber(paper, at, 1),
    );
    expect(new Set(printed).size).toBe(3);
  });
});

describe('the printed means of payment (R126)', () => {
  it.each([
    ['visa', '4242', 'Visa •••• 4242'],
    ['cartes_bancaires', '0003', 'CB •••• 0003'],
    ['new_brand', '1234', 'Carte bancaire •••• 1234'],
    ['', '', 'Carte bancaire'],
    ['visa', '<script>', 'Visa'],
  ])('of %s %s is %s', (brand, last4, printed) => {
    expect(printedMeans({ brand, last4 })).toBe(printed);
  });
});
