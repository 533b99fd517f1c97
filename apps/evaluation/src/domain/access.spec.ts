import { describe, expect, it } from '@jest/globals';
import type { Subject } from '@admissions/contracts/subject';
import { interviewsIn, marksIn, selectionOf } from '../../test/facts.ts';
import { hasEnded, keepAccess, mayReach, takesPart, type Access } from './access.ts';

const who = (id: string, role: Subject['grants'][number]['role'], programmes = ['donnees']): Subject => ({
  id,
  grants: [{ role, programmes }],
});
const selection = selectionOf({
  interview: interviewsIn.booked,
  marks: [marksIn('acc-e1').draft, marksIn('acc-e2').recused],
});

describe('who takes part in an interview', () => {
  it.each<[string, Subject, boolean]>([
    ['its candidate', who('acc-1', 'candidate'), true],
    ['another candidate', who('acc-2', 'candidate'), false],
    ['an officer of the programme', who('officer-1', 'officer'), true],
    ['an officer of another programme', who('officer-1', 'officer', ['energies']), false],
    ['an evaluator of it', who('acc-e1', 'evaluator'), true],
    ['one who stepped back', who('acc-e2', 'evaluator'), false],
    ['the interviewer', who('acc-i', 'evaluator'), true],
    ['another evaluator', who('acc-x', 'evaluator'), false],
    ['the candidate, who is an officer too', who('acc-1', 'officer'), false],
    ['a finance officer', who('f-1', 'finance-officer', ['*']), false],
  ])('%s', (_who, subject, expected) => {
    expect(takesPart(subject, 'interview:read', selection)).toBe(expected);
  });

  it('a candidate who is staff as well neither marks nor names evaluators of the own application', () => {
    expect(mayReach(who('acc-1', 'officer'), 'evaluator:assign', selection)).toBe(false);
    expect(mayReach(who('acc-1', 'evaluator'), 'mark:give', selection, ['acc-1'])).toBe(false);
  });
});

describe('the access copy', () => {
  const data = {
    applicationId: 'app-1',
    candidateId: 'acc-1',
    programmeId: 'donnees',
    intakeId: 'donnees-2027',
    state: 'admissible' as const,
    isExaminable: true,
    isEditable: false,
    wanted: [],
    derogation: 'D30_M1' as const,
  };
  it('follows newer snapshots only', () => {
    const kept = keepAccess(undefined, data, 5) as { state: Access };
    expect(kept.state).toMatchObject({ state: 'admissible', derogation: 'D30_M1', seen: 5 });
    expect([4, 5, 6].map((revision) => 'ignored' in keepAccess(kept.state, data, revision))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('says when nothing follows any more', () => {
    const inState = (state: Access['state']) => ({ state }) as Access;
    expect([
      hasEnded(undefined),
      hasEnded(inState('admissible')),
      hasEnded(inState('withdrawn')),
      hasEnded(inState('cancelled')),
    ]).toEqual([false, false, true, true]);
  });
});
