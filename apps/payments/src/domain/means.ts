/** Names of card brands as their owners write them. */
const brands: Readonly<Record<string, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  cartes_bancaires: 'CB',
  discover: 'Discover',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
  eftpos_au: 'eftpos',
};

/** The means of payment as it is printed on a receipt: brand and last four digits, all that the platform knows of a card (R126). */
export function printedMeans({ brand, last4 }: { brand: string; last4: string }): string {
  const name = brands[brand] ?? 'Carte bancaire';
  return /^\d{4}$/.test(last4) ? `${name} •••• ${last4}` : name;
}
