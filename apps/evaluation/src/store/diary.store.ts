import { Injectable } from '@nestjs/common';
import type { Aggregate } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import type { Diary } from '../domain/diary.ts';

/** How long slots may be entered without being made before somebody looks. */
const patienceMs = 60_000;

export const diaryAggregate: Aggregate<Diary> = {
  name: 'diary',
  summary: () => ({}),
  due: ({ since }) =>
    since === undefined ? [] : [{ name: 'make-slots', at: new Date(Date.parse(since) + patienceMs) }],
};

/** The times of interviewers and candidates, by account (R30). */
@Injectable()
export class DiaryStore {
  readonly streams: StreamStore<Diary>;

  constructor(store: Store) {
    this.streams = store.streams(diaryAggregate);
  }
}
