import { describe, expect, it } from '@jest/globals';
import { markStates } from '@admissions/contracts/marks';
import { codeOf, interviewsIn, locked, marksIn, now, selectionOf } from '../../test/facts.ts';
import { assign, lock, recuse, relieve, save } from './marking.ts';
import { hundredths, isComplete, isFarApart, markMoves, points, resultOf } from './marks.ts';
import { evaluatorsOf, type Selection } from './selection.ts';
import { evaluationView } from './views.ts';

const figures = { maxGap: 4 };
const stateOf = (outcome: object): Selection => (outcome as { state: Selection }).state;

describe('R74: scores', () => {
  it.each([
    [12, 1200],
    [0.07, 7],
    [19.99, 1999],
    [1.005, 101],
    [12.344, 1234],
    [12.345, 1235],
    [20, 2000],
  ])('%d points are %d hundredths, half up', (score, expected) => {
    expect(hundredths(score)).toBe(expected);
    expect(points(expected)).toBe(expected / 100);
  });
});

describe('R32: marks together', () => {
  const [a, b, c] = ['acc-e1', 'acc-e2', 'acc-e3'] as const;
  it.each([
    ['none', [], false, undefined],
    ['one locked', [locked(a, 12), marksIn(b).draft], false, undefined],
    ['two', [locked(a, 14.25), locked(b, 15)], true, 1463],
    ['two, a whole mean', [locked(a, 12), locked(b, 13)], true, 1250],
    ['exactly four apart', [locked(a, 10), locked(b, 14)], true, 1200],
    ['more than four apart', [locked(a, 10), locked(b, 14.01)], false, undefined],
    ['with a third who has not locked', [locked(a, 4), locked(b, 14), marksIn(c).draft], false, undefined],
    ['with a third: the median', [locked(a, 4), locked(b, 14), locked(c, 13)], true, 1300],
    ['with the third below both', [locked(a, 14), locked(b, 4), locked(c, 0)], true, 400],
    ['one stepped back', [marksIn(a).recused, locked(b, 12)], false, undefined],
    ['another in the place', [marksIn(a).recused, locked(b, 12), locked(c, 12.5)], true, 1225],
    ['a third who stepped back', [locked(a, 4), locked(b, 14), marksIn(c).recused], false, undefined],
  ])('%s', (_what, marks, complete, result) => {
    expect([isComplete(marks, figures), resultOf(marks, figures)]).toEqual([complete, result]);
  });

  it('how far apart is a figure of the selection', () => {
    const marks = [locked(a, 10), locked(b, 14)];
    expect([3.99, 4].map((maxGap) => isFarApart(marks, { maxGap }))).toEqual([true, false]);
  });
});

describe('R32: one’s own mark, every state and act', () => {
  const acts: Record<string, (selection: Selection) => object> = {
    save: (selection) => save(selection, 'acc-e1', { score: 11 }),
    lock: (selection) => lock(selection, 'acc-e1', now),
    recuse: (selection) => recuse(selection, 'acc-e1', 'Un lien', now),
    relieve: (selection) => relieve(selection, { evaluatorId: 'acc-e1', reason: 'Malade' }, 'officer-1', now),
  };
  it.each([
    ['save', ['done', 'done', 'mark-locked', 'not-found']],
    ['lock', ['mark-incomplete', 'done', 'mark-locked', 'not-found']],
    ['recuse', ['done', 'done', 'mark-locked', 'not-found']],
    ['relieve', ['done', 'done', 'mark-locked', 'not-found']],
  ])('%s', (act, expected) => {
    const inState = (state: (typeof markStates)[number]) =>
      selectionOf({ marks: [marksIn('acc-e1')[state], marksIn('acc-e2').assigned] });
    expect(markStates.map((state) => codeOf(acts[act]!(inState(state))))).toEqual(expected);
    const ended = { at: now.toISOString(), why: 'WITHDRAWN' as const };
    expect(codeOf(acts[act]!({ ...inState('draft'), ended }))).toBe('wrong-state');
    expect(codeOf(acts[act]!(selectionOf()))).toBe('not-found');
  });

  it('the moves reach every state', () => {
    expect(new Set(Object.values(markMoves).map(({ to }) => to))).toEqual(new Set(markStates));
  });

  it.each(['invited', 'booked', 'cancelled', 'done', 'no-show'] as const)(
    'is locked after an interview that is %s?',
    (state) => {
      const selection = selectionOf({ interview: interviewsIn[state], marks: [marksIn('acc-e1').draft] });
      const expected = state === 'done' || state === 'no-show' ? 'done' : 'interview-not-done';
      expect(codeOf(lock(selection, 'acc-e1', now))).toBe(expected);
    },
  );

  it('keeps what is not given, and forgets the draft of who steps back', () => {
    const selection = selectionOf({ marks: [marksIn('acc-e1').draft] });
    expect(stateOf(save(selection, 'acc-e1', { score: 9.5 })).marks).toMatchObject([
      { score: 950, comment: 'Sérieux' },
    ]);
    expect(JSON.stringify(stateOf(recuse(selection, 'acc-e1', 'Un lien', now)).marks)).not.toMatch(
      /1200|Sérieux/,
    );
  });
});

