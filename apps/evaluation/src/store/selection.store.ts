import { Injectable } from '@nestjs/common';
import { ProblemError } from '@admissions/contracts/problem';
import type { Aggregate } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import { settleAt } from '../domain/interview.ts';
import { activeMarks } from '../domain/marks.ts';
import type { Selection } from '../domain/selection.ts';
import { memberField } from './member-field.ts';

export const selectionAggregate: Aggregate<Selection> = {
  name: 'selection',
  summary: ({ reference, programmeId, invitedAt, interview, marks, ended }) => ({
    reference,
    programmeId,
    invitedAt,
    interview: interview.state,
    hasEnded: ended !== undefined,
    ...Object.fromEntries(activeMarks(marks).map((mark) => [memberField(mark.evaluatorId), mark.state])),
  }),
  due: (selection) => {
    const at = settleAt(selection);
    return at === undefined ? [] : [{ name: 'settle', at }];
  },
  indexes: ['programmeId'],
};

/** Selections, by application. */
@Injectable()
export class SelectionStore {
  readonly streams: StreamStore<Selection>;

  constructor(store: Store) {
    this.streams = store.streams(selectionAggregate);
  }

  /** The selection of an application. Throws ProblemError `not-found` when there is none, or when `mayReach` says no. */
  async reach(applicationId: string, mayReach: (selection: Selection) => boolean): Promise<Selection> {
    const loaded = await this.streams.load(applicationId);
    if (!loaded || !mayReach(loaded.state)) throw new ProblemError('not-found');
    return loaded.state;
  }
}
