import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  assignEvaluators,
  getEvaluation,
  listAssignments,
  lockMark,
  recuse,
  relieveEvaluator,
  saveMark,
  selectionChanged,
  type EvaluationView,
} from '@admissions/contracts/marks';
import type { Subject } from '@admissions/contracts/subject';
import { subjects, waitFor, type TestService } from '@admissions/runtime/testing';
import { codeOf, desk, newEvaluator, newMember, officer, startEvaluation } from './service.ts';

let service: TestService;
let at: ReturnType<typeof desk>;
beforeAll(async () => {
  service = await startEvaluation();
  at = desk(service);
});
afterAll(() => service?.stop());

const read = (applicationId: string, as: Subject) => service.call(getEvaluation, { applicationId }, as);
const save = (applicationId: string, as: Subject, score: number, comment?: string) =>
  service.call(saveMark, { applicationId, score, ...(comment === undefined ? {} : { comment }) }, as);
const lock = (applicationId: string, as: Subject) => service.call(lockMark, { applicationId }, as);
/** What a view tells of one evaluator's mark. */
const shown = ({ marks }: EvaluationView, { id }: Subject) =>
  marks.find(({ evaluatorId }) => evaluatorId === id);

describe('R32: two different evaluators, blind to each other', () => {
  it('nobody sees the mark of another by any route until both are locked', async () => {
    const invited = await at.interviewed();
    const { applicationId } = invited;
    const [first, second] = [newEvaluator(), newEvaluator()];
    await at.assign(invited, first, second);
    const secret = { evaluatorId: second.id, state: 'locked' };
    await save(applicationId, second, 17.5, 'Un projet très clair');
    await lock(applicationId, second);
    // Every answer that speaks of marks, to everybody who may ask for one.
    const byFirst = [
      await read(applicationId, first),
      await save(applicationId, first, 16, 'Un bon parcours'),
      await read(applicationId, officer),
    ];
    for (const view of byFirst) {
      expect(shown(view, second)).toEqual(secret);
      expect(view).toMatchObject({ isComplete: false, needsThird: false });
      expect(view.mean).toBeUndefined();
      expect(JSON.stringify(view)).not.toMatch(/17[.,]5|très clair/);
    }
    const listed = await waitFor('the list', async () => {
      const { items } = await service.call(listAssignments, { limit: 20 }, first);
      return items.find((item) => item.applicationId === applicationId && item.state === 'draft');
    });
    expect(Object.keys(listed).sort()).toEqual(['applicationId', 'programmeId', 'reference', 'state']);
    const complete = await lock(applicationId, first);
    expect(complete).toMatchObject({ isComplete: true, mean: 16.75 });
    for (const reader of [first, second, officer]) {
      const view = await read(applicationId, reader);
      expect(shown(view, second)).toMatchObject({ score: 17.5, comment: 'Un projet très clair' });
      expect(shown(view, first)).toMatchObject({ score: 16, comment: 'Un bon parcours' });
    }
    const news = await waitFor('the news', () =>
      service
        .seen(selectionChanged)
        .find(({ data }) => data.applicationId === applicationId && data.isComplete),
    );
    expect(news.data).toMatchObject({ lockedMarks: 2, evaluators: [first.id, second.id] });
  });

  it('one’s own draft is seen by oneself only, also not by an officer who is not the other', async () => {
    const invited = await at.interviewed();
    const { applicationId } = invited;
    const [first, second] = [newEvaluator(), newEvaluator()];
    await at.assign(invited, first, second);
    expect(shown(await save(applicationId, first, 9.25), first)).toMatchObject({
      state: 'draft',
      score: 9.25,
    });
    for (const reader of [second, officer])
      expect(shown(await read(applicationId, reader), first)).toEqual({
        evaluatorId: first.id,
        state: 'draft',
      });
  });

  it('a mark is locked once, with score and comment, after the interview, and then never changes', async () => {
    const invited = await at.invited();
    const { applicationId } = invited;
    const [first, second] = [newEvaluator(), newEvaluator()];
    await at.assign(invited, first, second);
    expect(await codeOf(lock(applicationId, first))).toBe('mark-incomplete');
    await save(applicationId, first, 12);
    expect(await codeOf(lock(applicationId, first))).toBe('mark-incomplete');
    await service.call(saveMark, { applicationId, comment: 'Sérieux' }, first);
    expect(await codeOf(lock(applicationId, first))).toBe('interview-not-done');
    const done = await at.interviewed();
    await at.assign(done, first, second);
    await at.mark(done, first, 12);
    expect(await codeOf(lock(done.applicationId, first))).toBe('mark-locked');
    expect(await codeOf(save(done.applicationId, first, 20))).toBe('mark-locked');
    expect(
      await codeOf(service.call(recuse, { applicationId: done.applicationId, reason: 'Un lien' }, first)),
    ).toBe('mark-locked');
    const both = [lock(done.applicationId, second), lock(done.applicationId, second)].map(codeOf);
    expect((await Promise.all(both)).every((code) => code === 'mark-incomplete')).toBe(true);
    await save(done.applicationId, second, 13, 'Oui');
    const twice = [lock(done.applicationId, second), lock(done.applicationId, second)].map(codeOf);
    expect((await Promise.all(twice)).sort()).toEqual(['done', 'mark-locked']);
    expect(shown(await read(done.applicationId, officer), first)).toMatchObject({ score: 12 });
  });

  it('R74: scores have two decimals from 0 to 20', async () => {
    const invited = await at.invited();
    const first = newEvaluator();
    await at.assign(invited, first, newEvaluator());
    const codes = await Promise.all(
      [-0.01, 20.01, 12.345].map((score) => codeOf(save(invited.applicationId, first, score))),
    );
    expect(codes).toEqual(['invalid-input', 'invalid-input', 'invalid-input']);
    for (const score of [0, 20, 19.99, 0.07])
      expect(shown(await save(invited.applicationId, first, score), first)).toMatchObject({ score });
  });

  it('an officer takes off one who does not lock, names another, and the draft is gone for everybody', async () => {
    const done = await at.interviewed();
    const [first, second, third] = [newEvaluator(), newEvaluator(), newEvaluator()];
    await at.assign(done, first, second);
    await save(done.applicationId, first, 3, 'Ébauche');
    const whom = { applicationId: done.applicationId, evaluatorId: first.id, reason: 'Malade' };
    expect(await codeOf(service.call(relieveEvaluator, whom, second))).toBe('permission-missing');
    await service.call(relieveEvaluator, whom, officer);
    expect(await codeOf(save(done.applicationId, first, 12))).toBe('not-found');
    const why = { reason: 'Malade', relievedBy: officer.id };
    expect(shown(await read(done.applicationId, officer), first)).toMatchObject({ recusal: why });
    expect(JSON.stringify(await read(done.applicationId, second))).not.toContain('Malade');
    const invisible = { ...whom, reason: '\u200b\u202e' };
    expect(await codeOf(service.call(relieveEvaluator, invisible, officer))).toBe('invalid-input');
    await at.assign(done, third);
    for (const one of [second, third]) await at.mark(done, one, 12);
    expect(JSON.stringify(await read(done.applicationId, officer))).not.toContain('Ébauche');
    // What is locked stays.
    const late = { ...whom, evaluatorId: second.id };
    expect(await codeOf(service.call(relieveEvaluator, late, officer))).toBe('mark-locked');
  });

  it('evaluators are two different people, and neither is the candidate', async () => {
    const invited = await at.invited();
    const [first, second] = [newEvaluator(), newEvaluator()];
    expect(await codeOf(at.assign(invited, first, first))).toBe('evaluators-must-differ');
    expect(await codeOf(at.assign(invited, first))).toBe('evaluators-must-differ');
    expect(await codeOf(at.assign(invited, first, invited.candidate))).toBe('not-an-evaluator');
    expect(await codeOf(at.assign(invited, first, second))).toBe('done');
    expect(await codeOf(at.assign(invited, newEvaluator(), newEvaluator()))).toBe('wrong-state');
  });
});

