import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@admissions/contracts/problem';
import { staffRoles } from '@admissions/contracts/roles';
import type { Subject } from '@admissions/contracts/subject';
import { follow, mayChange, mayRead, mayUpload, type Access } from './access.ts';

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
    expect(follow(draft, data, 4)).toEqual({ state: { ...submitted, seen: 4 } });
    expect(follow(undefined, data, 1)).toEqual({ state: { ...submitted, seen: 1 } });
  });
  it.each([3, 2, 1])('ignores revision %i, which is not newer than what it has seen', (revision) => {
    expect(follow(draft, data, revision)).toMatchObject({ ignored: expect.any(String) });
  });
});
