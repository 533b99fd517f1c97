import { expect, it } from '@jest/globals';
import { accountOf, signatoryOf } from './signatory.ts';

it('knows an account from a printable name (R68)', () => {
  expect(accountOf('account-aaaaaaaaaaaaaaaaaaaaaaaaaa')).toBe('account-aaaaaaaaaaaaaaaaaaaaaaaaaa');
  expect(accountOf('Claire Moreau')).toBeUndefined();
});

it.each([
  ['account-1, présidente du jury', { name: 'account-1', capacity: 'présidente du jury' }],
  ['Claire Moreau', { name: 'Claire Moreau' }],
  ['Claire Moreau, présidente du jury', { name: 'Claire Moreau', capacity: 'présidente du jury' }],
  ['C. Moreau, directrice, par délégation', { name: 'C. Moreau', capacity: 'directrice, par délégation' }],
])('reads %j', (by, signatory) => expect(signatoryOf(by)).toEqual(signatory));
