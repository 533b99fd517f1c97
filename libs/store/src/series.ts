import type { Act, Aggregate } from './aggregate.ts';
import type { Store } from './store.ts';

/** A series has nothing but its revision. */
export interface Series {
  readonly series: true;
}

export const seriesAggregate: Aggregate<Series> = { name: 'series', summary: () => ({}) };

/**
 * The next number of a gapless series: 1, 2, 3… The same cause gives the same number, so that a crash after taking it leaves no
 * hole: the repeat uses it. Throws as {@link StreamStore.change} does.
 */
export async function nextNumber(store: Store, series: string, act: Act): Promise<number> {
  const { revision } = await store
    .streams(seriesAggregate)
    .change(series, act, () => ({ state: { series: true } }));
  return revision;
}
