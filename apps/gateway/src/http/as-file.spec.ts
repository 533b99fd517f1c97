import { expect, it } from '@jest/globals';
import { dispositionOf } from './as-file.ts';

it.each([
  ['proces-verbal-2027-1.pdf', 'proces-verbal-2027-1.pdf', 'proces-verbal-2027-1.pdf'],
  ['procès (1).pdf', 'proc_s__1_.pdf', 'proc%C3%A8s%20%281%29.pdf'],
  ['a"; x=\r\nSet-Cookie: b', 'a___x___Set-Cookie__b', 'a%22%3B%20x%3D%0D%0ASet-Cookie%3A%20b'],
  ['\ud800.pdf', '_.pdf', '%EF%BF%BD.pdf'],
])('the name %j cannot end the header', (name, plain, encoded) => {
  expect(dispositionOf(name)).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${encoded}`);
});
