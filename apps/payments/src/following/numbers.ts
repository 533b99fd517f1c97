import { Injectable } from '@nestjs/common';
import { nextNumber } from '@admissions/store/series';
import { Store } from '@admissions/store/store';
import { printedNumber, seriesOf, type Paper } from '../domain/paper-number.ts';

/** Numbers of receipts and credit notes without gaps (R106): one for each order or refund, whatever is repeated. */
@Injectable()
export class PaperNumbers {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The number of the paper about an order or a refund, of the series of that day’s year; the same for ever. */
  async of(paper: Paper, aboutId: string, at: string, correlationId: string): Promise<string> {
    const number = await nextNumber(this.#store, seriesOf(paper, at), {
      name: `take-${paper}-number`,
      by: 'system:payments/settle',
      correlationId,
      // What it is about is the cause: whoever settles it, and however often, it has one number.
      cause: { id: aboutId, fingerprint: aboutId },
    });
    return printedNumber(paper, at, number);
  }
}
