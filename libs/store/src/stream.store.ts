import type { Act, Aggregate, Changed, ListQuery, Loaded, Outcome, Page, Revision } from './aggregate.ts';
import type { Json } from './json.ts';

/** The streams of one kind of aggregate: load, change, history, lists. */
export class StreamStore<S> {
  readonly aggregate: Aggregate<S>;

  constructor(aggregate: Aggregate<S>) {
    this.aggregate = aggregate;
  }

  load(_id: string): Promise<Loaded<S> | undefined> {
    throw new Error('not written yet');
  }

  change<A extends Json = Json>(
    _id: string,
    _act: Act,
    _decide: (current: Loaded<S> | undefined) => Outcome<S, A> | Promise<Outcome<S, A>>,
    _options: { deadline?: Date } = {},
  ): Promise<Changed<S, A>> {
    throw new Error('not written yet');
  }

  history(_id: string, _options: { after?: number; limit?: number } = {}): Promise<Revision<S>[]> {
    throw new Error('not written yet');
  }

  list(_query: ListQuery): Promise<Page> {
    throw new Error('not written yet');
  }

  erase(_id: string, _by: string): Promise<void> {
    throw new Error('not written yet');
  }
}
