import { describe, expect, it } from '@jest/globals';
import type { Grant } from '@admissions/contracts/roles';
import { assessorsOf } from './assessors.ts';

const member = (id: string, name: string, grants: Grant[], status = 'active') => ({
  id,
  name,
  grants,
  status,
  email: `${id}@school.example`,
});

describe('who can be named to look at applications of a programme', () => {
  it('holds such a role there, by name or for all programmes, and nothing else of the person is told', () => {
    const staff = [
      member('acc-1', 'Zoé', [{ role: 'evaluator', programmes: ['ms-one'] }]),
      member('acc-2', 'Élise', [
        { role: 'candidate', programmes: [] },
        { role: 'officer', programmes: ['ms-one'] },
        { role: 'jury-chair', programmes: ['*'] },
        { role: 'evaluator', programmes: ['ms-one', 'ms-two'] },
      ]),
      member('acc-3', 'Fabien', [{ role: 'jury-member', programmes: ['*'] }]),
    ];
    expect(assessorsOf('ms-one', staff)).toEqual([
      { accountId: 'acc-2', name: 'Élise', roles: ['evaluator', 'jury-chair'] },
      { accountId: 'acc-3', name: 'Fabien', roles: ['jury-member'] },
      { accountId: 'acc-1', name: 'Zoé', roles: ['evaluator'] },
    ]);
    expect(assessorsOf('ms-two', staff).map(({ accountId }) => accountId)).toEqual(['acc-2', 'acc-3']);
  });

  it.each([
    ['has another role there', member('acc-1', 'A', [{ role: 'officer', programmes: ['*'] }])],
    ['holds the role elsewhere', member('acc-1', 'A', [{ role: 'evaluator', programmes: ['ms-one-b'] }])],
    ['holds it nowhere', member('acc-1', 'A', [{ role: 'evaluator', programmes: [] }])],
    [
      'did not accept the invitation',
      member('acc-1', 'A', [{ role: 'evaluator', programmes: ['*'] }], 'invited'),
    ],
    ['was removed', member('acc-1', 'A', [{ role: 'evaluator', programmes: ['*'] }], 'removed')],
  ])('not who %s', (_why, one) => {
    expect(assessorsOf('ms-one', [one])).toEqual([]);
  });
});
