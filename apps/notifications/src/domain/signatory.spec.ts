import { expect, it } from '@jest/globals';
import { accountOf, signatoryOf } from './signatory.ts';

it('knows an account from a printable name (R68)', () => {
  expect(accountOf('account-aaaaaaaaaaaaaaaaaaaaaaaaaa')).toBe('account-aaaaaaaaaaaaaaaaaaaaaaaaaa');
  expect(accountOf('Claire Moreau, présidente du jury')).toBeUndefined();
});

it.each([
  ['Claire Moreau', { name: 'Claire Moreau' }],
  ['Claire Moreau, présidente du jury', { name: 'Claire Moreau', capacity: 'présidente du jury' }],
  ['C. Moreau, directrice, par délégation', { name: 'C. Moreau', capacity: 'directrice, par délégation' }],
])('reads %j', (by, signatory) => expect(signatoryOf(by)).toEqual(signatory));
