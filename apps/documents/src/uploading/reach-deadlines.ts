import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock } from '@admissions/clock/clock';
import { Log } from '@admissions/runtime/log';
import type { DueDeadline } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import { reachDeadline } from '../domain/document.ts';
import { DocumentStore, documentAggregate } from '../store/document.store.ts';
import { Storage } from '../storage/storage.ts';
import { removeFilesOf } from '../storage/remove-files.ts';

const atOnce = 50;

/** Tells documents that a deadline of theirs has come. Two replicas may find the same one: the second changes nothing. */
@Injectable()
export class ReachDeadlines {
  #running = false;

  constructor(
    private readonly store: Store,
    private readonly documents: DocumentStore,
    private readonly storage: Storage,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  @Interval(3_000)
  async poll(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      await this.run();
    } catch (error) {
      this.log.warn({ err: error }, 'deadlines could not be read; trying again');
    } finally {
      this.#running = false;
    }
  }

  /** One round; gives how many deadlines were told. */
  async run(): Promise<number> {
    const due = (await this.store.due(this.clock.now(), atOnce)).filter(
      ({ aggregate }) => aggregate === documentAggregate.name,
    );
    for (const deadline of due) await this.#tell(deadline);
    return due.length;
  }

  async #tell({ id, name, at }: DueDeadline): Promise<void> {
    const cause = { id: `due/${name}/${at.toISOString()}`, fingerprint: name };
    const act = {
      name: `documents.${name}`,
      by: 'system:documents/deadlines',
      correlationId: `due-${id}`,
      cause,
    };
    try {
      const { state } = await this.documents.streams.change(id, act, (current) =>
        current ? reachDeadline(current.state, name, id, this.clock.now()) : { ignored: 'no such document' },
      );
      if (state) await removeFilesOf(id, state, this.storage);
    } catch (error) {
      // The others are not held up by one; it is found again in the next round, and its files by the sweep.
      this.log.warn({ err: error, documentId: id, deadline: name }, 'a deadline could not be told');
    }
  }
}