describe('R32: recusal and a third evaluator', () => {
  it('who steps back sees nothing any more, and the draft is gone; another one is named', async () => {
    const invited = await at.interviewed();
    const { applicationId } = invited;
    const [first, second, third] = [newEvaluator(), newEvaluator(), newEvaluator()];
    await at.assign(invited, first, second);
    await save(applicationId, first, 3, 'Je le connais');
    const view = await service.call(recuse, { applicationId, reason: 'Ancien collègue' }, first);
    expect(shown(view, first)).toEqual({ evaluatorId: first.id, state: 'recused' });
    expect(await codeOf(read(applicationId, first))).toBe('not-found');
    expect(await codeOf(save(applicationId, first, 20))).toBe('not-found');
    expect(await codeOf(at.assign(invited, first))).toBe('evaluators-must-differ');
    await at.assign(invited, third);
    await at.mark(invited, second, 11);
    expect(await at.mark(invited, third, 12)).toMatchObject({ isComplete: true, mean: 11.5 });
  });

  it('marks more than four points apart want a third, who is blind too; the median counts', async () => {
    const invited = await at.interviewed();
    const { applicationId } = invited;
    const [first, second, third] = [newEvaluator(), newEvaluator(), newEvaluator()];
    await at.assign(invited, first, second);
    await at.mark(invited, first, 9);
    expect(await at.mark(invited, second, 13.01)).toMatchObject({ isComplete: false, needsThird: false });
    expect(shown(await read(applicationId, first), second)).toEqual({
      evaluatorId: second.id,
      state: 'locked',
    });
    expect(await read(applicationId, officer)).toMatchObject({ needsThird: true, isComplete: false });
    await at.assign(invited, third);
    const blind = await read(applicationId, third);
    expect([shown(blind, first), shown(blind, second)].map((mark) => mark?.score)).toEqual([
      undefined,
      undefined,
    ]);
    expect(await at.mark(invited, third, 10)).toMatchObject({
      isComplete: true,
      mean: 10,
      needsThird: false,
    });
  });
});

it('to others the marks do not exist', async () => {
  const invited = await at.interviewed();
  const { applicationId } = invited;
  const first = newEvaluator();
  await at.assign(invited, first, newEvaluator());
  const elsewhere = newEvaluator(['energies']);
  const tries = [
    read(applicationId, newEvaluator()),
    read(applicationId, newMember()),
    read(applicationId, subjects.officer(['energies'])),
    read('app-unknown', officer),
    save(applicationId, newEvaluator(), 10),
    save(applicationId, elsewhere, 10),
    lock(applicationId, newEvaluator()),
    service.call(recuse, { applicationId, reason: 'Un lien' }, newEvaluator()),
    service.call(
      assignEvaluators,
      { applicationId, evaluatorIds: ['acc-a-1', 'acc-b-1'] },
      subjects.officer(['energies']),
    ),
  ];
  expect(new Set(await Promise.all(tries.map(codeOf)))).toEqual(new Set(['not-found']));
  // A candidate has no call that speaks of marks.
  expect(await codeOf(read(applicationId, invited.candidate))).toBe('permission-missing');
});
