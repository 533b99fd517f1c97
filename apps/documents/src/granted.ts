import { isRefusal, ProblemError, type Refusal } from '@admissions/contracts/problem';

/** What a rule granted; its refusal is thrown for the edge to translate. */
export function granted<T>(outcome: T | Refusal): T {
  if (!isRefusal(outcome)) return outcome;
  const { code, detail, ...more } = outcome.refused;
  throw new ProblemError(code, detail, more);
}
