import { z } from 'zod';
import { instant } from '../ids.ts';
import { services } from '../services.ts';
import { defineRoute } from './route.ts';

export const receiveStripeEvent = defineRoute({
  id: 'receive-stripe-event',
  method: 'POST',
  path: '/webhooks/stripe',
  tag: 'Platform',
  summary: 'Webhook of the card provider',
  about:
    'The signature is checked over the bytes as they came. 200 says that the event is stored; a repeat changes nothing.',
  audience: 'public',
  raw: 'bytes',
  status: 200,
  response: z.object({ received: z.literal(true) }),
  errors: ['webhook-signature-invalid'],
});

export const clockView = z.object({
  /** Business time: the "today" of every rule. */
  now: instant,
  offsetMs: z.number().int(),
  movable: z.boolean(),
  services: z.array(
    z.object({
      service: z.enum(services),
      instance: z.string(),
      offsetMs: z.number().int(),
    }),
  ),
});
export type ClockView = z.infer<typeof clockView>;

export const readClock = defineRoute({
  id: 'read-clock',
  method: 'GET',
  path: '/v1/platform/clock',
  tag: 'Platform',
  summary: 'Business time, and what each service takes it to be',
  audience: 'clock:move',
  status: 200,
  response: clockView,
  errors: ['deadline-exceeded'],
});

export const moveClock = defineRoute({
  id: 'move-clock',
  method: 'POST',
  path: '/v1/platform/clock',
  tag: 'Platform',
  summary: 'Move business time forward (local platform only)',
  about: 'Answers when every service reports the new time.',
  audience: 'clock:move',
  body: z.union([
    /** An ISO 8601 duration in weeks, days, hours, minutes, seconds. */
    z.object({ advance: z.iso.duration().max(40) }),
    z.object({ to: instant }),
  ]),
  status: 200,
  response: clockView,
  errors: ['clock-not-movable', 'clock-only-forward', 'deadline-exceeded'],
});
