import type { Stripe } from 'stripe';
import { record } from './events.ts';
import { newId } from './ids.ts';
import type { HiddenSession, Session } from './sessions.ts';
import type { World } from './world.ts';

export type Intent = Stripe.PaymentIntent;

/** The session's payment intent. As at Stripe it does not exist before the first try to pay. */
export function intentOf(world: World, session: Session): Intent {
  if (typeof session.payment_intent === 'string') {
    return world.journal.get<Intent>('payment_intent', session.payment_intent);
  }
  const intent = newIntent(world, session);
  world.journal.insert(intent, intent.created);
  record(world, 'payment_intent.created', intent);
  return intent;
}

/** Keeps the changed intent and, when there is one, the event that tells of it. */
export function saveIntent(world: World, intent: Intent, type?: Parameters<typeof record>[1]): void {
  world.journal.save(intent);
  if (type !== undefined) record(world, type, intent);
}

/** A session that ends takes its unpaid intent with it. */
export function cancelIntent(world: World, id: string): void {
  const intent = world.journal.get<Intent>('payment_intent', id);
  if (intent.status === 'succeeded' || intent.status === 'canceled') return;
  const canceled: Intent = {
    ...intent,
    canceled_at: world.clock.now(),
    cancellation_reason: 'expired',
    next_action: null,
    status: 'canceled',
  };
  saveIntent(world, canceled, 'payment_intent.canceled');
}

function newIntent(world: World, session: Session): Intent {
  const { intent: asked } = world.journal.hidden<HiddenSession>(session.id);
  const id = newId('payment_intent');
  return {
    ...nothingSpecial(),
    id,
    object: 'payment_intent',
    amount: session.amount_total!,
    amount_received: 0,
    capture_method: asked.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${newId('secret')}`,
    created: world.clock.now(),
    currency: session.currency!,
    description: asked.description ?? null,
    metadata: asked.metadata ?? {},
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: session.payment_method_options?.card?.request_three_d_secure ?? 'automatic',
      },
    },
    payment_method_types: ['card'],
    receipt_email: asked.receipt_email ?? null,
    statement_descriptor: asked.statement_descriptor ?? null,
    statement_descriptor_suffix: asked.statement_descriptor_suffix ?? null,
    status: 'requires_payment_method',
    transfer_group: asked.transfer_group ?? null,
  };
}

function nothingSpecial() {
  return {
    allowed_payment_method_types: null,
    amount_capturable: 0,
    amount_details: { tip: {} },
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    confirmation_method: 'automatic',
    customer: null,
    customer_account: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: { enabled: false },
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_record: null,
    processing: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    transfer_data: null,
  } satisfies Partial<Intent>;
}
