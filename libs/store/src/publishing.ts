import type { Envelope } from '@admissions/contracts/message';
import { messageKey } from './keys.ts';
import type { Publisher, PublishOutcome } from './publisher.ts';
import { messagesOf } from './rows.ts';
import type { RevisionRow } from './rows.ts';

/** A publisher that does not answer for so long counts as failed; what it was given is sent again later. */
const publishLimitMs = 15_000;

/** The messages of a revision as they travel; the same on every repeat. */
export function envelopesOf(aggregate: string, row: RevisionRow): Envelope[] {
  return messagesOf(row).map(({ name, data }, index) => ({
    id: messageKey(aggregate, row.stream, row.revision, index),
    name,
    occurredAt: row.at.toISOString(),
    correlationId: row.correlationId,
    causationId: row.cause.id,
    data,
  }));
}

/** Publishes in one window. Never throws: whatever goes wrong is an outcome `failed`. */
export async function publishAll(
  publisher: Publisher,
  envelopes: readonly Envelope[],
): Promise<readonly PublishOutcome[]> {
  if (envelopes.length === 0) return [];
  const published = async (): Promise<readonly PublishOutcome[]> => publisher.publish(envelopes);
  const outcomes = await within(publishLimitMs, published()).catch(() => undefined);
  return envelopes.map((_, index) => outcomes?.[index] ?? 'failed');
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms).unref();
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
