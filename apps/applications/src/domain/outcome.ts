import type { Outgoing } from '@admissions/contracts/message';
import type { Application } from './application.ts';

/** What a decision comes to. */
export interface Outcome<A extends { [key: string]: string } = never> {
  readonly state: Application;
  readonly messages: readonly Outgoing[];
  readonly answer?: A;
}

/** A message that can never matter here, with the reason that is recorded. */
export interface Ignored {
  readonly ignored: string;
  /** A person must look at it: it should not have been possible. */
  readonly alarm?: true;
}

/** A message that came before what it needs: to be tried again later. */
export interface Early {
  readonly early: string;
}
