import type { Copies } from './copies.ts';
import type { Aggregate } from './aggregate.ts';
import type { Revisions } from './revisions.ts';

/** The parts that keep one aggregate; what sweep, audit and deadlines need of it, whatever its state is. */
export interface Keeper<S> {
  readonly aggregate: Aggregate<S>;
  readonly revisions: Revisions;
  readonly copies: Copies<S>;
  prepare(): Promise<unknown>;
}

/** A state of unknown type is only handed back to the aggregate that made it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyKeeper = Keeper<any>;
