import { describe, expect, it } from '@jest/globals';
import iso from 'i18n-iso-countries';
import {
  anyIn,
  countriesOf,
  countrySetNames,
  frenchSpeakingSubdivisions,
  isCountry,
  isLanguage,
} from './countries.ts';

const today = '2026-11-24';
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const everyPair = letters.flatMap((first) => letters.map((second) => first + second));

describe('countries', () => {
  it('are those of ISO 3166-1 and Kosovo, no more and no less', () => {
    const kept = new Set(Object.keys(iso.getAlpha2Codes()));
    expect(everyPair.filter(isCountry)).toEqual(everyPair.filter((code) => kept.has(code)));
  });

  it.each(countrySetNames)('of %s exist and are named once', (name) => {
    const countries = countriesOf(name, today);
    expect(countries.length).toBeGreaterThan(0);
    expect(countries.filter((code) => !isCountry(code))).toEqual([]);
    expect(new Set(countries).size).toBe(countries.length);
  });

  it('R39: the Union has 27 members', () => {
    expect(countriesOf('EU27', today)).toHaveLength(27);
    expect(anyIn('EU27', ['GB'], today)).toBe(false);
  });

  it('R45: the lists are 12 and 16 countries that do not meet', () => {
    const full = countriesOf('FR_FULL', today);
    const conditional = countriesOf('FR_CONDITIONAL', today);
    expect([full.length, conditional.length]).toEqual([12, 16]);
    expect(full.filter((code) => conditional.includes(code))).toEqual([]);
    for (const code of ['DZ', 'MA', 'TN', 'LB']) expect([...full, ...conditional]).not.toContain(code);
  });

  it('R45: the exempt subdivisions lie in countries of the conditional list', () => {
    for (const code of frenchSpeakingSubdivisions)
      expect(anyIn('FR_CONDITIONAL', [code.slice(0, 2)], today)).toBe(true);
  });

  it('a set does not hold before its first day', () => {
    expect(countriesOf('EU27', '2019-12-31')).toEqual([]);
  });
});

describe('languages', () => {
  it('are those that the Unicode data of the platform can name', () => {
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    const known = everyPair.map((code) => code.toLowerCase()).filter(isLanguage);
    expect(known).toHaveLength(183);
    expect(known.filter((code) => names.of(code) === undefined)).toEqual([]);
    expect(isLanguage('xx')).toBe(false);
  });
});
