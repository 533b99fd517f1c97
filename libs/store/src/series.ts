import type { Act } from './aggregate.ts';
import type { Store } from './store.ts';

/** The next number of a gapless series (1, 2, 3…). The same cause gives the same number. */
export function nextNumber(_store: Store, _series: string, _act: Act): Promise<number> {
  throw new Error('not written yet');
}
