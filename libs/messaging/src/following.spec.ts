import { ProblemError } from '@admissions/contracts/problem';
import { describe, expect, it } from '@jest/globals';
import { verdictOn } from './following.ts';
import { RetryLater } from './handlers.ts';

describe('what becomes of a message whose follower failed', () => {
  it.each([
    [new ProblemError('invalid-input'), 'dead', 'invalid-input'],
    [new ProblemError('wrong-state'), 'dead', 'wrong-state'],
    [new ProblemError('busy'), 'retry', 'busy'],
    [new ProblemError('internal-error'), 'retry', 'internal-error'],
    [new RetryLater('early'), 'retry', 'came-early'],
    [new TypeError('x is not a function'), 'retry', 'failed'],
    ['a thrown string', 'retry', 'failed'],
    [undefined, 'retry', 'failed'],
  ])('%s → %s', (error, to, code) => {
    expect(verdictOn(error)).toMatchObject({ to, code });
  });
});
