import type { MessagingLog } from './log.ts';

export interface BrokerOptions {
  readonly url: string;
  /** Before every queue and exchange, so that several platforms share a broker; '' in production. */
  readonly prefix: string;
  /** The name of this process, shown by the broker beside its connection. */
  readonly instance: string;
  readonly logger: MessagingLog;
}

/** The connection of one process to the broker; it comes back by itself. */
export class Broker {
  static async connect(_options: BrokerOptions): Promise<Broker> {
    throw new Error('not written yet');
  }
  /** What is wrong, in words; empty when the broker is usable. */
  ready(): string[] {
    return ['not written yet'];
  }
  async close(): Promise<void> {}
}
