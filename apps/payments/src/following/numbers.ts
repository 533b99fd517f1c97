import { Injectable } from '@nestjs/common';
import { nextNumber } from '@admissions/store/series';
import { Store } from '@admissions/store/store';
import { receiptNumber, receiptSeries } from '../domain/receipt-number.ts';

/** Receipt numbers without gaps (R106): one for each order, whatever is repeated. */
@Injectable()
export class ReceiptNumbers {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The number of the order’s receipt; the same for ever. */
  async ofOrder(orderId: string, paidAt: string, correlationId: string): Promise<string> {
    const series = receiptSeries(paidAt);
    const number = await nextNumber(this.#store, series, {
      name: 'take-receipt-number',
      by: 'system:payments/settle',
      correlationId,
      // The order is the cause: whoever settles it, and however often, it has one number.
      cause: { id: orderId, fingerprint: orderId },
    });
    return receiptNumber(series, number);
  }
}
