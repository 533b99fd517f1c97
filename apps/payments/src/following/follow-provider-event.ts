import { Injectable } from '@nestjs/common';
import type { Act } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import { followedEvents } from '../stripe/followed-events.ts';
import { StripeGateway, type ProviderEvent } from '../stripe/stripe.gateway.ts';
import { SettleSession } from './settle-session.ts';

const consumer = 'follow-provider-event';

/** Follows one event of the provider, from its webhook or from the list of those that were not delivered. */
@Injectable()
export class FollowProviderEvent {
  constructor(
    private readonly store: Store,
    private readonly stripe: StripeGateway,
    private readonly settling: SettleSession,
  ) {}

  /** Why the event changed nothing, or nothing. An event is followed once, however it reached us. */
  async run(event: ProviderEvent, act: Act): Promise<void | { ignored: string }> {
    if (!Object.hasOwn(followedEvents, event.type)) return this.#ignore(event, 'event-not-followed');
    let ignored: string | undefined;
    const done = await this.store.inbox.run(consumer, event.eventId, async () => {
      ignored = await this.#follow(event, act);
      return { ignored: ignored ?? null };
    });
    if (done === 'already-done') return { ignored: 'event-followed-before' };
    return ignored === undefined ? undefined : { ignored };
  }

  async isFollowed(eventId: string): Promise<boolean> {
    return (await this.store.inbox.seen(consumer, eventId)) === 'done';
  }

  async #follow(event: ProviderEvent, act: Act): Promise<string | undefined> {
    const sessionId = await this.stripe.sessionOf(event);
    if (sessionId === undefined) return 'no-session-of-ours';
    return (await this.settling.run(sessionId, act)).ignored;
  }

  async #ignore(event: ProviderEvent, reason: string): Promise<{ ignored: string }> {
    await this.store.inbox.ignore(consumer, event.eventId, reason);
    return { ignored: reason };
  }
}
