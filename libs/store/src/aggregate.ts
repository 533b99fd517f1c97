import type { Outgoing } from '@admissions/contracts/message';
import type { Refusal } from '@admissions/contracts/problem';
import type { Json } from './json.ts';

export type Scalar = string | number | boolean | null;

/** The narrow copy of a state: flat fields that lists show and filter. Dates are ISO strings. */
export type Summary = Record<string, Scalar | undefined>;

/** An open deadline of a state, in business time. */
export interface Deadline {
  readonly name: string;
  readonly at: Date;
}

/** How the aggregates of one kind are kept. */
export interface Aggregate<S> {
  /** Kebab-case; names the collections `<name>.revisions` and `<name>`. */
  readonly name: string;
  summary(state: S): Summary;
  /** The open deadlines of a state; they are listed in the collection `due`. */
  due?(state: S): readonly Deadline[];
  /** Fields of the summary that lists filter by equality. */
  readonly indexes?: readonly string[];
}

/** The newest revision of a stream. */
export interface Loaded<S> {
  readonly id: string;
  readonly revision: number;
  readonly state: S;
  /** Business time of the revision. */
  readonly at: Date;
  readonly by: string;
  readonly act: string;
}

/** Who does what, and why: stored in the revision. */
export interface Act {
  readonly name: string;
  /** A subject id or `system:<service>/<job>`. */
  readonly by: string;
  readonly correlationId: string;
  /** What makes a repeat recognisable: the command's id, or `<service>/<message id>`. */
  readonly cause: { readonly id: string; readonly fingerprint: string };
}

/** What a decision comes to: a new state, a refusal by a rule, or nothing to do with the reason. */
export type Outcome<S, A extends Json = Json> =
  | { readonly state: S; readonly messages?: readonly Outgoing[]; readonly answer?: A }
  | Refusal
  | { readonly ignored: string; readonly answer?: A };

/** What {@link StreamStore.change} came to. */
export interface Changed<S, A = Json> {
  readonly id: string;
  /** The revision that this cause made (also for a repeat); when ignored, the newest one. */
  readonly revision: number;
  /** The state at that revision. When `ignored` is set and there is no stream yet, it is undefined. */
  readonly state: S;
  /** The stored answer; null when `decide` gave none. */
  readonly answer: A;
  /** True when an earlier run of the same cause made this revision. */
  readonly repeated: boolean;
  readonly ignored?: string;
}

/** One entry of the history of a stream. The state, messages and author of erased revisions are null. */
export interface Revision<S> {
  readonly id: string;
  readonly revision: number;
  readonly at: Date;
  readonly by: string | null;
  readonly act: string;
  readonly cause: string;
  readonly state: S | null;
  readonly messages: readonly Outgoing[] | null;
}

/** An open deadline whose time has come. */
export interface DueDeadline {
  readonly aggregate: string;
  readonly id: string;
  readonly name: string;
  readonly at: Date;
}

type Where = Readonly<Record<string, Scalar | readonly Scalar[]>>;

export interface ListQuery {
  /** Equality filters on fields of the summary; an array means one of these values. */
  readonly where?: Where;
  /** Besides `where`, at least one of these filters holds. */
  readonly anyOf?: readonly [Where, Where, ...Where[]];
  readonly orderBy: string;
  readonly descending?: boolean;
  /** 1 to 200. */
  readonly limit: number;
  /** `next` of the page before, of the same query. */
  readonly cursor?: string;
}

export interface Page {
  readonly items: readonly (Summary & { id: string; revision: number })[];
  readonly next?: string;
}
