import { Injectable } from '@nestjs/common';
import { paymentReturnUrl } from '@admissions/contracts/payments';
import { Stripe } from 'stripe';
import { Settings } from '../config.ts';
import type { Attempt, Order } from '../domain/order.ts';
import type { SeenPayment } from '../domain/seen-payment.ts';
import { Gate } from './gate.ts';
import { ProviderRefused, ProviderUnavailable, sorted } from './provider-errors.ts';
import { chargeOf, intentOf, readPayment, type OurMetadata, type RefundMetadata } from './stripe.reading.ts';

/** What an event of the provider names; its state is asked, never believed. */
export interface ProviderObject {
  readonly objectType: string;
  readonly objectId: string;
}

/** An event that the provider keeps, as far as we use it. */
export interface ProviderEvent extends ProviderObject {
  readonly eventId: string;
  readonly type: string;
}

/** Money to give back: how much of which payment, and which refund of ours it is, if it is one. */
export interface RefundDemand {
  readonly intentId: string;
  readonly amount: number;
  readonly orderId: string;
  readonly refundId?: string;
  readonly reason: 'duplicate' | 'requested_by_customer';
}

/** Real time after which nobody waits for the answer. */
interface Patience {
  readonly until?: Date;
}

const retries = 1;
/** The SDK waits up to half a second before it tries again; a little more is left for our own work. */
const reserveMs = 800;
const leastTimeoutMs = 300;

/** The card provider: the only place that speaks its API. Each call ends by its deadline, with an answer or a sorted error. */
@Injectable()
export class StripeGateway {
  readonly #settings: Settings;
  /** Those who wait for an answer and the work that nobody waits for do not take each other's places. */
  readonly #front = new Gate(16);
  readonly #back = new Gate(8);
  #made: Stripe | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Makes the hosted page of an attempt. The same attempt again gives the same session (R130); price and names are ours (R126). */
  async createSession(
    order: Order,
    attempt: Attempt,
    patience: Patience = {},
  ): Promise<{ id: string; url: string }> {
    const options = { idempotencyKey: attempt.key };
    const session = await this.#ask(patience, (stripe, limits) =>
      stripe.checkout.sessions.create(sessionOf(order, attempt, this.#settings.env.PUBLIC_URL), {
        ...options,
        ...limits,
      }),
    );
    if (!session.url) throw new ProviderRefused('session-without-url');
    return { id: session.id, url: session.url };
  }

  /** What the provider says today of a session and of its money; undefined when it knows no such session. */
  async see(sessionId: string, patience: Patience = {}): Promise<SeenPayment | undefined> {
    const session = await this.#find(patience, (stripe, limits) =>
      stripe.checkout.sessions.retrieve(sessionId, { expand: ['payment_intent.latest_charge'] }, limits),
    );
    if (!session) return undefined;
    const intent = intentOf(session);
    const charge = chargeOf(session);
    if (!intent || !charge) return readPayment(session, [], []);
    const [refunds, disputes] = await Promise.all([
      this.#ask(patience, (stripe, limits) =>
        stripe.refunds.list({ payment_intent: intent.id, limit: 100 }, limits),
      ),
      charge.disputed
        ? this.#ask(patience, (stripe, limits) =>
            stripe.disputes.list({ charge: charge.id, limit: 1 }, limits),
          )
        : { data: [] },
    ]);
    return readPayment(session, refunds.data, disputes.data);
  }

  /** Ends a session so that nobody can pay by it any more. Refused when somebody just has. */
  async expire(sessionId: string, patience: Patience = {}): Promise<void> {
    await this.#ask(patience, (stripe, limits) => stripe.checkout.sessions.expire(sessionId, {}, limits));
  }

  /** The session of an attempt that was never answered, found by what we wrote into it; at most a day’s sessions are looked at. */
  async findSession(
    order: Order,
    attempt: Attempt,
    patience: Patience = {},
  ): Promise<{ id: string; url: string } | undefined> {
    const started = Math.floor(new Date(attempt.startedAt).getTime() / 1000);
    const created = { gte: started - 300, lte: Math.floor(new Date(attempt.expiresAt).getTime() / 1000) };
    let after: string | undefined;
    do {
      const paging = { limit: 100, ...(after ? { starting_after: after } : {}) };
      const { data, has_more } = await this.#ask(patience, (stripe, limits) =>
        stripe.checkout.sessions.list({ created, ...paging }, limits),
      );
      const found = data.find(
        (one) => one.client_reference_id === order.id && one.metadata?.['attempt'] === attempt.key,
      );
      if (found) return { id: found.id, url: found.url ?? '' };
      after = has_more ? data.at(-1)?.id : undefined;
    } while (after);
    return undefined;
  }

  /** The session to which an object of an event belongs; undefined when it belongs to none. */
  async sessionOf({ objectType, objectId }: ProviderObject): Promise<string | undefined> {
    if (objectType === 'checkout.session') return objectId;
    const intent = objectType === 'payment_intent' ? objectId : await this.#intentOf(objectType, objectId);
    if (intent === undefined) return undefined;
    const { data } = await this.#ask({}, (stripe, limits) =>
      stripe.checkout.sessions.list({ payment_intent: intent, limit: 1 }, limits),
    );
    return data.at(0)?.id;
  }

  /** Gives back what is left of a payment, to the card that paid (R132). The same key again is the same refund. */
  async refund(payment: RefundDemand, key: string): Promise<void> {
    const { intentId, amount, orderId, refundId, reason } = payment;
    const metadata: RefundMetadata = { order: orderId, ...(refundId ? { refund: refundId } : {}) };
    await this.#ask({}, (stripe, limits) =>
      stripe.refunds.create(
        { payment_intent: intentId, amount, reason, metadata: { ...metadata } },
        { idempotencyKey: key, ...limits },
      ),
    );
  }

  /** Events of these types that our webhook did not take, oldest first; at most `pages` hundred. */
  async undelivered(types: readonly string[], since: Date, pages: number): Promise<ProviderEvent[]> {
    const found: Stripe.Event[] = [];
    const filter = {
      types: [...types],
      delivery_success: false,
      created: { gte: Math.floor(since.getTime() / 1000) },
    };
    for (let page = 0, more = true; more && page < pages; page += 1) {
      const after = found.at(-1)?.id;
      const answer = await this.#ask({}, (stripe, limits) =>
        stripe.events.list({ ...filter, limit: 100, ...(after ? { starting_after: after } : {}) }, limits),
      );
      found.push(...answer.data);
      more = answer.has_more && answer.data.length > 0;
    }
    return found.reverse().map(readEvent);
  }

  async #intentOf(objectType: string, objectId: string): Promise<string | undefined> {
    const reading = intentReaders[objectType];
    if (!reading) return undefined;
    const found = await this.#find({}, (stripe, limits) => reading(stripe, objectId, limits));
    const intent = found?.payment_intent;
    return intent === null || intent === undefined || typeof intent === 'string'
      ? (intent ?? undefined)
      : intent.id;
  }

  /** As {@link #ask}, but what the provider does not know is undefined. */
  async #find<T>(patience: Patience, request: (stripe: Stripe, limits: Stripe.RequestOptions) => Promise<T>) {
    try {
      return await this.#ask(patience, request);
    } catch (error) {
      if (error instanceof ProviderRefused && error.code === 'resource_missing') return undefined;
      throw error;
    }
  }

  async #ask<T>(
    { until }: Patience,
    request: (stripe: Stripe, limits: Stripe.RequestOptions) => Promise<T>,
  ): Promise<T> {
    const left = until ? until.getTime() - Date.now() - reserveMs : Infinity;
    const timeout = Math.min(this.#settings.env.STRIPE_TIMEOUT_MS, Math.floor(left / (retries + 1)));
    if (timeout < leastTimeoutMs) throw new ProviderUnavailable();
    try {
      const [gate, wait] = until ? [this.#front, 500] : [this.#back, 20_000];
      return await gate.pass(wait, () => request(this.#stripe(), { timeout, maxNetworkRetries: retries }));
    } catch (error) {
      throw sorted(error);
    }
  }

  /** Made at the first use: a service that never speaks to the provider needs no connection to it. */
  #stripe(): Stripe {
    const { STRIPE_SECRET_KEY, STRIPE_API_URL } = this.#settings.env;
    this.#made ??= new Stripe(STRIPE_SECRET_KEY, {
      apiVersion: '2026-10-28.endive',
      telemetry: false,
      ...(STRIPE_API_URL ? addressOf(STRIPE_API_URL) : {}),
    });
    return this.#made;
  }
}

