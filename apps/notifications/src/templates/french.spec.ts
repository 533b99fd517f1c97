import { describe, expect, it } from '@jest/globals';
import {
  dateInFrench,
  deadlineInFrench,
  fullDateInFrench,
  instantInFrench,
  printableName,
  typeset,
} from './french.ts';

describe('dates in French', () => {
  it.each([
    ['2026-12-01', '1er décembre 2026'],
    ['2027-01-31', '31 janvier 2027'],
    ['2026-12-31T23:30:00.000Z', '1er janvier 2027'],
  ])('%s is %s', (date, written) => expect(dateInFrench(date)).toBe(written));

  it.each([
    ['2026-11-24T09:05:00.000Z', '24 novembre 2026 à 10 h 05'],
    ['2026-07-14T22:00:00.000Z', '15 juillet 2026 à 0 h 00'],
  ])('%s is %s in Paris', (instant, written) => {
    expect(instantInFrench(instant).replaceAll('\u00a0', ' ')).toBe(written);
  });
});

describe('a deadline', () => {
  it.each([
    ['2027-04-28T21:59:59.000Z', 'mercredi 28 avril 2027 à 23 h 59, heure de Paris'],
    ['2027-04-28T22:00:00.000Z', 'mercredi 28 avril 2027 à 23 h 59, heure de Paris'],
    ['2027-01-31T23:00:00.000Z', 'dimanche 31 janvier 2027 à 23 h 59, heure de Paris'],
    ['2027-12-01T10:00:00.000Z', 'mercredi 1er décembre 2027 à 11 h 00, heure de Paris'],
  ])('of %s is %s', (instant, written) => {
    expect(deadlineInFrench(instant).replaceAll('\u00a0', ' ')).toBe(written);
  });
});

it('says the day of the week of a civil date', () => {
  expect(fullDateInFrench('2027-09-06')).toBe('lundi 6 septembre 2027');
});

it('keeps French signs with their words', () => {
  expect(typeset('le 4 mars à 10 h 00, au 01 99 00 00 00')).toBe(
    'le 4 mars à 10\u00a0h\u00a000, au 01\u00a099\u00a000\u00a000\u00a000',
  );
  expect(typeset('Or : « oui » ; non ! 80 € n° 4, art. L. 231-4')).toBe(
    'Or\u00a0: «\u00a0oui\u00a0»\u00a0; non\u00a0! 80\u00a0€ n°\u00a04, art.\u00a0L.\u00a0231-4',
  );
});

describe('a printable name', () => {
  it.each([
    ['Zoë  Nguyễn', 'Zoë Nguyễn'],
    ['Ana\r\nBcc: x', 'Ana Bcc: x'],
    ['A\u202eB\u0000C', 'A B C'],
    ['Gagnez https://spam.example', ''],
    ['x@y.example', ''],
    ['<b>Ana</b>', ''],
    ['a'.repeat(300), 'a'.repeat(100)],
  ])('of %j is %j', (name, printable) => expect(printableName(name)).toBe(printable));
});
