import { ProblemError, type Refusal } from '@admissions/contracts/problem';

/** Throws the refusal of a rule that was asked outside of a change. */
export function throwIf(refusal: Refusal | undefined): void {
  if (!refusal) return;
  const { code, detail, ...more } = refusal.refused;
  throw new ProblemError(code, detail, more);
}
