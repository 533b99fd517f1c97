import { Injectable } from '@nestjs/common';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import type { listRefunds } from '@admissions/contracts/payments';
import { programmesOf } from '@admissions/contracts/subject';
import type { CallContext } from '@admissions/messaging/handlers';
import { viewOfRefund } from '../domain/refund.ts';
import { RefundStore } from '../store/refund.store.ts';

/** The refunds of deposits in the programmes of a finance officer, those that are due longest first. */
@Injectable()
export class ListRefunds {
  constructor(private readonly refunds: RefundStore) {}

  async run(
    { state, cursor, limit }: InputOf<typeof listRefunds>,
    { subject }: CallContext,
  ): Promise<OutputOf<typeof listRefunds>> {
    const programmes = programmesOf(subject, 'refund:approve');
    if (programmes !== '*' && programmes.length === 0) return { items: [] };
    const { items, next } = await this.refunds.streams.list({
      where: {
        isShown: true,
        ...(programmes === '*' ? {} : { programmeId: programmes }),
        ...(state ? { state } : {}),
      },
      orderBy: 'dueAt',
      limit,
      ...(cursor ? { cursor } : {}),
    });
    const loaded = await Promise.all(items.map(({ id }) => this.refunds.load(id)));
    // The list may be a step behind: what is no longer in the state that was asked for is left out.
    const found = loaded.flatMap((refund) => (refund && (!state || refund.state === state) ? [refund] : []));
    return { items: found.flatMap((refund) => viewOfRefund(refund) ?? []), ...(next ? { next } : {}) };
  }
}
