import { describe, expect, it } from '@jest/globals';
import { isPast, readCard, readExpiry, typedIn } from './card-form.ts';
import { CARDS, isCardNumber, testCard } from './cards.ts';
import type { Session } from './sessions.ts';

const NOW = new Date('2026-06-15T12:00:00Z');
const session = { customer_email: 'candidate@example.org' } as Session;

describe('the table of test cards', () => {
  it('holds only numbers that a form would take', () => {
    expect(Object.keys(CARDS).filter((number) => !isCardNumber(number))).toEqual([]);
  });

  it.each(['4242424242424241', '4242', '', 'abcd', '4242424242424242424242'])(
    'knows no number: %s',
    (number) => {
      expect(isCardNumber(number)).toBe(false);
    },
  );

  it('declines every card that is not a test card, whatever its name', () => {
    expect(testCard('4539578763621486').decline).toBe('test_mode_live_card');
    expect(testCard('constructor').decline).toBe('test_mode_live_card');
  });
});

describe('what is typed', () => {
  it.each([
    ['12/34', { month: 12, year: 2034 }],
    ['01 / 2030', { month: 1, year: 2030 }],
    ['0627', { month: 6, year: 2027 }],
    ['13/30', undefined],
    ['1/30', undefined],
    ['', undefined],
  ])('expiry %s', (text, expected) => {
    expect(readExpiry(text)).toEqual(expected);
  });

  it('a card is good until the end of its month', () => {
    expect(isPast({ month: 6, year: 2026 }, NOW)).toBe(false);
    expect(isPast({ month: 6, year: 2026 }, new Date('2026-07-01T00:00:00Z'))).toBe(true);
    expect(isPast({ month: 12, year: 2025 }, NOW)).toBe(true);
  });

  it('keeps nothing of the number but its last four digits (R126)', () => {
    const form = new URLSearchParams({
      cardNumber: '4242 4242-4242 4242',
      cardExpiry: '12/34',
      cardCvc: '987',
    });
    const read = readCard(typedIn(form), session, NOW);
    expect(read).toMatchObject({ card: { last4: '4242', expMonth: 12, expYear: 2034 } });
    expect(JSON.stringify(read)).not.toMatch(/42424242|987/);
  });

  it('names each field that is wrong', () => {
    const read = readCard(typedIn(new URLSearchParams()), { customer_email: null } as Session, NOW);
    expect(Object.keys('errors' in read ? read.errors : {}).sort()).toEqual([
      'cardCvc',
      'cardExpiry',
      'cardNumber',
      'email',
    ]);
  });
});
