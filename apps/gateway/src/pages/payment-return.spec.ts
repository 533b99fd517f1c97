import { expect, it } from '@jest/globals';
import { paymentOutcomes, paymentReturnPath, paymentReturnUrl } from '@admissions/contracts/payments';
import { paymentReturnText } from './payment-return.ts';

const told = { paid: /^Merci\..*nous le confirme/, cancelled: /Rien n’est payé/ };

it.each(paymentOutcomes)('reads the address that payments gives to the provider: %s', (outcome) => {
  const { pathname, searchParams } = new URL(paymentReturnUrl('https://school.example/', 'order-1', outcome));
  expect(pathname).toBe(paymentReturnPath);
  expect(paymentReturnText(Object.fromEntries(searchParams)).text).toMatch(told[outcome]);
});

it.each([undefined, {}, { outcome: 'success' }, { outcome: ['paid', 'cancelled'] }, { result: 'cancelled' }])(
  'thanks nobody for %j',
  (query) => {
    const { text } = paymentReturnText(query);
    expect(text).toContain('nous le confirme');
    expect(text).not.toContain('Merci');
  },
);
