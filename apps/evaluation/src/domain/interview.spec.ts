import { describe, expect, it } from '@jest/globals';
import { interviewStates } from '@admissions/contracts/interviews';
import { codeOf, interviewsIn, locked, now, selectionOf, slotsIn, times } from '../../test/facts.ts';
import {
  cancel,
  cancelBySchool,
  end,
  giveUp,
  keepSlot,
  record,
  released,
  seek,
  settleAt,
} from './interview.ts';
import { interviewLabels, interviewMoves } from './interview-state.ts';
import { invite, type Selection } from './selection.ts';
import { interviewView } from './views.ts';

const start = new Date(times.startsAt);
const wish = { slotId: 'slot-2', token: 'token-2', slot: slotsIn.open };
const away = { reason: 'Intervieweur malade', by: 'officer-1' };
const inState = (state: keyof typeof interviewsIn, parts: Partial<Selection> = {}) =>
  selectionOf({ interview: interviewsIn[state], ...parts });
const pending = (token: string) => ({ slotId: 'slot-9', token, at: now.toISOString() });
const stateOf = (outcome: object): Selection => (outcome as { state: Selection }).state;
const sent = (outcome: object) => (outcome as { messages: { name: string; data: object }[] }).messages;

describe('R30: an interview, every state and act', () => {
  const acts: Record<string, (selection: Selection) => object> = {
    seek: (selection) => seek(selection, wish, now),
    cancel: (selection) => cancel(selection, now),
    done: (selection) => record(selection, { outcome: 'DONE', by: 'officer-1', isOfficer: true }, start),
    'no-show': (selection) =>
      record(selection, { outcome: 'NO_SHOW', by: 'officer-1', isOfficer: true }, start),
    'no-show by an evaluator': (selection) =>
      record(selection, { outcome: 'NO_SHOW', by: 'acc-e1', isOfficer: false }, start),
    'by school': (selection) => cancelBySchool(selection, away, now),
    end: (selection) => end(selection, 'WITHDRAWN', now),
  };
  it.each([
    ['seek', ['done', 'done', 'wrong-state', 'wrong-state', 'done']],
    ['cancel', ['wrong-state', 'done', 'wrong-state', 'wrong-state', 'wrong-state']],
    ['done', ['wrong-state', 'done', 'wrong-state', 'done', 'wrong-state']],
    ['no-show', ['done', 'done', 'done', 'wrong-state', 'done']],
    ['no-show by an evaluator', ['wrong-state', 'done', 'done', 'wrong-state', 'wrong-state']],
    ['by school', ['wrong-state', 'done', 'wrong-state', 'done', 'wrong-state']],
    ['end', ['done', 'done', 'done', 'done', 'done']],
  ])('%s', (act, expected) => {
    expect(interviewStates.map((state) => codeOf(acts[act]!(inState(state))))).toEqual(expected);
    const ended = { at: now.toISOString(), why: 'WITHDRAWN' as const };
    if (act !== 'end' && act !== 'cancel')
      expect(codeOf(acts[act]!(inState('booked', { ended })))).toBe('wrong-state');
  });

  it('has wording for every state, and every state is reached by a move', () => {
    expect(Object.keys(interviewLabels).sort()).toEqual([...interviewStates].sort());
    expect(new Set(Object.values(interviewMoves).map(({ to }) => to))).toEqual(new Set(interviewStates));
  });

  it('is booked in two steps and told once; the calendar number grows with each change', () => {
    const seeking = stateOf(seek(inState('invited'), wish, now));
    expect(seeking.interview).toMatchObject({ state: 'invited', seeking: { slotId: 'slot-2' } });
    const kept = keepSlot(seeking, { slotId: 'slot-2', token: 'token-2', facts: times }, now);
    expect(sent(kept).map(({ name }) => name)).toEqual([
      'evaluation.interview-booked.v1',
      'evaluation.selection-changed.v1',
    ]);
    expect(sent(kept)[0]!.data).toMatchObject({ sequence: 0, moved: false });
    const booked = stateOf(kept);
    expect(booked.interview.seeking).toBeUndefined();
    expect(codeOf(keepSlot(booked, { slotId: 'slot-2', token: 'token-2', facts: times }, now))).toBe(
      'ignored',
    );
    const moving = stateOf(seek(booked, { ...wish, slotId: 'slot-3', token: 'token-3' }, now));
    const moved = keepSlot(moving, { slotId: 'slot-3', token: 'token-3', facts: times }, now);
    // The state is the same to others: only the calendar hears of a move.
    expect(sent(moved).map(({ data }) => data)).toMatchObject([{ sequence: 1, moved: true }]);
    expect(stateOf(moved).interview.releasing).toMatchObject([{ slotId: 'slot-2', token: 'token-2' }]);
    expect(sent(cancel(stateOf(moved), now))[0]!.data).toMatchObject({ sequence: 2 });
  });

  it('the last command counts: what another sought is given up, and cannot be kept any more', () => {
    const first = stateOf(seek(inState('invited'), wish, now));
    const second = stateOf(seek(first, { ...wish, slotId: 'slot-3', token: 'token-3' }, now));
    expect(second.interview).toMatchObject({
      seeking: { token: 'token-3' },
      releasing: [{ token: 'token-2' }],
    });
    expect(codeOf(keepSlot(second, { slotId: 'slot-2', token: 'token-2', facts: times }, now))).toBe(
      'slot-taken',
    );
    expect(codeOf(giveUp(second, 'token-2'))).toBe('ignored');
    expect(stateOf(giveUp(second, 'token-3')).interview.releasing).toHaveLength(2);
    expect(stateOf(released(second, 'token-2')).interview.releasing).toEqual([]);
    expect(codeOf(released(second, 'token-9'))).toBe('ignored');
    expect(settleAt(second)).toEqual(new Date(now.getTime() + 60_000));
    expect(settleAt(inState('booked'))).toBeUndefined();
  });

  it.each([
    ['another programme', { slot: { ...slotsIn.open, programmeId: 'energies' } }, now, 'not-found'],
    ['an hour before', {}, new Date(start.getTime() - 3_600_000), 'done'],
    ['less than an hour before', {}, new Date(start.getTime() - 3_599_999), 'slot-past'],
  ])('a slot of %s: %s', (_what, more, at, expected) => {
    expect(codeOf(seek(inState('invited'), { ...wish, ...more }, at))).toBe(expected);
  });

  it('the slot that it has is no move; a fourth move is refused', () => {
    expect(codeOf(seek(inState('booked'), { ...wish, slotId: 'slot-1' }, now))).toBe('ignored');
    const moved = (bookings: number) =>
      codeOf(seek(selectionOf({ interview: { ...interviewsIn.booked, bookings } }), wish, now));
    expect([moved(3), moved(4)]).toEqual(['done', 'too-many-moves']);
  });

  it('is recorded neither before it began nor once a mark is locked', () => {
    const said = { outcome: 'DONE', by: 'officer-1', isOfficer: true } as const;
    expect(codeOf(record(inState('booked'), said, new Date(start.getTime() - 1)))).toBe('wrong-state');
    expect(codeOf(record(inState('no-show', { marks: [locked('acc-e1', 12)] }), said, start))).toBe(
      'mark-locked',
    );
  });

  it('of one who has no appointment an officer says after a booking that stands half-way that nobody came, never that it took place', () => {
    const said = { outcome: 'NO_SHOW', by: 'officer-1', isOfficer: true } as const;
    const absent = record(stateOf(seek(inState('invited'), wish, now)), said, now);
    expect(stateOf(absent).interview).toMatchObject({ state: 'no-show', releasing: [{ token: 'token-2' }] });
    expect(stateOf(absent).interview.seeking).toBeUndefined();
    expect(sent(absent)).toMatchObject([{ data: { interview: 'no-show' } }]);
    expect(codeOf(record(stateOf(absent), { ...said, outcome: 'DONE' }, now))).toBe('wrong-state');
  });

  it('given up by the school is told, closes the slot, is no move, and leaves the calendar entry its number', () => {
    const before = selectionOf({ interview: { ...interviewsIn.booked, bookings: 4, sequence: 3 } });
    const moving = {
      ...before,
      interview: { ...before.interview, seeking: pending('token-9') },
    } as Selection;
    const cancelled = cancelBySchool(moving, away, start);
    expect(sent(cancelled)).toMatchObject([
      { name: 'evaluation.interview-cancelled.v1', data: { sequence: 4, bySchool: true } },
      { name: 'evaluation.selection-changed.v1', data: { interview: 'cancelled' } },
    ]);
    const { interview } = stateOf(cancelled);
    expect(interview).toMatchObject({
      bookings: 3,
      bySchool: away,
      releasing: [{ token: 'token-9' }, { token: 'token-1', closes: true }],
    });
    expect([interview.seeking, 'closes' in interview.releasing[0]!]).toEqual([undefined, false]);
    const again = keepSlot(
      stateOf(seek(stateOf(cancelled), wish, now)),
      { slotId: 'slot-2', token: 'token-2', facts: times },
      now,
    );
    expect(sent(again)[0]!.data).toMatchObject({ sequence: 5, moved: false });
    expect('bySchool' in stateOf(again).interview).toBe(false);
    // Also the first booking of all, which then begins where the calendar is.
    const first = stateOf(cancelBySchool(inState('booked'), away, now));
    const second = stateOf(seek(first, wish, now));
    expect(
      sent(keepSlot(second, { slotId: 'slot-2', token: 'token-2', facts: times }, now))[0]!.data,
    ).toMatchObject({ sequence: 2 });
  });

  it('an absence is taken back while no mark is locked; who had no move left may book once more', () => {
    const interview = { ...interviewsIn.cancelled, bookings: 4 };
    expect(codeOf(seek(selectionOf({ interview }), wish, now))).toBe('too-many-moves');
    const said = { outcome: 'NO_SHOW', by: 'officer-1', isOfficer: true } as const;
    const absent = stateOf(record(selectionOf({ interview }), said, now));
    const back = cancelBySchool(absent, away, now);
    // There was no appointment that a calendar could show.
    expect(sent(back).map(({ name }) => name)).toEqual(['evaluation.selection-changed.v1']);
    expect(codeOf(seek(stateOf(back), wish, now))).toBe('done');
    const marked = { ...absent, marks: [locked('acc-e1', 12)] };
    expect(codeOf(cancelBySchool(marked, away, now))).toBe('mark-locked');
  });

  it('why the school gave it up is told to staff, that it did also to the candidate', () => {
    const cancelled = stateOf(cancelBySchool(inState('booked'), away, now));
    const told = (id: string) => interviewView(cancelled, { id }).cancelledBySchool;
    expect(told('officer-1')).toEqual({ at: now.toISOString(), reason: away.reason });
    expect(told(cancelled.candidateId)).toEqual({ at: now.toISOString() });
    expect(interviewView(inState('cancelled'), { id: 'officer-1' })).not.toHaveProperty('cancelledBySchool');
  });

  it('ends when the candidate leaves: cancelled and told once, and what was sought is given up', () => {
    const seeking = stateOf(seek(inState('booked'), wish, now));
    const ended = end(seeking, 'WITHDRAWN', now);
    expect(sent(ended).map(({ name }) => name)).toEqual([
      'evaluation.interview-cancelled.v1',
      'evaluation.selection-changed.v1',
    ]);
    expect(stateOf(ended).interview.releasing.map(({ token }) => token)).toEqual(['token-2', 'token-1']);
    expect(codeOf(end(stateOf(ended), 'WITHDRAWN', now))).toBe('ignored');
    expect(sent(end(inState('done'), 'CANCELLED', now))).toEqual([]);
  });

  it('begins with an invitation that takes the figures with it', () => {
    const decided = {
      applicationId: 'app-1',
      candidateId: 'acc-1',
      reference: 'MS-1',
      programmeId: 'donnees',
      programmeTitle: 'Données',
      intakeLabel: 'Septembre',
      outcome: 'ADMISSIBLE' as const,
      grounds: [],
      decidedAt: now.toISOString(),
      decidedBy: 'officer-1',
      dueOn: '2026-12-08',
    };
    const figures = { maxGap: 3, maxMoves: 1, noticeMinutes: 0 };
    expect(invite(decided, figures, now)).toMatchObject({
      state: { figures, interview: { state: 'invited' } },
      messages: [{ data: { interview: 'invited', evaluators: [], lockedMarks: 0, isComplete: false } }],
    });
  });
});
