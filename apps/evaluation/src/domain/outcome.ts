import type { Outgoing } from '@admissions/contracts/message';

/** What a decision comes to when no rule says no: the new state and what the others are told. */
export interface Outcome<S> {
  readonly state: S;
  readonly messages: readonly Outgoing[];
}

/** A message or a repeat that can never matter here, with the reason that is recorded. */
export interface Ignored {
  readonly ignored: string;
}
