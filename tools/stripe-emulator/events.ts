import type { Stripe } from 'stripe';
import { newId } from './ids.ts';
import type { Stored } from './journal.ts';
import type { World } from './world.ts';

export type EventType =
  | `charge.${'succeeded' | 'failed' | 'refunded' | 'updated' | 'refund.updated'}`
  | `charge.dispute.${'created' | 'updated' | 'closed' | 'funds_withdrawn' | 'funds_reinstated'}`
  | `checkout.session.${'completed' | 'expired'}`
  | `payment_intent.${'created' | 'requires_action' | 'succeeded' | 'payment_failed' | 'canceled'}`
  | `refund.${'created' | 'updated' | 'failed'}`;

export type StoredEvent = Omit<Stripe.Event, 'data' | 'type'> &
  Stored & { type: string; data: { object: Stored } };

/**
 * Keeps an event together with the change that it tells of: call it inside the same transaction. It is on disk before the
 * first attempt to deliver it. `before` gives `previous_attributes`, the old values of what changed.
 */
export function record(world: World, type: EventType, object: Stored, before?: Stored): void {
  const { clock, journal } = world;
  const nowMs = clock.nowMs();
  const changed = before && previousAttributes(before, object);
  const event = {
    id: newId('event'),
    object: 'event',
    account: undefined,
    api_version: world.apiVersion,
    created: Math.floor(nowMs / 1000),
    data: { object, ...(changed && { previous_attributes: changed }) },
    livemode: false,
    pending_webhooks: 1,
    request: world.cause ?? { id: null, idempotency_key: null },
    type,
  };
  journal.insert(event, event.created);
  const lost = world.faults.take('webhooks', 'lose');
  const sql = 'INSERT INTO deliveries (event, created_ms, state, attempts, next_ms) VALUES (?, ?, ?, 0, ?)';
  journal.run(sql, event.id, nowMs, lost ? 'lost' : 'pending', nowMs);
}

function previousAttributes(before: Stored, after: Stored): Record<string, unknown> {
  const now = after as unknown as Record<string, unknown>;
  const changed = Object.entries(before).filter(
    ([key, old]) => JSON.stringify(old) !== JSON.stringify(now[key]),
  );
  return Object.fromEntries(changed);
}
