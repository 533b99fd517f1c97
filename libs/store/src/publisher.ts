import type { Envelope } from '@admissions/contracts/message';

/**
 * - `confirmed`: the broker has it on disk in at least one queue.
 * - `unroutable`: the broker has it, no queue wanted it: not sent, and an alarm.
 * - `failed`: no answer, or a refusal; it is sent again later.
 */
export type PublishOutcome = 'confirmed' | 'unroutable' | 'failed';

/** What the store needs of messaging: one outcome for each message, in the same order. */
export interface Publisher {
  publish(messages: readonly Envelope[]): Promise<readonly PublishOutcome[]>;
}
