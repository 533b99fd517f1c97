import { describe, expect, it } from '@jest/globals';
import { booking, codeOf, now, slotsIn, times } from '../../test/facts.ts';
import { emptyDiary, enter, enterSlots, inTheWay, made, overlapAmong, strike } from './diary.ts';
import {
  bookSlot,
  closeSlot,
  endSlot,
  openSlot,
  releaseSlot,
  slotMoves,
  slotStates,
  type Slot,
} from './slot.ts';

const other = { applicationId: 'app-2', token: 'token-2' };
const after = new Date('2026-12-08T09:30:00.000Z');

describe('R30: a slot, every state and act', () => {
  const acts: Record<string, (slot: Slot) => object> = {
    'book by another': (slot) => bookSlot(slot, other),
    'book by the same command': (slot) => bookSlot(slot, booking),
    'book by the same application': (slot) => bookSlot(slot, { ...booking, token: 'token-9' }),
    release: (slot) => releaseSlot(slot, booking.token, now),
    close: closeSlot,
    'end in time': (slot) => endSlot(slot, now),
    'end after it': (slot) => endSlot(slot, after),
  };
  it.each([
    ['book by another', ['done', 'slot-taken', 'slot-taken', 'slot-past']],
    ['book by the same command', ['done', 'ignored', 'slot-taken', 'slot-past']],
    ['book by the same application', ['done', 'done', 'slot-taken', 'slot-past']],
    ['release', ['done', 'done', 'ignored', 'ignored']],
    ['close', ['done', 'slot-booked', 'ignored', 'slot-past']],
    ['end in time', ['ignored', 'ignored', 'ignored', 'ignored']],
    ['end after it', ['done', 'done', 'ignored', 'ignored']],
  ])('%s', (act, expected) => {
    expect(slotStates.map((state) => codeOf(acts[act]!(slotsIn[state])))).toEqual(expected);
  });

  it('moves go between states that exist, and reach all of them', () => {
    const reached = new Set<string>(slotMoves.open.to);
    for (const { from, to } of [...Object.values(slotMoves), ...Object.values(slotMoves)])
      if (from.some((state) => reached.has(state))) for (const state of to) reached.add(state);
    expect([...reached].sort()).toEqual([...slotStates].sort());
  });

  it('a command that gave a slot up never gets it, however late it comes', () => {
    const left = releaseSlot(slotsIn.open, 'token-2', now) as { state: Slot };
    expect(left.state.state).toBe('open');
    expect(codeOf(bookSlot(left.state, other))).toBe('slot-taken');
    expect(codeOf(bookSlot(left.state, { ...other, token: 'token-3' }))).toBe('done');
    // What another command has is not taken from it.
    expect(releaseSlot(slotsIn.booked, 'token-2', now)).toMatchObject({
      state: { state: 'booked', booking },
    });
  });

  it('that the school gave up is not offered again', () => {
    const closed = releaseSlot(slotsIn.booked, booking.token, now, true);
    expect(closed).toMatchObject({ state: { state: 'closed', voided: ['token-1'] } });
    expect(codeOf(releaseSlot((closed as { state: Slot }).state, booking.token, now, true))).toBe('ignored');
  });

  it('comes back free while it is to come, and closed afterwards', () => {
    expect(releaseSlot(slotsIn.booked, booking.token, now)).toMatchObject({ state: { state: 'open' } });
    expect(releaseSlot(slotsIn.booked, booking.token, after)).toMatchObject({ state: { state: 'closed' } });
    expect(openSlot(times)).toEqual(slotsIn.open);
  });
});

describe('R30: the times of a person', () => {
  const entry = (slotId: string, from: string, to: string, applicationId?: string) => ({
    slotId,
    startsAt: `2026-12-08T${from}:00.000Z`,
    endsAt: `2026-12-08T${to}:00.000Z`,
    ...(applicationId === undefined ? {} : { booking: { applicationId, token: `token-${slotId}` } }),
  });
  const ten = entry('slot-a', '10:00', '10:30', 'app-1');

  it.each([
    ['before', entry('slot-b', '09:30', '10:00', 'app-2'), false],
    ['after', entry('slot-b', '10:30', '11:00', 'app-2'), false],
    ['inside', entry('slot-b', '10:10', '10:20', 'app-2'), true],
    ['around', entry('slot-b', '09:00', '11:00', 'app-2'), true],
    ['by a minute', entry('slot-b', '10:29', '10:59', 'app-2'), true],
    ['of the same application, which moves', entry('slot-b', '10:10', '10:40', 'app-1'), false],
    ['as an interviewer', entry('slot-b', '10:10', '10:40'), true],
  ])('another time %s is in the way: %s', (_where, wanted, expected) => {
    const diary = enter(emptyDiary, [ten], [], now);
    expect(inTheWay(diary, [wanted]).length > 0).toBe(expected);
    expect(overlapAmong([ten, { ...wanted, slotId: 'slot-c' }])).toBe(
      expected || wanted.booking?.applicationId === 'app-1',
    );
  });

  it('are forgotten when stale, over, struck out by the command that took them, or taken again', () => {
    const diary = enter(emptyDiary, [ten, entry('slot-b', '11:00', '11:30', 'app-1')], [], now);
    expect(enter(diary, [], [ten], now).entries.map(({ slotId }) => slotId)).toEqual(['slot-b']);
    expect(enter(diary, [], [], new Date('2026-12-09T00:00:00Z')).entries).toEqual([]);
    expect(strike(diary, 'slot-a', 'token-slot-a').entries).toHaveLength(1);
    expect(strike(diary, 'slot-a', 'token-other')).toBe(diary);
    expect(enter(diary, [ten], [], now).entries).toHaveLength(2);
  });

  it('of an interviewer name the slots that are still to be made', () => {
    const slot = { slotId: 'slot-a', facts: times };
    const diary = enterSlots(emptyDiary, [slot], [], now);
    expect(diary).toMatchObject({ unmade: [slot], since: now.toISOString() });
    expect(made(diary, ['slot-a'])).toEqual({ entries: diary.entries, unmade: [] });
    const more = enterSlots(diary, [{ ...slot, slotId: 'slot-b' }], [], new Date());
    expect(made(more, ['slot-a'])).toMatchObject({ unmade: [{ slotId: 'slot-b' }], since: diary.since });
  });
});
