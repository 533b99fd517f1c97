import type { CallDefinition, InputOf, OutputOf } from '@admissions/contracts/call';
import type { DataOf, MessageDefinition } from '@admissions/contracts/message';
import type { Subject } from '@admissions/contracts/subject';
import { Catch, type RpcExceptionFilter, UseFilters } from '@nestjs/common';
import { Ctx, EventPattern, MessagePattern, Payload } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';

/** Who does what and why, as the store records it with the change. */
export interface Act {
  readonly name: string;
  readonly by: string;
  readonly correlationId: string;
  readonly cause: { readonly id: string; readonly fingerprint: string };
}

/** What a handler of a call knows besides its input. */
export interface CallContext {
  readonly subject: Subject;
  readonly correlationId: string;
  /** Real time after which nobody waits for the answer; pass it on to what can wait. */
  readonly deadline: Date;
  /** Hash of actor and idempotency key; without a key, one of its own for every request. */
  readonly commandId: string;
  /** The act to save with the change; `by` is the subject unless another is named. */
  act(by?: string): Act;
}

/** What a handler of a message knows besides its data. */
export interface EventContext {
  readonly id: string;
  readonly name: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly occurredAt: Date;
  /** 1 for the first try; counts tries after a delay, not redeliveries after a crash. */
  readonly attempt: number;
  /** The act to save with the change, by `system:<service>/<consumer>`; its cause is this message at this service. */
  act(consumer: string): Act;
}

/** Thrown by a follower when a message came before what it needs: it is tried again after a delay, and dies in the end. */
export class RetryLater extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'RetryLater';
  }
}

/** What a follower may return: nothing, or why the message can never matter (recorded, then done). */
export type Followed = void | { readonly ignored: string };

// Nest turns every error that is not its own into "Internal server error"; the transport needs to see what was thrown.
class ErrorsAsTheyAre implements RpcExceptionFilter<unknown> {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}
// Applied as a function, so that this library also runs where types are only stripped.
Catch()(ErrorsAsTheyAre);

/** A decorator that the compiler lets stand only on a method of the right shape. */
type On<Handler> = <H extends Handler>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<H>,
) => void;

/** Marks the method that answers a call. It receives the validated input and a {@link CallContext}. */
export function Answers<C extends CallDefinition>(
  call: C,
): On<(input: InputOf<C>, context: CallContext) => OutputOf<C> | Promise<OutputOf<C>>> {
  return handle(MessagePattern(call.name, { call }));
}

/** Marks the method that follows a message. It receives the validated data and an {@link EventContext}. */
export function Follows<M extends MessageDefinition>(
  message: M,
): On<(data: DataOf<M>, context: EventContext) => Followed | Promise<Followed>> {
  return handle(EventPattern(message.name, { message }) as MethodDecorator);
}

function handle(pattern: MethodDecorator) {
  return <H>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<H>): void => {
    // Without parameter decorators Nest hands over the payload only.
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
    UseFilters(new ErrorsAsTheyAre())(target, key, descriptor);
    pattern(target, key, descriptor);
  };
}
