import { describe, expect, it } from '@jest/globals';
import { documentTypeNames } from '@admissions/contracts/document-types';
import { contentTypeOf, delays, formatOf, limitsFor, limitsOf } from './limits.ts';

describe('the limits of files (R19, section 1b)', () => {
  it('are those of the ruling', () => {
    expect(limitsOf.pdf).toEqual({ maxBytes: 10 * 1024 * 1024, maxPages: 60 });
    expect(limitsOf.jpeg).toMatchObject({
      maxPixels: 40_000_000,
      leastWidth: 413,
      leastHeight: 531,
      ratio: { from: 0.7, to: 0.86 },
    });
  });
  it.each(documentTypeNames)('exist for %s', (type) => {
    expect(limitsFor(type).maxBytes).toBeGreaterThan(0);
    expect(contentTypeOf(type)).toBe(type === 'PHOTO' ? 'image/jpeg' : 'application/pdf');
    expect(formatOf(type)).toBe(type === 'PHOTO' ? 'jpeg' : 'pdf');
  });
  it('keep a link for a minute at most', () => {
    expect(delays.linkSeconds).toBeLessThanOrEqual(60);
  });
});
