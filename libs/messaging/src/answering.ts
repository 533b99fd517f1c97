import { randomUUID } from 'node:crypto';
import type { CallDefinition } from '@admissions/contracts/call';
import { ProblemError, type Issue, type Problem } from '@admissions/contracts/problem';
import { can, type Subject } from '@admissions/contracts/subject';
import { commandIdOf, fingerprintOf } from '@admissions/identity/ids';
import type { SubjectVerifier } from '@admissions/identity/subject-token';
import type { Message } from 'amqplib';
import type { Delivery } from './consumer.ts';
import { withCorrelation } from './correlation.ts';
import type { CallContext } from './handlers.ts';
import type { MessagingLog } from './log.ts';
import { decode, encode, requestHead, type Reply, type RequestHead } from './wire.ts';

export interface Answerer {
  readonly call: CallDefinition;
  run(input: unknown, context: CallContext): Promise<unknown>;
}

export interface AnsweringOptions {
  readonly verifier: SubjectVerifier;
  readonly log: MessagingLog;
  find(call: string): Answerer | undefined;
}

/** Answers requests: who asks, may they, is the input right, then the handler; every request is executed at most once. */
export class Answering {
  readonly #options: AnsweringOptions;

  constructor(options: AnsweringOptions) {
    this.#options = options;
  }

  async handle(delivery: Delivery): Promise<void> {
    const { message } = delivery;
    const head = requestHead(message);
    if (!head) {
      this.#options.log.error({ type: message.properties.type }, 'a request without a head was thrown away');
    } else if (Date.now() >= head.deadline) {
      // Nobody waits for it, and its sender was told that it did not happen.
      this.#options.log.warn(
        { call: head.call, lateMs: Date.now() - head.deadline },
        'a request came after its deadline and was not executed',
      );
    } else {
      const reply = await withCorrelation(head.correlationId, () => this.#answer(head, message));
      this.#send(delivery, head, reply);
    }
    delivery.ack();
  }

  async #answer(head: RequestHead, message: Delivery['message']): Promise<Reply> {
    const { log } = this.#options;
    try {
      // It was in work when a process or a connection ended. Whether it ends processes is not known: its sender decides to send it again.
      if (message.fields.redelivered)
        throw new ProblemError('service-unavailable', 'The service was interrupted', { retryAfter: 1 });
      const answerer = this.#options.find(head.call);
      if (!answerer) throw new Error(`no handler answers ${head.call}`);
      return { ok: await this.#execute(answerer, head, message) };
    } catch (error) {
      if (error instanceof ProblemError && error.code !== 'internal-error') {
        log.debug({ call: head.call, code: error.code, detail: error.message }, 'a call was refused');
        return { problem: error.problem };
      }
      log.error({ err: error, call: head.call }, 'a call failed');
      return { problem: { code: 'internal-error' } };
    }
  }

  async #execute({ call, run }: Answerer, head: RequestHead, message: Message): Promise<unknown> {
    const subject = await this.#options.verifier.verify(head.token);
    if (!call.allow.some((permission) => can(subject, permission)))
      throw new ProblemError('permission-missing');
    const body = decode(message.content);
    const parsed = call.input.safeParse(
      typeof body === 'object' && body !== null && 'input' in body ? body.input : undefined,
    );
    if (!parsed.success)
      throw new ProblemError('invalid-input', undefined, { issues: issuesOf(parsed.error.issues) });
    const output = call.output.safeParse(await run(parsed.data, contextOf(call, subject, head, parsed.data)));
    if (!output.success)
      throw new Error(
        `the answer to ${call.name} has not the declared form: ${JSON.stringify(issuesOf(output.error.issues))}`,
      );
    return output.data;
  }

  #send(delivery: Delivery, head: RequestHead, reply: Reply): void {
    const { replyTo, correlationId } = delivery.message.properties as {
      replyTo?: string;
      correlationId?: string;
    };
    if (replyTo === undefined) return this.#options.log.warn({ call: head.call }, 'nobody wants the answer');
    delivery.reply(replyTo, this.#bodyOf(head, reply), {
      correlationId,
      contentType: 'application/json',
      type: head.call,
    });
  }

  #bodyOf(head: RequestHead, reply: Reply): Buffer {
    try {
      return encode(reply);
    } catch (error) {
      this.#options.log.error({ err: error, call: head.call }, 'an answer cannot be sent');
      return encode({ problem: { code: 'internal-error' } satisfies Problem });
    }
  }
}

const mostIssues = 50;

/** What a schema found wrong, as clients see it. */
export function issuesOf(issues: readonly { path: PropertyKey[]; message: string }[]): Issue[] {
  return issues
    .slice(0, mostIssues)
    .map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
}

function contextOf(call: CallDefinition, subject: Subject, head: RequestHead, input: unknown): CallContext {
  const commandId = commandIdOf(subject.id, head.idempotencyKey ?? randomUUID());
  return {
    subject,
    correlationId: head.correlationId,
    deadline: new Date(head.deadline),
    commandId,
    act: (by = subject.id) => ({
      name: call.name,
      by,
      correlationId: head.correlationId,
      cause: { id: commandId, fingerprint: fingerprintOf(call.name, input) },
    }),
  };
}
