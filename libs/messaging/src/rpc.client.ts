import type { CallDefinition, InputOf, OutputOf } from '@admissions/contracts/call';
import { ProblemError } from '@admissions/contracts/problem';
import type { Broker } from './broker.ts';
import type { MessagingLog } from './log.ts';

export interface RpcClientOptions {
  readonly logger: MessagingLog;
  /** Deadline of a call that names none, in milliseconds. */
  readonly deadlineMs?: number;
}

export interface CallOptions {
  /** The signed subject, made for the service that is called. */
  readonly token: string;
  readonly correlationId: string;
  readonly idempotencyKey?: string;
  readonly deadlineMs?: number;
}

/** Calls services over the broker. */
export class RpcClient {
  constructor(_broker: Broker, _options: RpcClientOptions) {}
  async call<C extends CallDefinition>(
    _call: C,
    _input: InputOf<C>,
    _options: CallOptions,
  ): Promise<OutputOf<C>> {
    throw new ProblemError('service-unavailable', undefined, { retryAfter: 1 });
  }
}
