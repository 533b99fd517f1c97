import { describe, expect, it } from '@jest/globals';
import { idFrom } from '@admissions/identity/ids';
import { referenceAttempts, referenceOf } from './reference.ts';

const ids = Array.from({ length: 2000 }, (_, i) => idFrom('app', `command ${i}`));

describe('reference of an application', () => {
  it('names the year of the intake and six letters that are not mistaken for others', () => {
    for (const id of ids.slice(0, 200))
      expect(referenceOf(id, '2027-09-06')).toMatch(/^MS-2027-[346789A-HJKMNPQRTWXY]{6}$/);
  });

  it('is the same for the same id', () => {
    expect(referenceOf(ids[0]!, '2027-09-06')).toBe(referenceOf(ids[0]!, '2027-09-06'));
  });

  it('differs between ids, and between the attempts of one id', () => {
    expect(new Set(ids.map((id) => referenceOf(id, '2027-09-06'))).size).toBe(ids.length);
    const attempts = Array.from({ length: referenceAttempts }, (_, attempt) =>
      referenceOf(ids[0]!, '2027-09-06', attempt),
    );
    expect(new Set(attempts).size).toBe(referenceAttempts);
  });

  it('uses the whole range in every attempt: no letter is favoured', () => {
    for (let attempt = 0; attempt < referenceAttempts; attempt++) {
      const counts = new Map<string, number>();
      for (const id of ids)
        for (const letter of referenceOf(id, '2027-09-06', attempt).slice(8))
          counts.set(letter, (counts.get(letter) ?? 0) + 1);
      expect(counts.size).toBe(25);
      // 12,000 letters over 25: 480 each; 30 % off is far outside chance.
      for (const count of counts.values()) expect(Math.abs(count - 480)).toBeLessThan(144);
    }
  });
});
