import type { Service } from '@admissions/contracts/services';
import type { SubjectVerifier } from '@admissions/identity/subject-token';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { Broker } from './broker.ts';
import type { MessagingLog } from './log.ts';

export interface TransportOptions {
  readonly service: Service;
  readonly broker: Broker;
  readonly verifier: SubjectVerifier;
  readonly logger: MessagingLog;
}

/** Brings calls and messages from the broker to the handlers of one service. */
export class AdmissionsTransport extends Server implements CustomTransportStrategy {
  constructor(_options: TransportOptions) {
    super();
  }
  /** What is wrong with the consumers, in words; empty when all of them consume. */
  problems(): string[] {
    return ['not written yet'];
  }
  listen(callback: (error?: unknown) => void): void {
    callback(new Error('not written yet'));
  }
  async close(): Promise<void> {}
  on(): void {}
  unwrap<T>(): T {
    return undefined as T;
  }
}
