import { describe, expect, it } from '@jest/globals';
import type { Subject } from '@admissions/contracts/subject';
import { figures } from '../../test/facts.ts';
import { mayReach } from './access.ts';
import type { Application } from './application.ts';

const common = {
  id: 'app-1',
  candidateId: 'acc-1',
  programme: { id: 'donnees', title: 'Données' },
  ruleSet: figures,
};
const unpaid = { ...common, state: 'draft' } as unknown as Application;
const paid = { ...common, state: 'submitted', submission: {} } as unknown as Application;

const subject = (
  id: string,
  role: Subject['grants'][number]['role'],
  programmes: string[] = [],
): Subject => ({
  id,
  grants: [{ role, programmes }],
});

describe('R15: who reaches an application', () => {
  it.each<[string, Subject, boolean, boolean]>([
    ['its candidate', subject('acc-1', 'candidate'), true, true],
    ['another candidate', subject('acc-2', 'candidate'), false, false],
    ['an officer of its programme', subject('o-1', 'officer', ['donnees']), false, true],
    ['an officer of all programmes', subject('o-1', 'officer', ['*']), false, true],
    ['an officer of another programme', subject('o-1', 'officer', ['energies']), false, false],
    ['a finance officer', subject('f-1', 'finance-officer', ['*']), false, false],
    ['an administrator', subject('a-1', 'administrator'), false, false],
    ['a visitor', subject('visitor', 'visitor'), false, false],
  ])('%s: unpaid and paid', (_who, who, beforePayment, afterPayment) => {
    expect([unpaid, paid].map((application) => mayReach(who, 'application:read', application))).toEqual([
      beforePayment,
      afterPayment,
    ]);
  });

  it('an officer does not edit', () => {
    expect(mayReach(subject('o-1', 'officer', ['*']), 'application:edit', paid)).toBe(false);
  });
});
