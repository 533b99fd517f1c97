import type { Engine } from './engine.ts';
import { outboxKey } from './keys.ts';
import type { Keeper } from './keeper.ts';
import type { Outbox } from './outbox.ts';
import { envelopesOf, publishAll } from './publishing.ts';
import type { Publisher } from './publisher.ts';
import type { RevisionRow } from './rows.ts';

/** What is done after a revision is inserted and its command answered: copy, publish, delete the outbox row. */
export class FollowUp {
  readonly #engine: Engine;
  readonly #outbox: Outbox;
  readonly #publisher: Publisher;

  constructor(engine: Engine, outbox: Outbox, publisher: Publisher) {
    this.#engine = engine;
    this.#outbox = outbox;
    this.#publisher = publisher;
  }

  /** Steps 3 to 5 of a change. Whatever fails here stays in the outbox for the sweep. */
  async finish<S>(keeper: Keeper<S>, row: RevisionRow): Promise<void> {
    const { faults } = this.#engine;
    await faults.reached('before-copy');
    await keeper.copies.bring(row);
    await faults.reached('after-copy');
    if (!(await this.publish(keeper.aggregate.name, row))) return;
    await faults.reached('after-publish');
    await faults.reached('before-row-delete');
    await this.#outbox.remove(outboxKey({ aggregate: keeper.aggregate.name, id: row.stream, ...row }));
  }

  /** True when every message of the revision is confirmed. */
  async publish(aggregate: string, row: RevisionRow): Promise<boolean> {
    const envelopes = envelopesOf(aggregate, row);
    const outcomes = await publishAll(this.#publisher, envelopes);
    const unroutable = envelopes
      .filter((_, index) => outcomes[index] === 'unroutable')
      .map(({ name }) => name);
    if (unroutable.length > 0)
      this.#engine.logger.error({ unroutable }, 'no queue wants these messages; they stay in the outbox');
    return outcomes.every((outcome) => outcome === 'confirmed');
  }
}
