import { describe, expect, it } from '@jest/globals';
import { since, sumFor, unexplained, type Books } from './provider-books.ts';

const charge = (id: string, order: string, paid = true) => ({
  id,
  amount: 45_000,
  paid,
  metadata: { order },
});
const refund = (id: string, of: string, status = 'succeeded') => ({
  id,
  charge: of,
  amount: 45_000,
  status,
});
const books: Books = {
  charges: [charge('ch-1', 'order-1'), charge('ch-2', 'order-1', false), charge('ch-3', 'order-2')],
  refunds: [refund('re-1', 'ch-1'), refund('re-2', 'ch-3', 'failed')],
};

describe('the books of the provider', () => {
  it('tell what orders brought, what was given back, and what was declined', () => {
    expect(sumFor(['order-1'], books)).toEqual({ paid: 45_000, refunded: 45_000, declined: 1 });
    expect(sumFor(['order-1', 'order-2'], books)).toEqual({ paid: 90_000, refunded: 45_000, declined: 1 });
    expect(sumFor([], books)).toEqual({ paid: 0, refunded: 0, declined: 0 });
  });

  it('have nothing that no order explains', () => {
    expect(unexplained(new Set(['order-1', 'order-2']), books)).toEqual([]);
    expect(unexplained(new Set(['order-1']), books)).toEqual([
      'the provider has a charge ch-3 of nobody',
      'the provider has a refund re-2 of nobody’s charge',
    ]);
    const nameless: Books = { charges: [{ ...charge('ch-9', ''), metadata: {} }], refunds: [] };
    expect(unexplained(new Set(['order-1']), nameless)).toHaveLength(1);
  });

  it('are read from a moment on', () => {
    const before: Books = { charges: books.charges.slice(0, 1), refunds: [] };
    expect(since(before, books).charges.map(({ id }) => id)).toEqual(['ch-2', 'ch-3']);
  });
});
