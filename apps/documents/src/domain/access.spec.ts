import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@admissions/contracts/problem';
import { staffRoles } from '@admissions/contracts/roles';
import type { Subject } from '@admissions/contracts/subject';
import { applicationStates } from '@admissions/contracts/applications';
import {
  couldBeAssigned,
  follow,
  followAgenda,
  followSelection,
  identityTypes,
  isStudied,
  mayChange,
  mayJudge,
  mayRead,
  mayReplace,
  mayUpload,
  type Access,
} from './access.ts';
import { assignedTo, followJury } from './jury.ts';

const draft: Access = {
  candidateId: 'account-1',
  programmeId: 'cybersecurity',
  isExaminable: false,
  isEditable: true,
  wanted: ['CV'],
  seen: 3,
};
const submitted: Access = { ...draft, isEditable: false, isExaminable: true };
const who = (
  role: Subject['grants'][number]['role'],
  id = 'someone',
  programmes: string[] = ['*'],
): Subject => ({
  id,
  grants: [{ role, programmes }],
});
const owner = who('candidate', 'account-1', []);
const code = (outcome: unknown) => (isRefusal(outcome) ? outcome.refused.code : 'granted');

describe('who may send documents (R17)', () => {
  it.each([
    ['the owner, what is wanted', draft, owner, 'CV', 'granted'],
    ['the owner, an optional piece', draft, owner, 'OTHER', 'granted'],
    ['the owner, what is not wanted', draft, owner, 'RESIDENCE', 'document-not-asked'],
    ['the owner, after confirming', submitted, owner, 'CV', 'document-not-editable'],
    ['another candidate', draft, who('candidate', 'account-2', []), 'CV', 'not-found'],
    ['a visitor with the same id', draft, who('visitor', 'account-1'), 'CV', 'not-found'],
    ['an application nobody told of', undefined, owner, 'CV', 'not-found'],
  ] as const)('%s', (_who, access, subject, type, expected) => {
    expect(code(mayUpload(access, subject, type))).toBe(expected);
  });

  it.each(staffRoles)('not: %s', (role) => {
    expect(code(mayUpload(draft, who(role), 'CV'))).toBe('not-found');
    expect(code(mayChange(draft, who(role)))).toBe('not-found');
  });
});

describe('who may read documents (R15)', () => {
  it.each([
    ['the owner, in the draft', draft, owner, 'granted'],
    ['the owner, later', submitted, owner, 'granted'],
    ['another candidate', submitted, who('candidate', 'account-2', []), 'not-found'],
    ['an officer before the fee is paid', draft, who('officer'), 'not-found'],
    ['an officer once it is paid', submitted, who('officer'), 'granted'],
    ['an officer of the programme', submitted, who('officer', 'o', ['cybersecurity']), 'granted'],
    ['an officer of another programme', submitted, who('officer', 'o', ['data']), 'not-found'],
    ['an administrator', submitted, who('administrator'), 'not-found'],
    ['a finance officer', submitted, who('finance-officer'), 'not-found'],
    ['anyone, of an application nobody told of', undefined, who('officer'), 'not-found'],
  ] as const)('%s', (_who, access, subject, expected) => {
    expect(code(mayRead(access, subject))).toBe(expected);
  });

  it('a candidate who is an officer too reads the own draft, and no other', () => {
    const both: Subject = { id: 'account-1', grants: [...owner.grants, ...who('officer').grants] };
    expect(code(mayRead(draft, both))).toBe('granted');
    expect(code(mayRead({ ...draft, candidateId: 'account-2' }, both))).toBe('not-found');
  });
});

describe('the access copy', () => {
  const { seen: _seen, ...facts } = submitted;
  const data = {
    ...facts,
    wanted: ['CV' as const],
    applicationId: 'application-1',
    intakeId: 'i',
    state: 'submitted' as const,
  };
  it('takes a newer snapshot', () => {
    const state = { ...submitted, state: 'submitted' };
    expect(follow(draft, data, 4)).toEqual({ state: { ...state, seen: 4 } });
    expect(follow(undefined, data, 1)).toEqual({ state: { ...state, seen: 1 } });
  });
  it.each([3, 2, 1])('ignores revision %i, which is not newer than what it has seen', (revision) => {
    expect(follow(draft, data, revision)).toMatchObject({ ignored: expect.any(String) });
  });
});

