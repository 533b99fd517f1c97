/** Publishes what a crash, a full tail or an absent broker left in the outbox. */
export class OutboxRelay {
  start(): void {
    throw new Error('not written yet');
  }

  stop(): Promise<void> {
    throw new Error('not written yet');
  }

  sweep(): Promise<void> {
    throw new Error('not written yet');
  }

  pending(): Promise<{ rows: number; oldestMs: number }> {
    throw new Error('not written yet');
  }
}
