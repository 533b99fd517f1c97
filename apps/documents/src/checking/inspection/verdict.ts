import type { ProblemCode } from '@admissions/contracts/problem';
import type { Facts } from '../../domain/wording.ts';
import type { Format, FormatLimits } from '../../domain/limits.ts';

/** What an inspection is asked. */
export interface InspectionRequest {
  readonly bytes: Uint8Array;
  readonly format: Format;
  readonly limits: FormatLimits;
}

/** The file is sound; `bytes` are what readers get: those that were sent, or what they were rewritten to. */
export interface Sound {
  readonly sound: true;
  readonly bytes: Uint8Array;
  readonly pages?: number;
}

export interface Unsound {
  readonly sound: false;
  readonly code: ProblemCode;
  /** For the sentence that the candidate reads. */
  readonly facts: Facts;
  /** For the log: what was found, in English, without a word of the file's content. */
  readonly reason: string;
}

export type Verdict = Sound | Unsound;

export function unsound(code: ProblemCode, reason: string, facts: Facts = {}): Unsound {
  return { sound: false, code, reason, facts };
}
