import { describe, expect, it } from '@jest/globals';
import { enlist, strike } from './administrators.ts';
import { durationMs, moveClock } from './business-clock.ts';
import { receive } from './provider-event.ts';

describe('administrators', () => {
  it('are listed once', () => {
    expect(enlist(undefined, 'a')).toEqual({ state: { accountIds: ['a'] } });
    expect(enlist({ accountIds: ['a'] }, 'b')).toEqual({ state: { accountIds: ['a', 'b'] } });
    expect(enlist({ accountIds: ['a'] }, 'a')).toEqual({ ignored: 'is one already' });
  });

  it('leave the list, except the last one', () => {
    expect(strike({ accountIds: ['a', 'b'] }, 'a')).toEqual({ state: { accountIds: ['b'] } });
    expect(strike({ accountIds: ['b'] }, 'b')).toMatchObject({ refused: { code: 'last-administrator' } });
    expect(strike({ accountIds: ['b'] }, 'a')).toEqual({ ignored: 'is none' });
    expect(strike(undefined, 'a')).toEqual({ ignored: 'is none' });
  });
});

describe('the business clock', () => {
  const real = new Date('2026-11-24T10:00:00.000Z');
  const day = 86_400_000;

  it.each([
    ['P3D', 3 * day],
    ['P1W', 7 * day],
    ['P1DT2H3M4S', day + 7_384_000],
    ['PT0.5S', 500],
    ['P1M', undefined],
    ['P1Y', undefined],
    ['3 days', undefined],
  ])('reads %s', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });

  it('moves by a duration from where it stands, by its file or by what was stored', () => {
    expect(moveClock(undefined, { advance: 'P1D' }, 0, real)).toEqual({ state: { offsetMs: day } });
    expect(moveClock({ offsetMs: day }, { advance: 'P1D' }, 0, real)).toEqual({
      state: { offsetMs: 2 * day },
    });
    expect(moveClock({ offsetMs: day }, { advance: 'P1D' }, 5 * day, real)).toEqual({
      state: { offsetMs: 6 * day },
    });
  });

  it('moves to an instant', () => {
    expect(moveClock(undefined, { to: '2026-12-01T10:00:00.000Z' }, 0, real)).toEqual({
      state: { offsetMs: 7 * day },
    });
  });

  it.each([
    ['back', { to: '2026-11-23T10:00:00.000Z' }, 'clock-only-forward'],
    ['by a month', { advance: 'P1M' }, 'invalid-input'],
    ['past the calendar', { advance: 'P999999999D' }, 'invalid-input'],
  ])('does not move %s', (_how, move, code) => {
    expect(moveClock(undefined, move, 0, real)).toMatchObject({ refused: { code } });
  });
});

describe('an event of the provider', () => {
  const event = {
    eventId: 'evt_1',
    type: 't',
    objectType: 'checkout.session',
    objectId: 'cs_1',
    createdAt: '2026-11-24T10:00:00.000Z',
  };

  it('is kept and passed on once', () => {
    expect(receive(undefined, event)).toEqual({
      state: event,
      messages: [{ name: 'gateway.provider-event-received.v1', data: event }],
    });
    expect(receive(event, event)).toEqual({ ignored: 'came before' });
  });
});
