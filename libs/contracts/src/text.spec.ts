import { describe, expect, it } from '@jest/globals';
import { line, paragraphs } from './text.ts';

const accepted = (text: string) => line(100).safeParse(text).success;

describe('a line of text', () => {
  it('takes names as people write them', () => {
    for (const name of ['Zoë', 'O’Brien-Łukasz', 'Nguyễn Thị', 'محمد', '山田', 'D’Arc, 3e', 'नम\u200dस्ते']) {
      expect([name, accepted(name)]).toEqual([name, true]);
    }
  });

  it('is composed and trimmed, so that equal names are equal', () => {
    expect(line(100).parse('  Zoe\u0308 ')).toBe('Zoë');
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['a line break', 'a\nb'],
    ['a lone surrogate', 'a\ud800b'],
    ['a right-to-left override', '\u202eelimaC'],
    ['a zero-width space', 'a\u200bb'],
    ['a line separator', 'a\u2028b'],
    ['invisible signs only', '\u200b'],
    ['punctuation only', ' - '],
    ['nothing', '   '],
  ])('refuses %s', (_what, text) => {
    expect(accepted(text)).toBe(false);
  });

  it('is bounded', () => {
    expect(accepted('a'.repeat(101))).toBe(false);
  });
});

it('paragraphs keep their line breaks and refuse the same signs', () => {
  expect(paragraphs(100).parse('Bonjour,\r\n\r\nmerci.')).toBe('Bonjour,\n\nmerci.');
  expect(paragraphs(100).safeParse('a\u0000b').success).toBe(false);
  expect(paragraphs(100).safeParse('\n\n').success).toBe(false);
});
