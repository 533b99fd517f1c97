import { describe, expect, it } from '@jest/globals';
import { applicationStates } from '@admissions/contracts/applications';
import { fates, fatesOf } from './fates.ts';

describe('the fates of fifty', () => {
  it('are fifty', () => {
    expect(fates.reduce((sum, { share }) => sum + share, 0)).toBe(50);
    const names = fatesOf(50).map(({ name }) => name);
    for (const { name, share } of fates) expect(names.filter((one) => one === name)).toHaveLength(share);
  });

  it('leave data in every state in which an application can rest', () => {
    const left = new Set(fates.map(({ ends }) => ends.state));
    // No act leads to these yet; `lapsing` passes within a moment.
    const others = ['info-requested', 'under-review', 'admitted', 'lapsing', 'registered', 'cancelled'];
    expect(applicationStates.filter((state) => !left.has(state))).toEqual(others);
  });

  it('each come once among few people, and double with their number', () => {
    expect(new Set(fatesOf(fates.length)).size).toBe(fates.length);
    expect(fatesOf(3)).toEqual(fates.slice(0, 3));
    expect(fatesOf(100).filter(({ name }) => name === fates[0]!.name)).toHaveLength(fates[0]!.share * 2);
  });
});