function addressOf(url: string) {
  const { hostname: host, port, protocol } = new URL(url);
  const isPlain = protocol === 'http:';
  return {
    host,
    port: port || (isPlain ? 80 : 443),
    protocol: isPlain ? ('http' as const) : ('https' as const),
  };
}

/** Everything that the provider must show or keep. A repeat of an attempt must build the very same. */
function sessionOf(order: Order, attempt: Attempt, publicUrl: string): Stripe.Checkout.SessionCreateParams {
  const metadata: Stripe.MetadataParam & OurMetadata = { order: order.id, attempt: attempt.key };
  return {
    mode: 'payment',
    ui_mode: 'hosted_page',
    // R78: only cards. No price in another currency: the charge must be the amount of the order.
    allowed_payment_method_types: ['card'],
    adaptive_pricing: { enabled: false },
    locale: 'fr',
    submit_type: 'pay',
    client_reference_id: order.id,
    metadata,
    payment_intent_data: { metadata, description: `${order.label} – ${order.reference}` },
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: order.amount.currency.toLowerCase(),
          unit_amount: order.amount.amount,
          product_data: { name: order.label, description: `${order.programmeTitle} – ${order.intakeLabel}` },
        },
      },
    ],
    // R84: the button obliges to pay, and the page says so.
    custom_text: { submit: { message: 'Commande avec obligation de paiement.' } },
    expires_at: Math.floor(new Date(attempt.expiresAt).getTime() / 1000),
    success_url: paymentReturnUrl(publicUrl, order.id, 'paid'),
    cancel_url: paymentReturnUrl(publicUrl, order.id, 'cancelled'),
  };
}

type Naming = { payment_intent?: string | Stripe.PaymentIntent | null };
const intentReaders: Readonly<
  Record<string, (stripe: Stripe, id: string, limits: Stripe.RequestOptions) => Promise<Naming>>
> = {
  charge: (stripe, id, limits) => stripe.charges.retrieve(id, {}, limits),
  dispute: (stripe, id, limits) => stripe.disputes.retrieve(id, {}, limits),
  refund: (stripe, id, limits) => stripe.refunds.retrieve(id, {}, limits),
};

function readEvent({ id, type, data }: Stripe.Event): ProviderEvent {
  const named = data.object as { id?: string; object?: string };
  return { eventId: id, type, objectType: named.object ?? '', objectId: named.id ?? '' };
}
