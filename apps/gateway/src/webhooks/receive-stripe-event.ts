import { Injectable } from '@nestjs/common';
import { ProblemError } from '@admissions/contracts/problem';
import { fingerprintOf } from '@admissions/identity/ids';
import { Log } from '@admissions/runtime/log';
import type { Aggregate, Outcome } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import { Stripe } from 'stripe';
import { z } from 'zod';
import { Settings } from '../config.ts';
import { receive, type ProviderEvent } from '../domain/provider-event.ts';

const eventAggregate: Aggregate<ProviderEvent> = {
  name: 'webhook-event',
  summary: ({ type, objectId, createdAt }) => ({ type, objectId, createdAt }),
};

/** What we read of an event, whatever its type: the SDK knows their shapes, but not the ones of the day after tomorrow. */
const event = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/),
  type: z.string().max(100),
  created: z.number().int().nonnegative(),
  data: z.object({ object: z.object({ id: z.string().max(200).optional(), object: z.string().max(100) }) }),
});

/**
 * Receives a webhook: the signature first, over the bytes as they came; then one insert that keeps the event and its message.
 * After it the provider is answered, whether the broker is there or not.
 */
@Injectable()
export class ReceiveStripeEvent {
  readonly #events;
  constructor(
    store: Store,
    private readonly settings: Settings,
    private readonly log: Log,
  ) {
    this.#events = store.streams(eventAggregate);
  }

  async run(body: Buffer, signature: string | undefined, correlationId: string): Promise<void> {
    const received = readEvent(this.#verified(body, signature));
    const act = {
      name: 'receive-provider-event',
      by: 'system:stripe/webhook',
      correlationId,
      // The same event comes with the same content; its id alone says that it is the same.
      cause: { id: `stripe/${received.eventId}`, fingerprint: fingerprintOf('stripe', received.eventId) },
    };
    const { repeated, ignored } = await this.#events.change(
      received.eventId,
      act,
      (current) => receive(current?.state, received) as Outcome<ProviderEvent>,
    );
    const { eventId, type } = received;
    this.log.info({ eventId, type, repeated: repeated || ignored !== undefined }, 'provider event');
  }

  /** The event, when one of our secrets signed it less than five minutes ago (real time). */
  #verified(body: Buffer, signature: string | undefined): unknown {
    for (const secret of this.settings.env.STRIPE_WEBHOOK_SECRET) {
      try {
        return Stripe.webhooks.constructEvent(body, signature ?? '', secret);
      } catch {
        // Another secret may be the one: two are valid while one replaces the other.
      }
    }
    throw new ProblemError('webhook-signature-invalid');
  }
}

function readEvent(verified: unknown): ProviderEvent {
  const parsed = event.safeParse(verified);
  // Genuine, but of a form that we do not know: an operator must see it, in our log and at the provider.
  if (!parsed.success) throw new ProblemError('invalid-input', 'The event has another form.');
  const { id, type, created, data } = parsed.data;
  return {
    eventId: id,
    type,
    objectType: data.object.object,
    objectId: data.object.id ?? '',
    createdAt: new Date(created * 1_000).toISOString(),
  };
}
