import type { StoredEvent } from './events.ts';
import { listForm, page, type Condition } from './lists.ts';
import { badParameter, noSuch } from './problems.ts';
import * as r from './readers.ts';
import type { World } from './world.ts';

/** Events are shown for 30 days: https://docs.stripe.com/api/events */
export const EVENT_DAYS = 30;

export const eventListForm = r.parts({
  ...listForm,
  type: r.optional(r.text()),
  types: r.optional(r.list(r.text(), { max: 20 })),
  delivery_success: r.optional(r.flag()),
});

/** `GET /v1/events`; the event shows how many endpoints have not got it yet. */
export function listEvents(world: World, form: r.Read<typeof eventListForm>): object {
  if (form.type !== undefined && form.types !== undefined) {
    throw badParameter('type', 'You may pass either `type` or `types`, but not both.');
  }
  const names = form.types ?? (form.type === undefined ? [] : [form.type]);
  const filters = [youngerThan(world, EVENT_DAYS), ...namedLike(names), ...delivered(form.delivery_success)];
  const found = page<StoredEvent>(world, 'event', '/v1/events', form, filters);
  return { ...found, data: found.data.map((event) => withPending(world, event)) };
}

export function findEvent(world: World, id: string, days: number): StoredEvent {
  const event = world.journal.find<StoredEvent>('event', id);
  if (event === undefined || event.created < world.clock.now() - days * 86_400) throw noSuch('event', id);
  return withPending(world, event);
}

function youngerThan(world: World, days: number): Condition {
  return { sql: 'created >= ?', values: [world.clock.now() - days * 86_400] };
}

/** `charge.*` is a group, as at Stripe. */
function namedLike(names: string[]): Condition[] {
  if (names.length === 0) return [];
  const each = names.map(() => `json_extract(body, '$.type') GLOB ?`);
  // Only the star is a wildcard for Stripe; the other signs of GLOB are taken literally.
  const values = names.map((name) => name.replaceAll(/[[?]/g, (sign) => `[${sign}]`));
  return [{ sql: `(${each.join(' OR ')})`, values }];
}

function delivered(wanted: boolean | undefined): Condition[] {
  if (wanted === undefined) return [];
  // Each event has one delivery, so that "not delivered" is the short list, with an index of its own.
  const sql = `id IN (SELECT event FROM deliveries WHERE state ${wanted ? '=' : '<>'} 'delivered')`;
  return [{ sql, values: [] }];
}

function withPending(world: World, event: StoredEvent): StoredEvent {
  const row = world.journal.row<{ state: string }>('SELECT state FROM deliveries WHERE event = ?', event.id);
  return { ...event, pending_webhooks: row?.state === 'delivered' ? 0 : 1 };
}