describe('R32: who marks', () => {
  const named = (marks: Selection['marks'], ...ids: string[]) =>
    codeOf(assign(selectionOf({ marks }), ids, now));
  it.each([
    ['two at first', [], ['acc-e1', 'acc-e2'], 'done'],
    ['one is not enough', [], ['acc-e1'], 'evaluators-must-differ'],
    ['twice the same', [], ['acc-e1', 'acc-e1'], 'evaluators-must-differ'],
    ['three are too many', [], ['acc-e1', 'acc-e2', 'acc-e3'], 'evaluators-must-differ'],
    ['never the candidate', [], ['acc-e1', 'acc-1'], 'not-an-evaluator'],
    ['enough', [marksIn('acc-e1').assigned, marksIn('acc-e2').assigned], ['acc-e3'], 'wrong-state'],
    [
      'the same two again change nothing',
      [marksIn('acc-e1').assigned, marksIn('acc-e2').draft],
      ['acc-e2', 'acc-e1'],
      'ignored',
    ],
    ['in a place', [marksIn('acc-e1').recused, marksIn('acc-e2').draft], ['acc-e3'], 'done'],
    [
      'not the same again',
      [marksIn('acc-e1').recused, marksIn('acc-e2').draft],
      ['acc-e1'],
      'evaluators-must-differ',
    ],
    ['a third', [locked('acc-e1', 4), locked('acc-e2', 14)], ['acc-e3'], 'done'],
    ['no third needed', [locked('acc-e1', 12), locked('acc-e2', 14)], ['acc-e3'], 'wrong-state'],
  ])('%s', (_what, marks, ids, expected) => {
    expect(named(marks, ...ids)).toBe(expected);
  });

  it('who stepped back does not read any more', () => {
    expect(
      evaluatorsOf(selectionOf({ marks: [marksIn('acc-e1').recused, marksIn('acc-e2').draft] })),
    ).toEqual(['acc-e2']);
  });
});

describe('R32: what a reader sees', () => {
  const incomplete = selectionOf({
    marks: [locked('acc-e1', 4), locked('acc-e2', 14), marksIn('acc-e3').draft],
  });
  const complete = selectionOf({ marks: [locked('acc-e1', 12), locked('acc-e2', 14)] });
  it.each([
    ['acc-e1', [4, undefined, undefined]],
    ['acc-e2', [undefined, 14, undefined]],
    ['acc-e3', [undefined, undefined, 12]],
    ['officer-1', [undefined, undefined, undefined]],
  ])('before all are locked %s sees %j', (id, expected) => {
    const view = evaluationView(incomplete, { id, assigns: id === 'officer-1' });
    expect(view.marks.map(({ score }) => score)).toEqual(expected);
    expect([view.mean, view.needsThird]).toEqual([undefined, false]);
  });

  it('afterwards everybody sees both', () => {
    for (const id of ['acc-e1', 'officer-1'])
      expect(evaluationView(complete, { id, assigns: false })).toMatchObject({
        isComplete: true,
        mean: 13,
        marks: [{ score: 12 }, { score: 14 }],
      });
  });

  it('who names evaluators reads who went and why, evaluators do not', () => {
    const { recused } = marksIn('acc-e1');
    const relieved = { ...recused, evaluatorId: 'acc-e2', relievedBy: 'officer-1' } as const;
    const marks = [recused, relieved, marksIn('acc-e3').draft];
    const told = (id: string, assigns: boolean) =>
      evaluationView(selectionOf({ marks }), { id, assigns }).marks.map(({ recusal }) => recusal);
    const why = { at: now.toISOString(), reason: 'Un lien' };
    expect(told('officer-2', true)).toEqual([why, { ...why, relievedBy: 'officer-1' }, undefined]);
    const nothing = [undefined, undefined, undefined];
    // Nor an officer who marks the application.
    expect([told('acc-e3', false), told('acc-e1', false), told('acc-e3', true)]).toEqual([
      nothing,
      nothing,
      nothing,
    ]);
  });

  it('that a third is due is told only to who names evaluators', () => {
    const apart = selectionOf({ marks: [locked('acc-e1', 4), locked('acc-e2', 14)] });
    const told = [true, false].map((assigns) => evaluationView(apart, { id: 'acc-x', assigns }).needsThird);
    expect(told).toEqual([true, false]);
  });
});