describe('while the file is studied (R20)', () => {
  const officer = who('officer');
  it.each(applicationStates)('documents may be judged and replaced: %s', (state) => {
    const access: Access = { ...submitted, state };
    const expected = ['submitted', 'info-requested', 'under-review'].includes(state);
    expect(isStudied(access)).toBe(expected);
    expect(code(mayReplace(access, owner))).toBe(expected ? 'granted' : 'document-not-editable');
    expect(isStudied({ ...access, isExaminable: false })).toBe(false);
  });
  it('holds for a copy that was made before states were told', () => {
    expect(isStudied(submitted)).toBe(true);
    expect(isStudied(draft)).toBe(false);
  });
  it.each([
    ['an officer of the programme', submitted, who('officer', 'o', ['cybersecurity']), 'granted'],
    ['an officer of another programme', submitted, who('officer', 'o', ['data']), 'not-found'],
    ['an officer before the fee is paid', draft, officer, 'not-found'],
    ['the candidate', submitted, owner, 'not-found'],
    [
      'an evaluator',
      { ...submitted, evaluators: { ids: ['e'], seen: 1 } },
      who('evaluator', 'e'),
      'not-found',
    ],
    ['anyone, of an application nobody told of', undefined, officer, 'not-found'],
  ] as const)('%s', (_who, access, subject, expected) => {
    expect(code(mayJudge(access, subject))).toBe(expected);
  });
  it.each([
    ['another candidate', who('candidate', 'account-2', [])],
    ['an officer', officer],
  ])('nobody else replaces: %s', (_who, subject) => {
    expect(code(mayReplace(submitted, subject))).toBe('not-found');
  });
});

describe('those who assess a file', () => {
  const assessors = ['evaluator', 'jury-member', 'jury-chair'] as const;
  it.each(assessors)('%s reads what was assigned, without identity papers (R113, R114)', (role) => {
    const subject = who(role, 'e', ['cybersecurity']);
    expect(mayRead(submitted, subject, ['x', 'e'])).toEqual({ hides: ['PHOTO', 'ID_DOC', 'RESIDENCE'] });
    expect(code(mayRead(submitted, subject, ['x']))).toBe('not-found');
    expect(code(mayRead(submitted, subject))).toBe('not-found');
    expect(code(mayRead(draft, subject, ['e']))).toBe('not-found');
    expect(code(mayRead(submitted, who(role, 'e', ['data']), ['e']))).toBe('not-found');
    expect(couldBeAssigned(submitted, subject)).toBe(true);
  });
  it('an officer who was assigned too sees everything; assigned without the role, nothing', () => {
    const both = { id: 'e', grants: [...who('evaluator').grants, ...who('officer').grants] };
    expect(mayRead(submitted, both, ['e'])).toEqual({ hides: [] });
    expect(code(mayRead(submitted, who('finance-officer', 'e'), ['e']))).toBe('not-found');
    expect(couldBeAssigned(submitted, who('officer'))).toBe(true);
    expect(couldBeAssigned(submitted, who('candidate', 'account-2', []))).toBe(false);
    expect(identityTypes).not.toContain('CV');
  });
});

describe('who was assigned', () => {
  const selection = {
    applicationId: 'application-1',
    interview: 'done' as const,
    evaluators: ['e1', 'e2'],
    lockedMarks: 0,
    isComplete: false,
  };
  const session = {
    sessionId: 's',
    programmeId: 'cybersecurity',
    state: 'convened' as const,
    members: ['m1', 'm2'],
    applicationIds: ['application-1'],
  };

  it('is followed, whatever the application does meanwhile', () => {
    const first = followSelection(submitted, selection, 2);
    if (!('state' in first)) throw new Error('ignored');
    expect(first.state.evaluators).toEqual({ ids: ['e1', 'e2'], seen: 2 });
    expect(followSelection(first.state, { ...selection, evaluators: [] }, 2)).toHaveProperty('ignored');
    expect(followSelection(first.state, { ...selection, evaluators: [] }, 1)).toHaveProperty('ignored');
    const { seen: _seen, ...facts } = submitted;
    const data = { ...facts, applicationId: 'application-1', intakeId: 'i', state: 'admissible' as const };
    expect(follow(first.state, { ...data, wanted: [] }, 9)).toMatchObject({
      state: { seen: 9, evaluators: { ids: ['e1', 'e2'] } },
    });
  });

  it('is told by the newest copy of the session', () => {
    const first = followJury(undefined, session, 3);
    if (!('state' in first)) throw new Error('ignored');
    expect(followJury(first.state, session, 3)).toHaveProperty('ignored');
    expect(followJury(first.state, session, 2)).toHaveProperty('ignored');
    const access: Access = { ...submitted, evaluators: { ids: ['e1'], seen: 1 } };
    expect(assignedTo('application-1', access, [first.state])).toEqual(['e1', 'm1', 'm2']);
    expect(assignedTo('application-2', access, [first.state])).toEqual(['e1']);
    expect(assignedTo('application-1', submitted, [])).toEqual([]);
    const later = followJury(first.state, { ...session, applicationIds: [] }, 4);
    expect('state' in later && assignedTo('application-1', access, [later.state])).toEqual(['e1']);
  });

  it('remembers each session once', () => {
    const first = followAgenda(submitted, 's');
    if (!('state' in first)) throw new Error('ignored');
    expect(first.state.sessions).toEqual(['s']);
    expect(followAgenda(first.state, 's')).toHaveProperty('ignored');
    expect(followAgenda(first.state, 't')).toMatchObject({ state: { sessions: ['s', 't'] } });
  });
});
