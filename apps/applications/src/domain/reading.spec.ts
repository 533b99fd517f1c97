import { describe, expect, it } from '@jest/globals';
import type { Role } from '@admissions/contracts/roles';
import { frozen } from '../../test/examples.ts';
import { inSelection, offerOpen } from '../../test/process.examples.ts';
import { readingOf } from './access.ts';
import { keepEvaluators, keepJury, keepSession, membersFor } from './readership.ts';
import { assessedView } from './views.ts';

const who = (role: Role, id: string, programmes = ['*']) => ({ id, grants: [{ role, programmes }] });
const assessors = { evaluators: ['eva'], jury: ['jules'] };

describe('who reads an application because they assess it', () => {
  it.each<[string, ReturnType<typeof who>, string | undefined]>([
    ['an officer', who('officer', 'o'), 'all'],
    ['its evaluator', who('evaluator', 'eva'), 'evaluator'],
    ['another evaluator', who('evaluator', 'emil'), undefined],
    ['its evaluator, of other programmes', who('evaluator', 'eva', ['energies']), undefined],
    ['a member of its jury', who('jury-member', 'jules'), 'jury'],
    ['the chair of its jury', who('jury-chair', 'jules'), 'jury'],
    ['a member of another jury', who('jury-member', 'julie'), undefined],
    ['an evaluator who sits in no jury, named as a member', who('evaluator', 'jules'), undefined],
    ['a member of the jury named as an evaluator', who('jury-member', 'eva'), undefined],
    ['a finance officer', who('finance-officer', 'f'), undefined],
  ])('%s: %s', (_who, subject, expected) => {
    expect(readingOf(subject, inSelection, assessors)).toBe(expected);
  });

  it('R15: nobody who assesses reads it before the fee is paid', () => {
    expect(readingOf(who('evaluator', 'eva'), frozen, assessors)).toBeUndefined();
    expect(readingOf(who('jury-member', 'jules'), frozen, assessors)).toBeUndefined();
  });

  it('R113, R114: an evaluator learns the name and the path, and nothing else of the person', () => {
    const seen = assessedView(offerOpen, '2027-03-24', 'evaluator');
    expect(seen.candidateName).toBe('Camille Martin');
    expect(Object.keys(seen.facts).sort()).toEqual(['experience', 'lastDiploma', 'studies']);
    const types = seen.checklist.map(({ type }) => type);
    for (const type of ['PHOTO', 'ID_DOC', 'RESIDENCE', 'FRENCH_B2'] as const)
      expect(types).not.toContain(type);
    const text = JSON.stringify(seen);
    for (const secret of ['1995-03-14', '35000', 'rue des Lilas', '+33', 'EMPLOYER', 'nationalit', '45000'])
      expect(text).not.toContain(secret);
    expect(seen).not.toHaveProperty('contact');
    expect(seen).not.toHaveProperty('offer');
  });

  it('R34: a jury reads the file, without how to reach the person', () => {
    const seen = assessedView(inSelection, '2027-03-24', 'jury');
    expect(seen.facts).not.toHaveProperty('address');
    expect(seen.facts).toHaveProperty('experience');
    expect(seen).not.toHaveProperty('contact');
  });
});

describe('copies of who assesses', () => {
  it('a newer snapshot replaces, an older one is ignored', () => {
    const first = keepEvaluators(undefined, { evaluators: ['a'] }, 3) as { state: never };
    expect(keepEvaluators(first.state, { evaluators: ['b'] }, 3)).toHaveProperty('ignored');
    expect(keepEvaluators(first.state, { evaluators: ['b'] }, 4)).toMatchObject({
      state: { evaluators: ['b'] },
    });
    const jury = keepJury(undefined, { members: ['m'], applicationIds: ['app-1'] }, 2) as { state: never };
    expect(keepJury(jury.state, { members: [], applicationIds: [] }, 1)).toHaveProperty('ignored');
  });

  it('a file that left the agenda is not read any more', () => {
    const session = { members: ['m'], applicationIds: ['app-2'], seen: 5 };
    expect(membersFor('app-1', [session])).toEqual([]);
    expect(membersFor('app-2', [session])).toEqual(['m']);
  });

  it('an application remembers a session once', () => {
    const once = keepSession(undefined, 's-1') as { state: never };
    expect(once.state).toMatchObject({ sessionIds: ['s-1'], evaluators: [] });
    expect(keepSession(once.state, 's-1')).toHaveProperty('ignored');
  });
});
