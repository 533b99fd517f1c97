import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock } from '@admissions/clock/clock';
import { DeadlineRounds } from '@admissions/runtime/deadline-rounds';
import { Log } from '@admissions/runtime/log';
import { Store } from '@admissions/store/store';
import { reachDeadline } from '../domain/document.ts';
import { DocumentStore } from '../store/document.store.ts';
import { Storage } from '../storage/storage.ts';
import { removeFilesOf } from '../storage/remove-files.ts';

/** Tells documents that a deadline of theirs has come. Two replicas may find the same one: the second changes nothing. */
@Injectable()
export class ReachDeadlines {
  readonly #rounds: DeadlineRounds;

  constructor(store: Store, documents: DocumentStore, storage: Storage, clock: Clock, log: Log) {
    this.#rounds = new DeadlineRounds({
      store,
      log,
      service: 'documents',
      now: () => clock.now(),
      // Its files, when that fails, are removed by the sweep.
      meet: async ({ id, name }, act) => {
        const { state } = await documents.streams.change(id, act, (current) =>
          current ? reachDeadline(current.state, name, id, clock.now()) : { ignored: 'no such document' },
        );
        if (state) await removeFilesOf(id, state, storage);
      },
    });
  }

  @Interval(3_000)
  poll(): Promise<void> {
    return this.#rounds.poll();
  }
}
