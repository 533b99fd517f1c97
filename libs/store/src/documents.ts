import type { Model } from 'mongoose';

/** Plain documents that are not aggregates (sessions, webhook events): inserted once under their `_id`. */
export class Documents<T extends object> {
  /** For queries of its owner. */
  readonly model: Model<T & { _id: string }>;

  constructor(model: Model<T & { _id: string }>) {
    this.model = model;
  }

  /** False when a document with this id exists already; nothing is written then. */
  insert(_id: string, _document: T): Promise<boolean> {
    throw new Error('not written yet');
  }

  get(_id: string): Promise<(T & { _id: string }) | undefined> {
    throw new Error('not written yet');
  }

  /** Equality filters only; at most `limit` documents. */
  find(_where: Record<string, string | number | boolean | null>, _limit: number): Promise<(T & { _id: string })[]> {
    throw new Error('not written yet');
  }

  /** True when there was one. */
  remove(_id: string): Promise<boolean> {
    throw new Error('not written yet');
  }
}
