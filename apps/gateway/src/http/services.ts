import { Injectable } from '@nestjs/common';
import type { CallDefinition, InputOf, OutputOf } from '@admissions/contracts/call';
import { SubjectSigner } from '@admissions/identity/subject-token';
import { RpcClient } from '@admissions/messaging/rpc.client';
import type { Ask } from './asked.ts';

/** How long a client waits for a service, in milliseconds. */
const deadlines = { query: 5_000, command: 8_000 } as const;

/** Passes requests on to the services, each with a subject signed for that service alone. */
@Injectable()
export class Services {
  constructor(
    private readonly rpc: RpcClient,
    private readonly signer: SubjectSigner,
  ) {}

  async call<C extends CallDefinition>(
    call: C,
    input: InputOf<C>,
    ask: Ask,
    deadlineMs?: number,
  ): Promise<OutputOf<C>> {
    const token = await this.signer.sign(ask.subject, call.service);
    return this.rpc.call(call, input, {
      token,
      correlationId: ask.correlationId,
      deadlineMs: deadlineMs ?? deadlines[call.kind],
      ...(call.kind === 'command' ? { idempotencyKey: ask.key } : {}),
    });
  }
}
