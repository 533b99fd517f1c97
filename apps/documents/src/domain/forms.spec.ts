import { describe, expect, it } from '@jest/globals';
import { documentTypeNames, documentTypes, type DocumentType } from '@admissions/contracts/document-types';
import { usableForms, waitForForm, type Form } from './forms.ts';

const now = new Date('2026-11-24T09:00:00Z');
const minutes = 60_000;
const later = (ms: number) => new Date(now.getTime() + ms);
const given = (count: number, type: DocumentType = 'CV', size = 1, at = now): Form[] =>
  Array.from({ length: count }, () => ({ type, size, givenAt: at.toISOString() }));
const largest = 10 * 1024 * 1024;

describe('the forms of an application', () => {
  it('count for as long as they can put a file in quarantine: a quarter of an hour', () => {
    const forms = [...given(1), ...given(1, 'PHOTO', 1, later(minutes))];
    expect(usableForms(forms, later(15 * minutes - 1))).toHaveLength(2);
    expect(usableForms(forms, later(15 * minutes))).toMatchObject([{ type: 'PHOTO' }]);
    expect(usableForms(undefined, now)).toEqual([]);
  });

  it.each(documentTypeNames)('let every place of %s be filled twice, and four tries more', (type) => {
    const most = 2 * documentTypes[type].perApplication + 4;
    expect(waitForForm(given(most - 1, type), { type, size: 1 }, now)).toBe(0);
    expect(waitForForm(given(most, type), { type, size: 1 }, now)).toBe(15 * 60);
    expect(waitForForm(given(most, type), { type: type === 'CV' ? 'PHOTO' : 'CV', size: 1 }, now)).toBe(0);
  });

  it('are sixty at most, and of 200 MB', () => {
    const mixed = documentTypeNames.flatMap((type) => given(10, type));
    expect(waitForForm(mixed.slice(0, 59), { type: 'TRANSLATION', size: 1 }, now)).toBe(0);
    expect(waitForForm(mixed.slice(0, 60), { type: 'TRANSLATION', size: 1 }, now)).toBe(15 * 60);
    const heavy = [...given(10, 'TRANSCRIPTS', largest), ...given(9, 'OTHER', largest)];
    expect(waitForForm(heavy, { type: 'CV', size: largest }, now)).toBe(0);
    expect(waitForForm([...heavy, ...given(1)], { type: 'CV', size: largest }, now)).toBe(15 * 60);
  });

  it('are waited for until enough of the oldest have expired, whole seconds', () => {
    const forms = [...given(2), ...given(4, 'CV', 1, later(2 * minutes))];
    expect(waitForForm(forms, { type: 'CV', size: 1 }, later(5 * minutes + 1))).toBe(10 * 60);
    const heavy = [...given(1, 'CV', 1), ...given(20, 'TRANSLATION', largest, later(minutes))];
    expect(waitForForm(heavy, { type: 'PHOTO', size: 1 }, later(2 * minutes))).toBe(14 * 60);
  });
});
