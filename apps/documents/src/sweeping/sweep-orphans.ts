import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock } from '@admissions/clock/clock';
import { Log } from '@admissions/runtime/log';
import { documentOf, isOrphan, isSuspicious, type Found } from '../domain/orphans.ts';
import { DocumentStore } from '../store/document.store.ts';
import { Storage, type Area } from '../storage/storage.ts';

/** Objects of a page, and pages of one area that one round looks at; the next round goes on behind them. */
const pageSize = 500;
const pagesAtOnce = 20;

/**
 * Removes files that no document names: sent after their document was replaced, discarded or checked, or cut off by a
 * kill. Replicas may sweep at once: removing twice is removing.
 */
@Injectable()
export class SweepOrphans {
  readonly #after: Record<Area, string> = { quarantine: '', clean: '' };
  #running = false;

  constructor(
    private readonly storage: Storage,
    private readonly documents: DocumentStore,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  @Interval(60_000)
  async round(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      await this.#pages('quarantine');
      await this.#pages('clean');
    } catch (error) {
      this.log.warn({ err: error }, 'the sweep of files did not finish; trying again');
    } finally {
      this.#running = false;
    }
  }

  async #pages(area: Area): Promise<void> {
    for (let page = 0; page < pagesAtOnce; page++) {
      await this.run(area);
      if (this.#after[area] === '') return;
    }
  }

  /** One page of one area; gives the keys that were removed. */
  async run(area: Area): Promise<readonly string[]> {
    const page = await this.storage.list(area, this.#after[area], pageSize);
    const orphans: string[] = [];
    for (const object of page) if (await this.#isOrphan({ area, ...object })) orphans.push(object.key);
    this.#after[area] = page.length < pageSize ? '' : (page.at(-1)?.key ?? '');
    if (area === 'clean' && isSuspicious(orphans.length, page.length)) {
      this.log.error(
        { orphans: orphans.length, seen: page.length },
        'most clean files belong to no document: not swept',
      );
      return [];
    }
    for (const key of orphans) await this.storage.remove(area, key);
    if (orphans.length > 0)
      this.log.info({ area, removed: orphans.length }, 'files without a document were removed');
    return orphans;
  }

  async #isOrphan(object: Found): Promise<boolean> {
    const now = this.clock.now();
    // Young ones of the clean area need no look at their document.
    if (object.area === 'clean' && !isOrphan(object, undefined, now)) return false;
    const loaded = await this.documents.streams.load(documentOf(object.key));
    return isOrphan(object, loaded?.state, now);
  }
}
