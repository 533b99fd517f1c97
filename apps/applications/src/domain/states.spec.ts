import { describe, expect, it } from '@jest/globals';
import { applicationStates } from '@admissions/contracts/applications';
import { labelOf, stateGroups, states, statesIn } from './states.ts';

describe('states of an application', () => {
  it.each(applicationStates)('%s has wording of its own and a group', (state) => {
    expect(labelOf(state)).toMatch(/^[A-ZÉ]/);
    expect(applicationStates.filter((other) => labelOf(other) === labelOf(state))).toEqual([state]);
    expect(stateGroups).toContain(states[state].group);
  });

  it('every group has a state, and the groups together are all states', () => {
    for (const group of stateGroups) expect(statesIn(group)).not.toEqual([]);
    expect(stateGroups.flatMap(statesIn).sort()).toEqual([...applicationStates].sort());
  });

  it('nothing is decided while it is prepared or studied', () => {
    for (const state of [...statesIn('preparing'), ...statesIn('studied')])
      expect(states[state].decided).toBe(false);
  });
});
